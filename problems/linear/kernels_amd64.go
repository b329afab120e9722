package linear

import "golang.org/x/sys/cpu"

var hasAVX2 = cpu.X86.HasAVX2

func step(theta, a, next []float64, alpha, beta, z *[Width]float64, width int) {
	if !hasAVX2 || len(a) == 0 {
		stepPortable(theta, a, next, alpha, beta, z, width)
		return
	}
	_, _ = theta[width*len(a)-1], next[len(a)-1]
	if width == Width {
		step8AVX2(&theta[0], &a[0], &next[0], len(a), alpha, beta, z)
	} else {
		z[0] = step1AVX2(&theta[0], &a[0], &next[0], len(a), alpha[0], beta[0])
	}
}

func margins(theta, a []float64, z *[Width]float64, width int) {
	if !hasAVX2 || len(a) == 0 {
		marginsPortable(theta, a, z, width)
		return
	}
	_ = theta[width*len(a)-1]
	if width == Width {
		margins8AVX2(&theta[0], &a[0], len(a), z)
	} else {
		z[0] = margins1AVX2(&theta[0], &a[0], len(a))
	}
}

func follow(sums, theta, a []float64, kappa, omega *[Width]float64, width int) {
	if !hasAVX2 || len(a) == 0 {
		followPortable(sums, theta, a, kappa, omega, width)
		return
	}
	_, _ = sums[width*len(a)-1], theta[width*len(a)-1]
	if width == Width {
		follow8AVX2(&sums[0], &theta[0], &a[0], len(a), kappa, omega)
	} else {
		follow1AVX2(&sums[0], &theta[0], &a[0], len(a), kappa[0], omega[0])
	}
}

func dot(a, b []float64) float64 {
	const few = 16 // a call costs more than it saves
	if !hasAVX2 || len(a) < few {
		return dotPortable(a, b)
	}
	_ = b[len(a)-1]
	return margins1AVX2(&a[0], &b[0], len(a))
}

// logistics writes value and slope of the logistic loss at eight margins.
func logistics(z *[Width]float64, y float64, value, slope *[Width]float64) {
	if hasAVX2 {
		logistic8AVX2(z, y, value, slope)
	} else {
		logisticsPortable(z, y, value, slope)
	}
}

func (m *motion) advance(facts *rowFacts, z, value, slope, eta *[Width]float64, width int) bool {
	if hasAVX2 && width == Width && advance8AVX2(m, facts, z, value, slope, eta) {
		return true
	}
	return m.advancePortable(facts, z, value, slope, eta, width)
}

func (a *laneAverage) count(m *motion, weight *[Width]float64, atU float64, width int) {
	if hasAVX2 && width == Width {
		count8AVX2(a, m, weight, atU)
	} else {
		a.countPortable(m, weight, atU, width)
	}
}

//go:noescape
func advance8AVX2(m *motion, facts *rowFacts, z, value, slope, eta *[Width]float64) bool

//go:noescape
func count8AVX2(a *laneAverage, m *motion, weight *[Width]float64, atU float64)

//go:noescape
func logistic8AVX2(z *[Width]float64, y float64, value, slope *[Width]float64)

//go:noescape
func step8AVX2(theta, a, next *float64, d int, alpha, beta, z *[Width]float64)

//go:noescape
func margins8AVX2(theta, a *float64, d int, z *[Width]float64)

//go:noescape
func follow8AVX2(sums, theta, a *float64, d int, kappa, omega *[Width]float64)

//go:noescape
func step1AVX2(theta, a, next *float64, d int, alpha, beta float64) (z float64)

//go:noescape
func margins1AVX2(theta, a *float64, d int) (z float64)

//go:noescape
func follow1AVX2(sums, theta, a *float64, d int, kappa, omega float64)
