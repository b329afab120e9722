package linear

// Width is the number of runs that share a row in one set of lanes: one cache
// line of numbers.
const Width = 8

// The kernels are the inner loops of Lanes. Coordinate j of lane l of an iterate
// stands at theta[width*j+l]. Each has a portable form, which is the reference and
// serves all machines, and a form for AVX2 that gives the same bits: elementwise
// operations in the same order, and margins in the canonical order of Dot. The forms of step
// for AVX2 fetch a row to come while they are at it.

// newIterates returns zeros for width iterates in R^d. That of one lane goes on with zeros up to
// a multiple of eight coordinates within its capacity, which spares its kernels a slow tail.
func newIterates(d, width int) []float64 {
	return make([]float64, width*d, width*d+7)
}

// padded returns an iterate with the zeros behind it.
func padded(theta []float64, d, width int) []float64 {
	if width == Width {
		return theta[:Width*d]
	}
	return theta[:(d+7)&^7]
}

// stepPortable moves the iterates along a row and returns their margins at the next:
//
//	theta_l = alpha_l theta_l + beta_l a,   z_l = next.theta_l.
func stepPortable(theta, a, next []float64, alpha, beta, z *[Width]float64, width int) {
	var partial [8][Width]float64
	for j, x := range a {
		y, p := next[j], &partial[j&7]
		for l, v := range theta[width*j : width*(j+1)] {
			v = alpha[l]*v + beta[l]*x
			theta[width*j+l] = v
			p[l] += y * v
		}
	}
	fold(&partial, z, width)
}

// marginsPortable returns z_l = a.theta_l.
func marginsPortable(theta, a []float64, z *[Width]float64, width int) {
	var partial [8][Width]float64
	for j, x := range a {
		p := &partial[j&7]
		for l, v := range theta[width*j : width*(j+1)] {
			p[l] += x * v
		}
	}
	fold(&partial, z, width)
}

// fold adds the partial sums of each lane up.
func fold(partial *[8][Width]float64, z *[Width]float64, width int) {
	for l := range width {
		var s [8]float64
		for k := range s {
			s[k] = partial[k][l]
		}
		z[l] = tree(&s)
	}
}

// followPortable adds W_l (theta_l' - theta_l) to the sums of an average, where theta_l' is
// alpha_l theta_l + beta_l a.
func followPortable(sums, theta, a []float64, weight, alpha, beta *[Width]float64, width int) {
	var kappa, omega [Width]float64
	for l := range width {
		kappa[l], omega[l] = weight[l]*beta[l], weight[l]*(alpha[l]-1)
	}
	for j, x := range a {
		s := sums[width*j : width*(j+1)]
		for l, v := range theta[width*j : width*(j+1)] {
			s[l] = (s[l] + omega[l]*v) + kappa[l]*x
		}
	}
}

// logisticsPortable writes value and slope of the logistic loss at width margins.
func logisticsPortable(z *[Width]float64, y float64, value, slope *[Width]float64, width int) {
	for l := range width {
		value[l], slope[l] = Logistic{}.Eval(z[l], y)
	}
}
