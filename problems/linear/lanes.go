package linear

// Lanes are up to Width runs of projected SGD on the same rows of a dense model,
//
//	theta_{t+1} = Proj(theta_t - eta_t g_t),  g_t = slope_t a_t + Ridge theta_t,
//
// each with steps of its own, on the whole space or a ball around 0. A step is a
// margin, a slope and one pass over the iterate, which gives the next margin too.
// |theta|^2 and |theta-u|^2 follow from the margins, see motion; they are computed
// afresh at the start of every call of Run, so that rounding does not pile up.
//
// Averages are lazy: with weights w_s, their sums W_t and
// Delta_t = theta_t - theta_{t-1},
//
//	bar theta_t = theta_t - B_t/W_t,   B_t = sum_{s<t} W_s Delta_{s+1},
//
// where Delta is a multiple of the row, and of theta where that shrinks.
type Lanes struct {
	model *Model
	rows  *Dense
	facts []rowFacts
	u     []float64
	width int // 1 or Width; arrays of Width have the first width entries in use

	theta      []float64 // coordinate j of lane l at width*j+l
	motion     motion
	averages   []laneAverage
	t          int            // steps evaluated
	row        int32          // of f_t
	slope      [Width]float64 // phi' at theta_t
	divergedAt [Width]int
}

// rowFacts is what a step needs of a row besides the row itself.
type rowFacts struct {
	y, square    float64 // |a|^2
	margin, loss float64 // a.u and f_i(u)
}

// laneAverage is one weighted mean of each run.
type laneAverage struct {
	weight          [Width]float64 // W_t
	loss, regret    [Width]float64 // sums since the last call of Run
	kappa, omega    [Width]float64 // B_{t+1} = B_t + kappa a + omega theta_t
	behind          []float64      // B_t
	losses, regrets [Width]Sum     // up to the last call of Run
}

// NewLanes lays out width runs, 1 or Width, that all begin at start. They are
// measured against u and keep the given number of averages. Rows must be dense, and
// there must be no L1 term. A radius of +Inf stands for the whole space.
func NewLanes(m *Model, u []float64, radius float64, start []float64, width, averages int) *Lanes {
	d := m.Dim()
	if len(u) != d || len(start) != d {
		panic("linear: start and comparator must have the model's dimension")
	}
	if m.L1 != 0 {
		panic("linear: lanes know no L1 term")
	}
	l := &Lanes{
		model: m, rows: m.Rows.(*Dense), u: u, width: width, motion: newMotion(m.Ridge, Dot(u, u), radius),
		theta: newIterates(d, width), averages: make([]laneAverage, averages), facts: make([]rowFacts, m.Len()),
	}
	for j, v := range start {
		for k := range width {
			l.theta[width*j+k] = v
		}
	}
	for k := range l.averages {
		l.averages[k].behind = make([]float64, d*width)
	}
	collapse(l.rows.Data)
	for i := range l.facts {
		w := m.Rows.Dot(i, u)
		loss, _ := m.Loss.Eval(w, m.Y[i])
		l.facts[i] = rowFacts{y: m.Y[i], square: m.Rows.SquaredNorm(i), margin: w, loss: loss + 0.5*m.Ridge*l.motion.square}
	}
	return l
}

// Run takes one step for each row: eta[i] are the steps of the lanes, and
// weights[k][i] their weights in average k. Before the last step is taken, with
// theta_t evaluated and counted, it calls look, if that is not nil.
func (l *Lanes) Run(rows []int32, eta [][Width]float64, weights [][][Width]float64, look func()) {
	l.refresh()
	var z, value, slope [Width]float64
	row := l.rows.Row(int(rows[0]))
	margins(l.theta, row, &z, l.width)
	for i, index := range rows {
		facts := &l.facts[index]
		l.t++
		l.model.losses(&z, facts.y, &value, &slope, l.width)
		for !l.motion.advance(facts, &z, &value, &slope, &eta[i], l.width) {
			l.diverge(&z, &value, &slope)
		}
		for k := range l.averages {
			l.averages[k].count(&l.motion, &weights[k][i], facts.loss, l.width)
		}
		last := len(rows) - 1
		if i == last {
			l.row, l.slope = index, slope
			l.settle()
			if look != nil {
				look()
			}
		}
		for k := range l.averages {
			a := &l.averages[k]
			follow(a.behind, l.theta, row, &a.kappa, &a.omega, l.width)
		}
		next, ahead := l.rows.Row(int(rows[min(i+1, last)])), rows[min(i+2, last)]
		step(l.theta, row, next, &l.motion.alpha, &l.motion.beta, &z, l.width, l.rows.Row(int(ahead)), &l.facts[ahead])
		row = next
	}
}

// diverge ends the runs whose numbers are not finite; their lanes go on at 0, unseen.
func (l *Lanes) diverge(z, value, slope *[Width]float64) {
	for k := range l.width {
		if !l.motion.infinite[k] {
			continue
		}
		if l.divergedAt[k] == 0 {
			l.divergedAt[k] = l.t
		}
		for j := range l.u {
			l.theta[l.width*j+k] = 0
		}
		z[k], value[k], slope[k] = 0, 0, 0
		l.motion.norm[k], l.motion.offset[k] = 0, l.motion.square
	}
}

// refresh computes norm and offset from the iterates.
func (l *Lanes) refresh() {
	m := &l.motion
	m.norm, m.offset = [Width]float64{}, [Width]float64{}
	for j, u := range l.u {
		for k, v := range l.theta[l.width*j : l.width*(j+1)] {
			m.norm[k] += v * v
			m.offset[k] += (v - u) * (v - u)
		}
	}
}

// settle adds what was counted since the last call of Run to the averages' sums.
func (l *Lanes) settle() {
	for i := range l.averages {
		a := &l.averages[i]
		for k := range l.width {
			a.losses[k].Add(a.loss[k])
			a.regrets[k].Add(a.regret[k])
		}
		a.loss, a.regret = [Width]float64{}, [Width]float64{}
	}
}

// countPortable adds f_t(theta_t) and the regret of step t with its weight, and plans
// the move of B_t.
func (a *laneAverage) countPortable(m *motion, weight *[Width]float64, atU float64, width int) {
	for k := range width {
		w := weight[k]
		a.weight[k] += w
		a.loss[k] += w * m.loss[k]
		a.regret[k] += w * (m.loss[k] - atU)
		a.kappa[k], a.omega[k] = a.weight[k]*m.beta[k], a.weight[k]*(m.alpha[k]-1)
	}
}

// DivergedAt returns the first t at which f_t(theta_t), |theta_t-u|^2 or |g_t|^2 of
// lane k was not finite, 0 for none. What else is known of a run ends there.
func (l *Lanes) DivergedAt(k int) int { return l.divergedAt[k] }

// Loss returns f_t(theta_t) of lane k.
func (l *Lanes) Loss(k int) float64 { return l.motion.loss[k] }

// Distances returns |theta_t-u|^2 and |g_t|^2 of lane k, computed from the vectors,
// and the largest of each so far.
func (l *Lanes) Distances(k int) (offset, gradient, maxOffset, maxGradient float64) {
	row, slope := l.rows.Row(int(l.row)), l.slope[k]
	for j, u := range l.u {
		v := l.theta[l.width*j+k]
		g := slope*row[j] + l.model.Ridge*v
		offset += (v - u) * (v - u)
		gradient += g * g
	}
	m := &l.motion
	m.maxOffset[k], m.maxGradient[k] = max(m.maxOffset[k], offset), max(m.maxGradient[k], gradient)
	return offset, gradient, m.maxOffset[k], m.maxGradient[k]
}

// Iterates returns theta_t of all lanes, coordinate j of lane l at width*j+l. It is
// the lanes' own.
func (l *Lanes) Iterates() []float64 { return l.theta }

// Means writes the weighted means of average i to dst, laid out like Iterates; a run
// whose weights are all 0 has its iterate there.
func (l *Lanes) Means(dst []float64, i int) {
	a := &l.averages[i]
	var share [Width]float64 // 1/W_t
	for k := range l.width {
		if a.weight[k] != 0 {
			share[k] = 1 / a.weight[k]
		}
	}
	for j := range l.u {
		for k := range l.width {
			at := l.width*j + k
			dst[at] = l.theta[at] - share[k]*a.behind[at]
		}
	}
}

// Averaged returns the weighted sums of losses and regrets of average i in lane k,
// and the sum W_t of the weights.
func (l *Lanes) Averaged(i, k int) (losses, regrets, weight float64) {
	a := &l.averages[i]
	return a.losses[k].Value(), a.regrets[k].Value(), a.weight[k]
}

// ComparatorLoss returns f_t(u).
func (l *Lanes) ComparatorLoss() float64 { return l.facts[l.row].loss }
