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
	there  bool        // at theta_{t+1} already, with its margins
	course course
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

func (b *denseLanes) prepare(l *Lanes) {
	b.there = false
	b.course.lay(l, b)
}

func (b *denseLanes) take(l *Lanes, i, _ int) (done int, finite bool) {
	if !b.there {
		b.move(l, i, i+1, &l.motion.z)
	}
	now, facts := l.evaluate(i)
	l.arrive()
	if i == len(l.eta)-1 {
		return 1, l.advance(i, now, facts)
	}
	finite, b.there = b.course.turn(l, i, now)
	if !b.there && finite {
		finite = l.advance(i, now, facts)
	}
	return 1, finite
}

// move leads along row order[i] to theta_{t+1} and writes the margins of row order[at] there.
func (b *denseLanes) move(l *Lanes, i, at int, z *[Width]float64) {
	m, row := l.motion, b.rows.Row(int(l.order[i]))
	for k := range l.averages {
		follow(b.behind[k], b.theta, row, &l.averages[k].weight, &m.alpha, &m.beta, b.width)
	}
	next, ahead := b.rows.Row(int(l.order[at])), b.rows.Row(int(l.order[at+1]))
	step(b.theta, row, next, &m.alpha, &m.beta, z, b.width, ahead)
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
