// Package optimum finds minimizers of finite sums over convex domains and
// certifies the error of the minimum independently of how it was found.
package optimum

// Certificate is a point of the domain with a proved bound on its excess.
type Certificate struct {
	Theta  []float64 // the point u
	Value  float64   // F(u)
	Gap    float64   // F(u) - F* <= Gap
	Method string    // the argument behind Gap, e.g. "Fenchel duality gap"
}
