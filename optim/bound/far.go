package bound

// A point sees a block of steps from far away if what lies between is at least 1/farRatio
// times half of the block, in time or in the sum of the steps. A sum of weights w_k over what
// lies between, over c + y_k with |y_k| <= half for every k, is then the series
//
//	sum_k w_k/(c+y_k) = M_0/c - M_1/c^2 + M_2/c^3 - M_3/c^4 + ...,  M_j = sum_k w_k y_k^j,
//
// whose terms beyond these are below 2^-52 of it. So a block is read once for all points
// that are far from it.
const (
	farRatio = 0x1p-13
	// farAway is how many steps before its time a point looks whether a block is far.
	farAway = 1 << 18
)

// farsighted is a gatherer for one point. It need not take in the steps of a block if it
// says that it is far from it.
type farsighted interface {
	gatherer
	far(b *distantBlock) bool
}

// distantBlock computes the moments of a block when they are first asked for.
type distantBlock struct {
	t         int
	eta, norm []float64
	moments   moments
	known     bool
}

// moments are those of the weights of a block, with y/half for y and w/unit^2 for the weights
// of steps, so that neither over- nor underflows.
type moments struct {
	half, unit float64
	m          [4]float64
	squares    float64 // the sum of eta_k^2/unit^2
	pairs      float64 // the sum of w_k eta_j^2/unit^2 over k < j
}

// over returns the sum of w_k/(c+y_k).
func (m *moments) over(c float64) float64 {
	r := m.half / c
	return r * m.unit * (m.m[0] - r*(m.m[1]-r*(m.m[2]-r*m.m[3])))
}

// near says whether c is too small for the series, or no number.
func (m *moments) near(c float64) bool { return !(m.half < c*farRatio) }

// bySteps has the weights eta_k^2 G_k^2 and, for y, the sum of the block's steps after k,
// less half of them all.
func (b *distantBlock) bySteps(norm []float64) *moments {
	if b.known {
		return &b.moments
	}
	b.known = true
	eta, norm := b.eta, norm[:len(b.eta)]
	half := 0.0
	for i := len(eta) - 1; i >= 0; i-- {
		half += eta[i] / 2
	}
	scale := 1 / half
	if half == 0 {
		scale = 0
	}
	var m0, m1, m2, m3, squares, pairs float64
	y := -1.0
	for i := len(eta) - 1; i >= 0; i-- {
		x := eta[i] * scale
		square := x * x
		w := square * norm[i] * norm[i]
		wy := w * y
		wyy := wy * y
		pairs += w * squares
		squares += square
		m0 += w
		m1 += wy
		m2 += wyy
		m3 += wyy * y
		y += x
	}
	b.moments = moments{half, half, [4]float64{m0, m1, m2, m3}, squares, pairs}
	return &b.moments
}

// byTime has the same weights and, for y, the time from k to the middle of the block.
func (b *distantBlock) byTime() *moments {
	if b.known {
		return &b.moments
	}
	b.known = true
	half := float64(len(b.eta)) / 2
	scale := 1 / half
	norm, y := b.norm[:len(b.eta)], 1-scale/2
	var m0, m1, m2, m3 float64
	for i, x := range b.eta {
		w := x * x * norm[i] * norm[i]
		wy := w * y
		wyy := wy * y
		m0 += w
		m1 += wy
		m2 += wyy
		m3 += wyy * y
		y -= scale
	}
	b.moments = moments{half: half, unit: scale, m: [4]float64{m0, m1, m2, m3}}
	return &b.moments
}

// middle returns the time in the middle of the block.
func (b *distantBlock) middle() float64 { return float64(b.t) + float64(len(b.eta)-1)/2 }

// points is a gatherer for every checkpoint.
type points struct {
	together
	block distantBlock
}

func newPoints(each []gatherer) *points { return &points{together: newTogether(each)} }

func (p *points) take(t int, eta, norm []float64) {
	end := t + len(eta) - 1
	p.block = distantBlock{t: t, eta: eta, norm: norm}
	for _, point := range p.together {
		lo, hi := max(t, point.from), min(end, point.to)
		if lo > hi {
			continue
		}
		if point.far != nil && lo == t && point.to-end >= farAway && point.far.far(&p.block) {
			continue
		}
		point.take(lo, eta[lo-t:hi-t+1], norm[lo-t:hi-t+1])
	}
}
