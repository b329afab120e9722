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
	ledger     *ledger
	averages   []laneAverage
	moments    *[2]moment // of f_t, the last one, and of the step before or none
	last       int
	t          int // steps evaluated
	divergedAt [Width]int

	// of a call of Run
	order   []int32 // the row of f_t before it, its rows, and the last of them a few times
	eta     [][Width]float64
	weights [][][Width]float64
}

// body holds the vectors of all lanes: the iterates, and what their weighted means
// are made of. Between two steps they are at theta_t, and how they go on to
// theta_{t+1} = alpha theta_t + beta a is planned in the motion. Row order[i+1] of the
// lanes is that of step i of a call of Run, order[i] the one before.
type body interface {
	// prepare is told that a call of Run begins.
	prepare(l *Lanes)
	// take takes step i, or up to n steps from it on, and says how many and whether all
	// numbers of the last one are finite; it ends with one where they are not.
	take(l *Lanes, i, n int) (done int, finite bool)
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
		model: m, u: u, width: width, motion: newMotion(m.Ridge, radius), ledger: &ledger{square: Dot(u, u)}, moments: new([2]moment),
		averages: make([]laneAverage, averages), facts: make([]rowFacts, m.Len()), order: make([]int32, 1),
	}
	switch rows := m.Rows.(type) {
	case *Dense:
		dense := newDenseLanes(rows, start, width, averages)
		l.body = dense
		if _, ok := m.Loss.(Logistic); ok && d <= maxForesight {
			l.body = &foresight{dense}
		}
	case *Sparse:
		l.body = newSparseLanes(rows, start, width, averages)
	default:
		panic("linear: lanes on rows of an unknown type")
	}
	for i := range l.facts {
		w := m.Rows.Dot(i, u)
		loss, _ := m.Loss.Eval(w, m.Y[i])
		l.facts[i] = rowFacts{y: m.Y[i], square: m.Rows.SquaredNorm(i), margin: w, loss: loss + 0.5*m.Ridge*l.ledger.square}
	}
	return l
}

// Run takes a step to each of the rows and evaluates f_t(theta_t) there: eta[i] are the
// steps of the lanes from there on, and weights[k][i] their weights in average k.
func (l *Lanes) Run(rows []int32, eta [][Width]float64, weights [][][Width]float64) {
	l.check(rows, eta, weights)
	before := l.row()
	if l.t == 0 { // no step leads to theta_1
		before = rows[0]
	}
	l.order = append(append(l.order[:0], before), rows...)
	for range 2 * lead {
		l.order = append(l.order, rows[len(rows)-1])
	}
	l.eta, l.weights = eta, weights
	l.body.prepare(l)
	for i := 0; i < len(rows); {
		n := 1
		if rest := stretch - l.t%stretch; rest < stretch { // not before settle is due
			n = min(len(rows)-i, rest)
		}
		done, finite := l.body.take(l, i, n)
		if !finite {
			l.diverge()
		}
		i += done
	}
}

// check panics where the kernels, which look at no bounds, would read beyond what is theirs.
func (l *Lanes) check(rows []int32, eta [][Width]float64, weights [][][Width]float64) {
	if len(eta) != len(rows) || len(weights) != len(l.averages) {
		panic("linear: lanes want steps for each row and weights for each average")
	}
	for _, w := range weights {
		if len(w) != len(rows) {
			panic("linear: lanes want a weight for each row")
		}
	}
	last := uint32(0) // a negative number is beyond all rows
	for _, i := range rows {
		last = max(last, uint32(i))
	}
	if int(last) >= len(l.facts) {
		panic("linear: lanes on a row that is not there")
	}
}

// evaluate finds loss and slope at the margins of the step to row i of Run.
func (l *Lanes) evaluate(i int) (now *moment, facts *rowFacts) {
	now, facts = &l.moments[l.last], &l.facts[l.order[i+1]]
	at := l.order[i+1+lead]
	bring(l.facts[at : at+1])
	l.model.losses(&l.motion.z, facts.y, &now.loss, &now.slope, l.width)
	return now, facts
}

// arrive counts a step, once the iterates are there.
func (l *Lanes) arrive() {
	if l.t%stretch == 0 {
		l.settle()
	}
	l.t++
}

// advance plans the step from row i of Run on and enters what is known of it.
func (l *Lanes) advance(i int, now *moment, facts *rowFacts) (finite bool) {
	finite = advance(l.motion, l.ledger, now, facts, &l.eta[i], l.width)
	for k := range l.averages {
		l.averages[k].count(now, &l.weights[k][i], facts.loss, l.width)
	}
	return finite
}

// diverge ends the runs whose numbers are not finite; their lanes go on from 0, unseen.
func (l *Lanes) diverge() {
	now := &l.moments[l.last]
	for k := range l.width {
		if now.doubt[k] == 0 {
			continue
		}
		if l.divergedAt[k] == 0 {
			l.divergedAt[k] = l.t
		}
		l.body.drop(k)
		l.motion.rest(k)
		l.ledger.rest(k)
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
	norm, offset := &l.motion.norm, &l.ledger.offset
	*norm, *offset = [Width]float64{}, [Width]float64{}
	theta := l.body.iterates()
	for j, u := range l.u {
		for k, v := range theta[l.width*j : l.width*(j+1)] {
			norm[k] += v * v
			offset[k] += (v - u) * (v - u)
		}
	}
}

// DivergedAt returns the first t at which f_t(theta_t), |theta_t-u|^2 or |g_t|^2 of
// lane k was not finite, 0 for none. What else is known of a run ends there.
func (l *Lanes) DivergedAt(k int) int { return l.divergedAt[k] }

// Loss returns f_t(theta_t) of lane k.
func (l *Lanes) Loss(k int) float64 { return l.moments[l.last].loss[k] }

// Distances returns |theta_t-u|^2 and |g_t|^2 of lane k, computed from the vectors,
// and the largest of each so far.
func (l *Lanes) Distances(k int) (offset, gradient, maxOffset, maxGradient float64) {
	theta, row, slope := l.body.iterates(), l.body.row(l.row()), l.moments[l.last].slope[k]
	for j, u := range l.u {
		v := theta[l.width*j+k]
		g := slope*row[j] + l.model.Ridge*v
		offset += (v - u) * (v - u)
		gradient += g * g
	}
	b := l.ledger
	b.maxOffset[k], b.maxGradient[k] = max(b.maxOffset[k], offset), max(b.maxGradient[k], gradient)
	return offset, gradient, b.maxOffset[k], b.maxGradient[k]
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
func (l *Lanes) ComparatorLoss() float64 { return l.facts[l.row()].loss }

// row is that of f_t.
func (l *Lanes) row() int32 { return l.order[len(l.order)-1] }
