package bound

import "math"

// The ranges of most parameters.
var (
	nonNegative  = interval{lo: 0, hi: math.Inf(1), openHi: true}
	positiveReal = interval{lo: 0, hi: math.Inf(1), openLo: true, openHi: true}
	atLeastOne   = interval{lo: 1, hi: math.Inf(1), openHi: true}
)
