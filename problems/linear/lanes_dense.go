package linear

// denseLanes are the vectors of lanes on dense rows. A step is one pass over the
// iterates, which gives the next margins too. With Delta_t = theta_t - theta_{t-1},
//
//	bar theta_t = theta_t - B_t/W_t,   B_t = sum_{s<t} W_s Delta_{s+1},
//
// where Delta is a multiple of the row, and of theta where that shrinks.
type denseLanes struct {
	rows   *Dense
	width  int
	theta  []float64
	behind [][]float64 // B_t of each average
}

func newDenseLanes(rows *Dense, start []float64, width, averages int) *denseLanes {
	b := &denseLanes{rows: rows, width: width, theta: newIterates(len(start), width)}
	collapse(rows.Data)
	for j, v := range start {
		for k := range width {
			b.theta[width*j+k] = v
		}
	}
	for range averages {
		b.behind = append(b.behind, make([]float64, len(b.theta)))
	}
	return b
}

func (b *denseLanes) margins(i int32, z *[Width]float64) {
	margins(b.theta, b.rows.Row(int(i)), z, b.width)
}

func (b *denseLanes) step(rows []int32, i int, m *motion, averages []laneAverage, z *[Width]float64) {
	last := len(rows) - 1
	row, next := b.rows.Row(int(rows[i])), b.rows.Row(int(rows[min(i+1, last)]))
	for k := range averages {
		a := &averages[k]
		follow(b.behind[k], b.theta, row, &a.kappa, &a.omega, b.width)
	}
	step(b.theta, row, next, &m.alpha, &m.beta, z, b.width, b.rows.Row(int(rows[min(i+2, last)])))
}

func (b *denseLanes) iterates() []float64 { return b.theta }

func (b *denseLanes) row(i int32) []float64 { return b.rows.Row(int(i)) }

func (b *denseLanes) period() int { return stretch }

func (b *denseLanes) means(dst []float64, k int, a *laneAverage) {
	share := a.share(b.width)
	for at, v := range b.theta {
		dst[at] = v - share[at%b.width]*b.behind[k][at]
	}
}

func (b *denseLanes) drop(lane int) {
	for at := lane; at < len(b.theta); at += b.width {
		b.theta[at] = 0
	}
}
