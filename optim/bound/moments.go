package bound

import "slices"

// moments are those of the weights of a block, with y/half for y and w/unit^2 for the weights
// of steps, so that neither over- nor underflows.
type moments struct {
	known      bool
	half, unit float64
	m          [4]float64
	squares    float64 // the sum of eta_k^2/unit^2
	pairs      float64 // the sum of w_k eta_j^2/unit^2 over k < j
}

// over returns the sum of w_k/(c+y_k) for the ratio half/c, which is below farRatio.
func (m *moments) over(ratio float64) float64 { return ratio * m.unit * m.series(ratio) }

func (m *moments) series(ratio float64) float64 {
	return m.m[0] - ratio*(m.m[1]-ratio*(m.m[2]-ratio*m.m[3]))
}

// momentsBySteps sums eight at a time: the roundings of many equal steps all go one way.
func momentsBySteps(eta, norm []float64) moments {
	half := 0.0
	for rest := eta; len(rest) > 0; {
		n, sum := min(8, len(rest)), 0.0
		for _, x := range rest[:n] {
			sum += x / 2
		}
		half, rest = half+sum, rest[n:]
	}
	scale := 1 / half
	if half == 0 {
		scale = 0
	}
	norm = norm[:len(eta)]
	var m0, m1, m2, m3, squares, pairs float64
	y := -1.0
	for end := len(eta); end > 0; end -= min(8, end) {
		sum := 0.0
		for i := end - 1; i >= max(0, end-8); i-- {
			x := eta[i] * scale
			square := x * x
			w := square * norm[i] * norm[i]
			wy := w * y
			wyy := wy * y
			pairs += w * squares
			squares += square
			sum += w
			m1 += wy
			m2 += wyy
			m3 += wyy * y
			y += x
		}
		m0 += sum
	}
	return moments{true, half, half, [4]float64{m0, m1, m2, m3}, squares, pairs}
}

// momentsOfSquares is momentsBySteps of a whole block, faster.
func momentsOfSquares(eta *[shortBlock]float64) moments {
	var part [8]float64
	for j := 0; j < shortBlock; j += 8 {
		e := (*[8]float64)(eta[j:])
		for i := range part {
			part[i] += e[i]
		}
	}
	half := (((part[0] + part[4]) + (part[2] + part[6])) + ((part[1] + part[5]) + (part[3] + part[7]))) / 2
	scale := 1 / half
	if half == 0 {
		scale = 0
	}
	var m0, m1, m2, m3, pairs float64
	y := -1.0
	for j := shortBlock - 8; j >= 0; j -= 8 {
		e, sum := (*[8]float64)(eta[j:]), 0.0
		for i := 7; i >= 0; i-- {
			x := e[i] * scale
			w := x * x
			wy := w * y
			wyy := wy * y
			pairs += w * (m0 + sum)
			sum += w
			m1 += wy
			m2 += wyy
			m3 += wyy * y
			y += x
		}
		m0 += sum
	}
	return moments{true, half, half, [4]float64{m0, m1, m2, m3}, m0, pairs}
}

// ones are the norms that leave eta_k^2 as it is.
var ones = slices.Repeat([]float64{1}, shortBlock)
