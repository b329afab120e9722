package bound

import (
	"math/rand/v2"
)

// corner is F(x) = x^2/2 + (x or -7x, whichever is not negative) with a noisy slope
// on the right side.
type corner struct{ noise []float64 }

// RakhlinCorner returns the strongly convex function of Rakhlin, Shamir and
// Sridharan whose minimum is at a corner, where the uniform average of SGD is
// slower than its suffix. (E6 of the catalogue of bounds; their Theorem 4.) On
// [-1,1],
//
//	f_t(x) = x^2/2 + z_t x for x >= 0,  x^2/2 - 7x for x < 0,  z_t uniform on [-1,3],
//
// so that F(x) = x^2/2 + x on the right, F* = F(0) = 0 and mu = 1. With the steps c/t
// the expected gap of the average is at least
// (3c/(16T)) sum_{t=T_0+2}^T 1/t - T_0/T, T_0 = max(2, 6c+1): of the order ln(T)/T, but not
// positive at any T that can be run. The start is 1; z_t is drawn from the seed.
func RakhlinCorner(T int, seed uint64) (Instance, error) {
	if err := valid(T); err != nil {
		return Instance{}, err
	}
	random := rand.New(rand.NewPCG(seed, 0))
	noise := make([]float64, T)
	for i := range noise {
		noise[i] = 4*random.Float64() - 1
	}
	instance := newInstance(&corner{noise}, []float64{1}, []float64{0})
	instance.D, instance.G, instance.Mu = 2, 8, 1
	return instance, nil
}

// Dim returns 1.
func (c *corner) Dim() int { return 1 }

// Len returns T.
func (c *corner) Len() int { return len(c.noise) }

// Subgradient writes a subgradient of f_{i+1} at x and returns its value.
func (c *corner) Subgradient(dst, x []float64, i int) float64 { return bend(dst, x, c.noise[i]) }

// FullSubgradient writes a subgradient of F at x and returns F(x).
func (c *corner) FullSubgradient(dst, x []float64) float64 { return bend(dst, x, 1) }

// Value returns F(x).
func (c *corner) Value(x []float64) float64 { return bend(nil, x, 1) }

func bend(dst, x []float64, right float64) float64 {
	slope := right
	if x[0] < 0 {
		slope = -7
	}
	if dst != nil {
		dst[0] = x[0] + slope
	}
	return x[0]*x[0]/2 + slope*x[0]
}
