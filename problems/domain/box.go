package domain

import (
	"errors"
	"math"

	"regret/problems/linear"
)

// Box is the cube [lo, hi]^d. Its diameter is sqrt(d) (hi - lo).
type Box struct {
	Lo float64 `param:"lo" doc:"lower bound of every coordinate" range:"(-inf,inf)"`
	Hi float64 `param:"hi" doc:"upper bound of every coordinate, above lo" range:"(-inf,inf)"`
}

// Validate asks for finite lo < hi.
func (b Box) Validate() error {
	switch {
	case !finite(b.Lo):
		return errors.New("lo must be finite")
	case !finite(b.Hi):
		return errors.New("hi must be finite")
	case b.Lo >= b.Hi:
		return errors.New("lo must be less than hi")
	}
	return nil
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// Project clips every coordinate to [lo, hi].
func (b Box) Project(theta []float64) {
	for j, v := range theta {
		theta[j] = b.clip(v)
	}
}

func (b Box) clip(v float64) float64 { return min(max(v, b.Lo), b.Hi) }

// Diameter returns sqrt(d) (hi - lo), the length of the diagonal.
func (b Box) Diameter(d int) float64 { return math.Sqrt(float64(d)) * (b.Hi - b.Lo) }

// Norm returns sqrt(d) max(|lo|, |hi|).
func (b Box) Norm(d int) float64 {
	return math.Sqrt(float64(d)) * max(math.Abs(b.Lo), math.Abs(b.Hi))
}

// MinimizeLinear writes lo where g_j > 0, hi where g_j < 0, and the point of
// [lo, hi] nearest to 0 where g_j = 0.
func (b Box) MinimizeLinear(dst, g []float64) bool {
	checkLengths(dst, g)
	for j, v := range g {
		switch {
		case v > 0:
			dst[j] = b.Lo
		case v < 0:
			dst[j] = b.Hi
		default:
			dst[j] = b.clip(0)
		}
	}
	return true
}

// Shrink is soft thresholding: on an interval, a convex function of one
// coordinate is least where clipping takes its minimizer on the line.
func (Box) Shrink(x []float64, k float64) { linear.SoftThreshold(x, k) }

// Contains says whether theta lies within the distance tol of the box.
func (b Box) Contains(theta []float64, tol float64) bool {
	var distance float64
	for _, v := range theta {
		distance = math.Hypot(distance, v-b.clip(v))
	}
	return distance <= tol
}

// String returns "box: {lo: ..., hi: ...}".
func (b Box) String() string {
	return "box: {lo: " + number(b.Lo) + ", hi: " + number(b.Hi) + "}"
}
