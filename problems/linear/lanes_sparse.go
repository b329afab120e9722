package linear

import "math"

// sparseLanes are the vectors of lanes on sparse rows, such that a step costs the
// entries of a row and not d. An iterate is theta_t = s v, and the step to
// alpha theta_t + beta a is
//
//	s' = alpha s,   v' = v + c a,   c = beta/s'.
//
// The weighted sum of the iterates before theta_t is p v + r, which moves by
//
//	p' = p + w_t s,   r' = r - p' c a.
//
// Where |s'| leaves [1/maxScale, maxScale], a pass over the lane makes it 1 and p' 0:
// v grows like 1/s, and r is as large as p v, so that with s they would lose digits.
// Bottou (2012), Stochastic gradient descent tricks, 5.1 and 5.2.
type sparseLanes struct {
	rows   *Sparse
	width  int
	stride int
	block  []float64        // at stride*j+l coordinate j of lane l's v, then of the r by averages, then 0
	scale  [Width]float64   // s
	shift  [][Width]float64 // p of each average
	moves  []float64        // multiples of the row, laid out like a coordinate
	theta  []float64        // the iterates, unless stale
	stale  bool
	dense  []float64 // a row with its zeros
}

const maxScale = 1 << 10

func newSparseLanes(rows *Sparse, start []float64, width, averages int) *sparseLanes {
	rows.check()
	collapse(rows.Columns)
	collapse(rows.Values)
	stride := width * (1 + averages)
	if stride > 1 {
		stride = (stride + 3) &^ 3
	}
	b := &sparseLanes{
		rows: rows, width: width, stride: stride, block: make([]float64, stride*rows.D), moves: make([]float64, stride),
		shift: make([][Width]float64, averages), theta: make([]float64, width*rows.D), stale: true, dense: make([]float64, rows.D),
	}
	collapse(b.block)
	for k := range width {
		b.scale[k] = 1
		for j, v := range start {
			b.block[stride*j+k] = v
		}
	}
	return b
}

func (b *sparseLanes) prepare(*Lanes) {}

func (b *sparseLanes) take(l *Lanes, i, _ int) (done int, finite bool) {
	b.step(l.order, i, l.motion, l.averages)
	now, facts := l.evaluate(i)
	l.arrive()
	return 1, l.advance(i, now, facts)
}

// step leads along row order[i] to theta_{t+1} and finds the margins of row order[i+1].
func (b *sparseLanes) step(order []int32, i int, m *motion, averages []laneAverage) {
	b.stale = true
	b.plan(m, averages)
	columns, values := b.rows.Entries(int(order[i]))
	ahead, rest := b.ahead(order[i+2], columns)
	scatter(b.block, columns, values, b.moves, ahead)
	fetch(b.block, b.stride, rest)
	columns, values = b.rows.Entries(int(order[i+1]))
	gather(b.block, b.stride, columns, values, &m.z, b.width)
	for k := range b.width {
		m.z[k] *= b.scale[k]
	}
	b.bring(order[i+1:])
}

// bring asks for rows to come.
func (b *sparseLanes) bring(order []int32) {
	at := order[2*lead]
	bring(b.rows.Starts[at : at+2])
	columns, values := b.rows.Entries(int(order[lead]))
	bring(columns)
	bring(values)
}

// ahead returns columns of row i to be fetched along with as many others, and those
// left over.
func (b *sparseLanes) ahead(i int32, others []int32) (ahead, rest []int32) {
	columns, _ := b.rows.Entries(int(i))
	if n := len(others); n <= len(columns) {
		return columns, columns[n:]
	}
	return others, columns
}

// plan moves scales and shifts and finds the multiples of the row that are to be added.
func (b *sparseLanes) plan(m *motion, averages []laneAverage) {
	for k := range averages {
		for l := range b.width {
			b.shift[k][l] += averages[k].now[l] * b.scale[l]
		}
	}
	for l := range b.width {
		s := m.alpha[l] * b.scale[l]
		if size := math.Abs(s); !(size >= 1.0/maxScale && size <= maxScale) {
			b.fold(l, s)
			s = 1
		}
		b.scale[l] = s
		c := m.beta[l] / s
		b.moves[l] = c
		for k := range b.shift {
			b.moves[b.width*(k+1)+l] = -(b.shift[k][l] * c)
		}
	}
}

// fold multiplies the v of a lane by s and adds p v to its r.
func (b *sparseLanes) fold(lane int, s float64) {
	for at := lane; at < len(b.block); at += b.stride {
		v := b.block[at]
		for k := range b.shift {
			b.block[at+b.width*(k+1)] += b.shift[k][lane] * v
		}
		b.block[at] = s * v
	}
	for k := range b.shift {
		b.shift[k][lane] = 0
	}
}

func (b *sparseLanes) iterates() []float64 {
	if !b.stale {
		return b.theta
	}
	b.stale = false
	for j := range b.rows.D {
		theta := b.theta[b.width*j : b.width*(j+1)]
		for l, v := range b.block[b.stride*j : b.stride*j+b.width] {
			theta[l] = b.scale[l] * v
		}
	}
	return b.theta
}

func (b *sparseLanes) means(dst []float64, k int, a *laneAverage) {
	share := a.share(b.width)
	var shift [Width]float64 // p'
	for l := range b.width {
		shift[l] = b.shift[k][l] + a.now[l]*b.scale[l]
	}
	for j := range b.rows.D {
		at := b.stride * j
		for l := range b.width {
			v, r := b.block[at+l], b.block[at+b.width*(k+1)+l]
			if share[l] == 0 {
				dst[b.width*j+l] = b.scale[l] * v
				continue
			}
			dst[b.width*j+l] = share[l] * (shift[l]*v + r)
		}
	}
}

func (b *sparseLanes) row(i int32) []float64 {
	clear(b.dense)
	columns, values := b.rows.Entries(int(i))
	for k, j := range columns {
		b.dense[j] = values[k]
	}
	return b.dense
}

func (b *sparseLanes) drop(lane int) {
	b.stale = true
	for at := lane; at < len(b.block); at += b.width {
		b.block[at] = 0
	}
	b.scale[lane] = 1
	for k := range b.shift {
		b.shift[k][lane] = 0
	}
}

// period is 4 d and more, so that a refresh, a pass over all coordinates, is cheap
// beside the steps.
func (b *sparseLanes) period() int { return (4*b.rows.D/stretch + 1) * stretch }
