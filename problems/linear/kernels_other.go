//go:build !amd64

package linear

func step(theta, a, next []float64, alpha, beta, z *[Width]float64, width int) {
	stepPortable(theta, a, next, alpha, beta, z, width)
}

func margins(theta, a []float64, z *[Width]float64, width int) {
	marginsPortable(theta, a, z, width)
}

func follow(sums, theta, a []float64, kappa, omega *[Width]float64, width int) {
	followPortable(sums, theta, a, kappa, omega, width)
}

func dot(a, b []float64) float64 { return dotPortable(a, b) }

func logistics(z *[Width]float64, y float64, value, slope *[Width]float64) {
	logisticsPortable(z, y, value, slope)
}

func (m *motion) advance(facts *rowFacts, z, value, slope, eta *[Width]float64, width int) bool {
	return m.advancePortable(facts, z, value, slope, eta, width)
}

func (a *laneAverage) count(m *motion, weight *[Width]float64, atU float64, width int) {
	a.countPortable(m, weight, atU, width)
}
