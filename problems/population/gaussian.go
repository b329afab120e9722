package population

import (
	"math"
	"math/rand/v2"

	"regret/problems/linear"
)

// Gaussian is N(0, diag(H)) with the truth theta0 of the targets. It is read only.
type Gaussian struct {
	H      []float64 // variances, all > 0
	Truth  []float64 // theta0
	Signal float64   // sqrt(theta0'H theta0)

	deviations []float64 // sqrt(h_j)
}

// NewGaussian returns the distribution of the features, which must be valid.
func NewGaussian(f Features) *Gaussian {
	g := &Gaussian{H: f.variances(), Signal: f.Signal}
	g.Truth = f.truth(g.H)
	g.deviations = make([]float64, len(g.H))
	for j, h := range g.H {
		g.deviations[j] = math.Sqrt(h)
	}
	return g
}

// Dim returns d.
func (g *Gaussian) Dim() int { return len(g.H) }

// drawFeatures fills a.
func (g *Gaussian) drawFeatures(a []float64, random *rand.Rand) {
	for j, s := range g.deviations {
		a[j] = s * random.NormFloat64()
	}
}

// Trace returns tr H = E|a|^2.
func (g *Gaussian) Trace() float64 {
	var sum linear.Sum
	for _, h := range g.H {
		sum.Add(h)
	}
	return sum.Value()
}

// tilt returns theta0'H^2 theta0 / theta0'H theta0, the mean variance of the
// features as the truth weighs them: E|a|^2 (a.theta0)^2 = Signal^2 (tr H + 2 tilt).
func (g *Gaussian) tilt() float64 {
	var above, below linear.Sum
	for j, h := range g.H {
		part := h * g.Truth[j] * g.Truth[j]
		above.Add(h * part)
		below.Add(part)
	}
	return above.Value() / below.Value()
}
