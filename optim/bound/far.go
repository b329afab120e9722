package bound

import "math"

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

// distantBlock computes the moments of a block when they are first asked for. All gatherers of a
// sweep share it.
type distantBlock struct {
	t                      int
	eta, norm              []float64
	squares, energy, times moments
}

// show sets the block, unless it is the one that is set.
func (b *distantBlock) show(t int, eta, norm []float64) {
	if b.t == t && len(b.eta) == len(eta) {
		return
	}
	b.t, b.eta, b.norm = t, eta, norm
	b.squares.known, b.energy.known, b.times.known = false, false, false
}

// bySteps has the weights eta_k^2 G_k^2/scale and, for y, the sum of the block's steps after k,
// less half of them all; square is that of [squareNorm].
func (b *distantBlock) bySteps(square float64) (m *moments, scale float64) {
	if !math.IsNaN(square) {
		return b.squaresBySteps(), square
	}
	if !b.energy.known {
		b.energy = momentsBySteps(b.eta, b.norm)
	}
	return &b.energy, 1
}

// squareNorm returns G^2, NaN if the G_t may differ.
func squareNorm(in Input) float64 {
	if in.GradientNorms != nil {
		return math.NaN()
	}
	return in.G * in.G
}

// squaresBySteps has the weights eta_k^2 in place of these.
func (b *distantBlock) squaresBySteps() *moments {
	if !b.squares.known {
		if len(b.eta) == shortBlock {
			b.squares = momentsOfSquares((*[shortBlock]float64)(b.eta))
		} else {
			b.squares = momentsBySteps(b.eta, ones[:len(b.eta)])
		}
	}
	return &b.squares
}

// byTime has the same weights and, for y, the time from k to the middle of the block.
func (b *distantBlock) byTime() *moments {
	if b.times.known {
		return &b.times
	}
	half := float64(len(b.eta)) / 2
	scale := 1 / half
	norm, y := b.norm[:len(b.eta)], 1-scale/2
	var sum, m0, m1, m2, m3 float64
	for i, x := range b.eta {
		w := x * x * norm[i] * norm[i]
		wy := w * y
		wyy := wy * y
		sum += w
		m1 += wy
		m2 += wyy
		m3 += wyy * y
		y -= scale
		if i%8 == 7 {
			m0, sum = m0+sum, 0
		}
	}
	m0 += sum
	b.times = moments{known: true, half: half, unit: scale, m: [4]float64{m0, m1, m2, m3}}
	return &b.times
}

// middle returns the time in the middle of the block.
func (b *distantBlock) middle() float64 { return float64(b.t) + float64(len(b.eta)-1)/2 }

// points is a gatherer for every checkpoint.
type points struct {
	together
	block *distantBlock
}

func newPoints(each []gatherer) *points {
	return &points{together: newTogether(each), block: new(distantBlock)}
}

func (p *points) take(t int, eta, norm []float64) {
	end := t + len(eta) - 1
	p.block.show(t, eta, norm)
	for i := len(p.together) - 1; i >= 0; i-- {
		point := &p.together[i]
		if point.to < t { // and so have those before
			break
		}
		lo, hi := max(t, point.from), min(end, point.to)
		if lo > hi || point.far != nil && lo == t && point.to-end >= farAway && point.far.far(p.block) {
			continue
		}
		point.take(lo, eta[lo-t:hi-t+1], norm[lo-t:hi-t+1])
	}
}
