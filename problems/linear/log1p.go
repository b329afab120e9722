package linear

import "math"

// logOnePlus returns log(1+e) for e in [0, 1] with a relative error below 5e-16,
// and within the smallest number of it where e is subnormal.
//
// With x = e/(2+e) in [0, 1/3] it is 2 artanh x = 2x + x^3 P(x^2). P, of degree 10,
// interpolates 2 (artanh(x)/x - 1)/x^2 at Chebyshev's nodes of [0, 1/9]; the relative
// error of that is 1.4e-19.
func logOnePlus(e float64) float64 {
	const (
		c0, c1 = 0.6666666666666666688599559, 0.3999999999999952250534023
		c2, c3 = 0.2857142857160009929220086, 0.2222222219823677055707811
		c4, c5 = 0.1818181989796271438256884, 0.1538454396486054928688901
		c6, c7 = 0.1333517863144925583658616, 0.1173427906130319746002005
		c8, c9 = 0.1084517839488001482204935, 0.07492143795550767300832002
		c10    = 0.156305778009228504462513
	)
	x := e / (2 + e)
	u := x * x
	u2 := u * u
	u4 := u2 * u2
	low := math.FMA(math.FMA(c3, u, c2), u2, math.FMA(c1, u, c0))
	middle := math.FMA(math.FMA(c7, u, c6), u2, math.FMA(c5, u, c4))
	high := math.FMA(c10, u2, math.FMA(c9, u, c8))
	sum := math.FMA(u4*u4, high, math.FMA(u4, middle, low))
	return math.FMA(x*u, sum, 2*x)
}
