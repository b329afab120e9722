package bound

// corner is F(x) = x^2/2 + (x or -7x, whichever is not negative) with a noisy slope
// on the right side.
type corner struct{}

// cornerRows is the number of slopes on the right side.
const cornerRows = 1 << 16

// RakhlinCorner returns the strongly convex function of Rakhlin, Shamir and
// Sridharan whose minimum is at a corner, where the uniform average of SGD is
// slower than its suffix. (E6 of the catalogue of bounds; their Theorem 4.) On
// [-1,1],
//
//	f_i(x) = x^2/2 + z_i x for x >= 0,  x^2/2 - 7x for x < 0,  z_i uniform on [-1,3],
//
// so that F(x) = x^2/2 + x on the right, F* = F(0) = 0 and mu = 1. With the steps c/t
// the expected gap of the average is at least
// (3c/(16T)) sum_{t=T_0+2}^T 1/t - T_0/T, T_0 = max(2, 6c+1): of the order ln(T)/T, but not
// positive at any T below 20,000. The start is 1.
//
// Other than those of the other instances, its rows are not answers in order, but
// a finite sum to draw from: the midpoints z_i of 65536 equal parts of [-1,3].
func RakhlinCorner() Instance {
	instance := newInstance(corner{}, []float64{1}, []float64{0})
	instance.D, instance.G, instance.Mu = 2, 8, 1
	return instance
}

// Dim returns 1.
func (corner) Dim() int { return 1 }

// Len returns the number of slopes.
func (corner) Len() int { return cornerRows }

// Subgradient writes a subgradient of f_i at x and returns f_i(x).
func (corner) Subgradient(dst, x []float64, i int) float64 {
	return bend(dst, x, 4*(float64(i)+0.5)/cornerRows-1)
}

// FullSubgradient writes a subgradient of F at x and returns F(x).
func (corner) FullSubgradient(dst, x []float64) float64 { return bend(dst, x, 1) }

// Value returns F(x).
func (corner) Value(x []float64) float64 { return bend(nil, x, 1) }

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
