//go:build !amd64

package linear

func dot(a, b []float64) float64 { return dotPortable(a, b) }

func step(theta, a, next []float64, alpha, beta, z *[Width]float64, width int, _ []float64) {
	stepPortable(theta, a, next, alpha, beta, z, width)
}

func margins(theta, a []float64, z *[Width]float64, width int) {
	marginsPortable(theta, a, z, width)
}

func follow(sums, theta, a []float64, weight, alpha, beta *[Width]float64, width int) {
	followPortable(sums, theta, a, weight, alpha, beta, width)
}

func logistics(z *[Width]float64, y float64, value, slope *[Width]float64, width int) {
	logisticsPortable(z, y, value, slope, width)
}

func advance(m *motion, b *ledger, now *moment, facts *rowFacts, eta *[Width]float64, width int) (finite bool) {
	return advancePortable(m, b, now, facts, eta, width)
}

func (a *laneAverage) count(now *moment, weight *[Width]float64, atU float64, width int) {
	a.countPortable(now, weight, atU, width)
}

func (c *course) run(*Lanes, int, int) (done int, finite bool) { return 0, true }

func (c *course) turn(*Lanes, int, *moment) (finite, moved bool) { return true, false }

func inverseRoots([]float64, float64, int) int { return 0 }
