package average

// StepWeighted weighs each iterate by the step taken from it, w_t = eta_t: the
// average for which the classical bound (R^2 + G^2 sum eta^2)/(2 sum eta)
// holds whatever the steps.
type StepWeighted struct{}

// Weight returns eta.
func (StepWeighted) Weight(_ int, eta float64) float64 { return eta }

// Validate returns nil: there are no parameters.
func (StepWeighted) Validate() error { return nil }
