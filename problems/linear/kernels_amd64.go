package linear

import "golang.org/x/sys/cpu"

var hasAVX2 = cpu.X86.HasAVX2

func step(theta, a, next, ahead []float64, alpha, beta, z *[Width]float64, width int) {
	if !hasAVX2 || len(a) == 0 {
		stepPortable(theta, a, next, alpha, beta, z, width)
		return
	}
	_, _ = padded(theta, len(a), width), next[len(a)-1]
	if width == Width {
		step8AVX2(&theta[0], &a[0], len(a), &next[0], &ahead[0], alpha, beta, z)
	} else {
		step1AVX2(&theta[0], &a[0], len(a), &next[0], &ahead[0], alpha, beta, z)
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
		margins1AVX2(&theta[0], &a[0], len(a), z)
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
func step8AVX2(theta, a *float64, d int, next, ahead *float64, alpha, beta, z *[Width]float64)

//go:noescape
func margins8AVX2(theta, a *float64, d int, z *[Width]float64)

//go:noescape
func follow8AVX2(sums, theta, a *float64, d int, kappa, omega *[Width]float64)

//go:noescape
func step1AVX2(theta, a *float64, d int, next, ahead *float64, alpha, beta, z *[Width]float64)

//go:noescape
func margins1AVX2(theta, a *float64, d int, z *[Width]float64)

//go:noescape
func follow1AVX2(sums, theta, a *float64, d int, kappa, omega float64)
