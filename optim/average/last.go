package average

import "math"

// Last is the iterate theta_t itself.
type Last struct{}

// Weight returns +Inf: theta_t outweighs all that came before.
func (Last) Weight(int, float64) float64 { return math.Inf(1) }

// Validate returns nil: there are no parameters.
func (Last) Validate() error { return nil }
