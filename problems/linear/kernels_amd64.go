package linear

import "golang.org/x/sys/cpu"

// All processors with AVX2 but a few of VIA have fused multiply-add too.
var hasAVX2 = cpu.X86.HasAVX2 && cpu.X86.HasFMA

func step(theta, a, next []float64, alpha, beta, z *[Width]float64, width int, ahead []float64) {
	if !hasAVX2 || len(a) == 0 {
		stepPortable(theta, a, next, alpha, beta, z, width)
		return
	}
	_, _ = padded(theta, len(a), width), next[len(a)-1]
	if width == Width {
		step8AVX2(&theta[0], &a[0], len(a), &next[0], alpha, beta, z, &ahead[0])
	} else {
		step1AVX2(&theta[0], &a[0], len(a), &next[0], alpha, beta, z, &ahead[0])
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

func follow(sums, theta, a []float64, weight, alpha, beta *[Width]float64, width int) {
	if !hasAVX2 || len(a) == 0 {
		followPortable(sums, theta, a, weight, alpha, beta, width)
		return
	}
	_, _ = sums[width*len(a)-1], theta[width*len(a)-1]
	if width == Width {
		follow8AVX2(&sums[0], &theta[0], &a[0], len(a), weight, alpha, beta)
	} else {
		follow1AVX2(&sums[0], &theta[0], &a[0], len(a), weight, alpha, beta)
	}
}

func dot(a, b []float64) float64 {
	const few = 16 // a call costs more than it saves
	if !hasAVX2 || len(a) < few {
		return dotPortable(a, b)
	}
	_ = b[len(a)-1]
	var z [Width]float64
	margins1AVX2(&a[0], &b[0], len(a), &z)
	return z[0]
}

// logistics writes value and slope of the logistic loss at width margins.
func logistics(z *[Width]float64, y float64, value, slope *[Width]float64, width int) {
	if hasAVX2 {
		logisticAVX2(z, y, value, slope, halves(width))
	} else {
		logisticsPortable(z, y, value, slope, width)
	}
}

// advance plans a step and enters it into the ledger.
func advance(m *motion, b *ledger, now *moment, facts *rowFacts, eta *[Width]float64, width int) (finite bool) {
	if hasAVX2 {
		return advanceAVX2(m, b, now, facts, eta, halves(width))
	}
	return advancePortable(m, b, now, facts, eta, width)
}

func (a *laneAverage) count(now *moment, weight *[Width]float64, atU float64, width int) {
	if hasAVX2 {
		countAVX2(a, now, weight, atU, halves(width))
	} else {
		a.countPortable(now, weight, atU, width)
	}
}

// run takes up to n steps, one at least where there are vectors, and says how many: it ends
// with one whose numbers are not all finite. See foresight.
func (c *course) run(l *Lanes, i, n int) (done int, finite bool) {
	if !hasAVX2 || c.d == 0 {
		return 0, true
	}
	c.now, c.before = &l.moments[0], &l.moments[1]
	if l.width == Width {
		done, finite = course8AVX2(c, l.motion, l.ledger, i, n)
	} else {
		done, finite = course1AVX2(c, l.motion, l.ledger, i, n)
	}
	l.t += done
	l.last = (done - 1) & 1
	return done, finite
}

// turn goes from the losses of step i to the margins of the next. Where a number is not
// finite it ends before the iterates move; it says whether they have.
func (c *course) turn(l *Lanes, i int, now *moment) (finite, moved bool) {
	switch {
	case !hasAVX2 || c.d == 0:
		return true, false
	case l.width == Width:
		finite = turn8AVX2(c, l.motion, l.ledger, now, i)
	default:
		finite = turn1AVX2(c, l.motion, l.ledger, now, i)
	}
	return finite, finite
}

// inverseRoots sets the first numbers and returns how many.
func inverseRoots(dst []float64, c float64, t int) int {
	n := len(dst) &^ 3
	if !hasAVX2 || n == 0 {
		return 0
	}
	inverseRootsAVX2(&dst[0], n, c, float64(t))
	return n
}

// halves is how many fours hold width lanes, 1 or Width; the others of one lane's four
// hold numbers that mean nothing.
func halves(width int) int { return (width + 3) / 4 }

//go:noescape
func advanceAVX2(m *motion, b *ledger, now *moment, facts *rowFacts, eta *[Width]float64, halves int) bool

//go:noescape
func countAVX2(a *laneAverage, now *moment, weight *[Width]float64, atU float64, halves int)

//go:noescape
func course8AVX2(c *course, m *motion, b *ledger, i, n int) (done int, finite bool)

//go:noescape
func course1AVX2(c *course, m *motion, b *ledger, i, n int) (done int, finite bool)

//go:noescape
func turn8AVX2(c *course, m *motion, b *ledger, now *moment, i int) (finite bool)

//go:noescape
func turn1AVX2(c *course, m *motion, b *ledger, now *moment, i int) (finite bool)

//go:noescape
func logisticAVX2(z *[Width]float64, y float64, value, slope *[Width]float64, halves int)

//go:noescape
func step8AVX2(theta, a *float64, d int, next *float64, alpha, beta, z *[Width]float64, ahead *float64)

//go:noescape
func margins8AVX2(theta, a *float64, d int, z *[Width]float64)

//go:noescape
func follow8AVX2(sums, theta, a *float64, d int, weight, alpha, beta *[Width]float64)

//go:noescape
func step1AVX2(theta, a *float64, d int, next *float64, alpha, beta, z *[Width]float64, ahead *float64)

//go:noescape
func margins1AVX2(theta, a *float64, d int, z *[Width]float64)

//go:noescape
func follow1AVX2(sums, theta, a *float64, d int, weight, alpha, beta *[Width]float64)

//go:noescape
func inverseRootsAVX2(dst *float64, n int, c, t float64)
