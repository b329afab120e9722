package average

// Uniform is the plain mean (1/t) sum_{s<=t} theta_s: w_t = 1.
type Uniform struct{}

// Weight returns 1.
func (Uniform) Weight(int, float64) float64 { return 1 }

// Validate returns nil: there are no parameters.
func (Uniform) Validate() error { return nil }
