package linear

// Lanes are up to Width runs of projected SGD on the same rows of a model,
//
//	theta_{t+1} = Proj(theta_t - eta_t g_t),  g_t = slope_t a_t + Ridge theta_t,
//
// each with steps of its own, on the whole space or a ball around 0. What is a number
// of each run is kept here and in motion, what is a vector in the body.
// |theta|^2 and |theta-u|^2 follow from the margins, see motion; they are computed
// afresh now and then, so that rounding does not pile up. When depends on t alone, so
// that a run is the same however its steps are dealt out to calls of Run.
type Lanes struct {
	model *Model
	facts []rowFacts
	u     []float64
	width int // 1 or Width; arrays of Width have the first width entries in use

	body       body
	motion     *motion
	averages   []laneAverage
	t          int   // steps evaluated
	row        int32 // of f_t
	divergedAt [Width]int
}

// body holds the vectors of all lanes: the iterates, and what their weighted means
// are made of.
type body interface {
	// margins writes a_i.theta_t.
	margins(i int32, z *[Width]float64)
	// step leads along row rows[i] to theta_{t+1} = alpha theta_t + beta a and writes
	// the margins there of the row after it, if there is one.
	step(rows []int32, i int, m *motion, averages []laneAverage, z *[Width]float64)
	// iterates returns theta_t, coordinate j of lane l at width*j+l.
	iterates() []float64
	// means writes the weighted means of average k, laid out alike.
	means(dst []float64, k int, a *laneAverage)
	// row returns row i with its zeros.
	row(i int32) []float64
	// drop sets the vectors of a lane to 0.
	drop(lane int)
	// period is the number of steps, a multiple of stretch, after which norms are
	// computed afresh.
	period() int
}

// rowFacts is what a step needs of a row besides the row itself.
type rowFacts struct {
	y, square    float64 // |a|^2
	margin, loss float64 // a.u and f_i(u)
}

// laneAverage is one weighted mean of each run.
type laneAverage struct {
	weight, now     [Width]float64 // W_t and w_t
	loss, regret    [Width]float64 // sums of this stretch
	kappa, omega    [Width]float64 // W_t beta and W_t (alpha-1)
	losses, regrets [Width]Sum     // of the stretches before
}

// NewLanes lays out width runs, 1 or Width, that all begin at start. They are
// measured against u and keep the given number of averages. There must be no L1 term.
// A radius of +Inf stands for the whole space.
func NewLanes(m *Model, u []float64, radius float64, start []float64, width, averages int) *Lanes {
	d := m.Dim()
	if len(u) != d || len(start) != d {
		panic("linear: start and comparator must have the model's dimension")
	}
	if m.L1 != 0 {
		panic("linear: lanes know no L1 term")
	}
	l := &Lanes{
		model: m, u: u, width: width, motion: newMotion(m.Ridge, Dot(u, u), radius),
		averages: make([]laneAverage, averages), facts: make([]rowFacts, m.Len()),
	}
	switch rows := m.Rows.(type) {
	case *Dense:
		l.body = newDenseLanes(rows, start, width, averages)
	case *Sparse:
		l.body = newSparseLanes(rows, start, width, averages)
	default:
		panic("linear: lanes on rows of an unknown type")
	}
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
	m := l.motion
	l.body.margins(rows[0], &m.z)
	for i, index := range rows {
		facts := &l.facts[index]
		if l.t%stretch == 0 {
			l.settle()
		}
		l.t++
		if i+lead < len(rows) {
			at := rows[i+lead]
			bring(l.facts[at : at+1])
		}
		l.model.losses(&m.z, facts.y, &m.value, &m.slope, l.width)
		for !m.advance(facts, &eta[i], l.width) {
			l.diverge()
		}
		for k := range l.averages {
			l.averages[k].count(m, &weights[k][i], facts.loss, l.width)
		}
		if i+1 == len(rows) {
			l.row = index
			if look != nil {
				look()
			}
		}
		l.body.step(rows, i, m, l.averages, &m.z)
	}
}

// diverge ends the runs whose numbers are not finite; their lanes go on at 0, unseen.
func (l *Lanes) diverge() {
	m := l.motion
	for k := range l.width {
		if !m.infinite[k] {
			continue
		}
		if l.divergedAt[k] == 0 {
			l.divergedAt[k] = l.t
		}
		l.body.drop(k)
		m.z[k], m.value[k], m.slope[k] = 0, 0, 0
		m.norm[k], m.offset[k] = 0, m.square
	}
}

// lead is how many steps ahead what is known of a row is fetched from memory.
const lead = 4

// stretch is the number of steps between two calls of settle.
const stretch = 1024

// settle adds what was counted in a stretch to the averages' sums, and refreshes the
// norms if it is time.
func (l *Lanes) settle() {
	for i := range l.averages {
		a := &l.averages[i]
		for k := range l.width {
			a.losses[k].Add(a.loss[k])
			a.regrets[k].Add(a.regret[k])
		}
		a.loss, a.regret = [Width]float64{}, [Width]float64{}
	}
	if l.t%l.body.period() == 0 {
		l.refresh()
	}
}

// refresh computes norm and offset from the iterates.
func (l *Lanes) refresh() {
	m := l.motion
	m.norm, m.offset = [Width]float64{}, [Width]float64{}
	theta := l.body.iterates()
	for j, u := range l.u {
		for k, v := range theta[l.width*j : l.width*(j+1)] {
			m.norm[k] += v * v
			m.offset[k] += (v - u) * (v - u)
		}
	}
}

// countPortable adds f_t(theta_t) and the regret of step t with its weight, and plans
// the move of B_t.
func (a *laneAverage) countPortable(m *motion, weight *[Width]float64, atU float64, width int) {
	for k := range width {
		w := weight[k]
		a.now[k] = w
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
	theta, row, slope := l.body.iterates(), l.body.row(l.row), l.motion.slope[k]
	for j, u := range l.u {
		v := theta[l.width*j+k]
		g := slope*row[j] + l.model.Ridge*v
		offset += (v - u) * (v - u)
		gradient += g * g
	}
	m := l.motion
	m.maxOffset[k], m.maxGradient[k] = max(m.maxOffset[k], offset), max(m.maxGradient[k], gradient)
	return offset, gradient, m.maxOffset[k], m.maxGradient[k]
}

// Iterates returns theta_t of all lanes, coordinate j of lane l at width*j+l. It is
// the lanes' own.
func (l *Lanes) Iterates() []float64 { return l.body.iterates() }

// Means writes the weighted means of average i to dst, laid out like Iterates; a run
// whose weights are all 0 has its iterate there.
func (l *Lanes) Means(dst []float64, i int) { l.body.means(dst, i, &l.averages[i]) }

// Averaged returns the weighted sums of losses and regrets of average i in lane k,
// and the sum W_t of the weights.
func (l *Lanes) Averaged(i, k int) (losses, regrets, weight float64) {
	a := &l.averages[i]
	lossSum, regretSum := a.losses[k], a.regrets[k]
	lossSum.Add(a.loss[k])
	regretSum.Add(a.regret[k])
	return lossSum.Value(), regretSum.Value(), a.weight[k]
}

// ComparatorLoss returns f_t(u).
func (l *Lanes) ComparatorLoss() float64 { return l.facts[l.row].loss }

// share returns 1/W_t, 0 where that is 0.
func (a *laneAverage) share(width int) (share [Width]float64) {
	for k := range width {
		if a.weight[k] != 0 {
			share[k] = 1 / a.weight[k]
		}
	}
	return share
}
