package linear

import "math"

// Lanes are up to Width runs of projected SGD on the same rows of a dense model,
//
//	theta_{t+1} = Proj(theta_t - eta_t g_t),  g_t = slope_t a_t + Ridge theta_t,
//
// each with steps of its own, on the whole space or a ball around 0. A step is a
// margin, a slope and one pass over the iterate, which gives the next margin too.
// q = |theta|^2 and e = |theta-u|^2 follow from the margins: with s the slope,
// z = a.theta and w = a.u,
//
//	|g|^2        = s^2 |a|^2 + 2 s Ridge z + Ridge^2 q
//	<g, theta>   = s z + Ridge q
//	<g, theta-u> = s (z-w) + Ridge (q + e - |u|^2)/2,
//
// and a projection multiplies theta by c = r/|theta|, after which e is
// c e + (1-c)(|u|^2 - c q). Both are computed afresh at the start of every call of
// Run, so that rounding does not pile up.
//
// Averages are lazy: with weights w_s, their sums W_t and
// Delta_t = theta_t - theta_{t-1},
//
//	bar theta_t = theta_t - B_t/W_t,   B_t = sum_{s<t} W_s Delta_{s+1},
//
// where Delta is a multiple of the row, and of theta where that shrinks.
type Lanes struct {
	model  *Model
	rows   *Dense
	facts  []rowFacts
	u      []float64
	square float64 // |u|^2
	radius float64 // of the ball, +Inf on the whole space
	width  int     // 1 or Width; arrays of Width have the first width entries in use

	theta    []float64 // coordinate j of lane l at width*j+l
	norm     [Width]float64
	offset   [Width]float64
	averages []laneAverage
	t        int // steps evaluated
	seen     Seen
}

// Seen is what Lanes know of each run once f_t(theta_t) is evaluated.
type Seen struct {
	Row         int32          // of f_t
	Loss, Slope [Width]float64 // f_t(theta_t), and phi' there
	MaxOffset   [Width]float64 // max_{s<=t} |theta_s-u|^2
	MaxGradient [Width]float64 // max_{s<=t} |g_s|^2
	// DivergedAt is the first t at which f_t(theta_t), |theta_t-u|^2 or |g_t|^2 was
	// not finite, 0 for none. What is seen of a run ends there.
	DivergedAt [Width]int
}

// rowFacts is what a step needs of a row besides the row itself.
type rowFacts struct {
	y, square    float64 // |a|^2
	margin, loss float64 // a.u and f_i(u)
}

// laneAverage is one weighted mean of each run.
type laneAverage struct {
	weight          [Width]float64 // W_t
	behind          []float64      // B_t
	losses, regrets [Width]Sum     // up to the last call of Run
	loss, regret    [Width]float64 // since then
}

// NewLanes lays out width runs, 1 or Width, that all begin at start. They are
// measured against u and keep the given number of averages. Rows must be dense. A
// radius of +Inf stands for the whole space.
func NewLanes(m *Model, u []float64, radius float64, start []float64, width, averages int) *Lanes {
	d := m.Dim()
	if len(u) != d || len(start) != d {
		panic("linear: start and comparator must have the model's dimension")
	}
	l := &Lanes{
		model: m, rows: m.Rows.(*Dense), u: u, square: Dot(u, u), radius: radius, width: width,
		theta: make([]float64, d*width), averages: make([]laneAverage, averages), facts: make([]rowFacts, m.Len()),
	}
	for j, v := range start {
		for k := range width {
			l.theta[width*j+k] = v
		}
	}
	for k := range l.averages {
		l.averages[k].behind = make([]float64, d*width)
	}
	for i := range l.facts {
		w := m.Rows.Dot(i, u)
		loss, _ := m.Loss.Eval(w, m.Y[i])
		l.facts[i] = rowFacts{y: m.Y[i], square: m.Rows.SquaredNorm(i), margin: w, loss: loss + 0.5*m.Ridge*l.square}
	}
	return l
}

// Run takes one step for each row: eta[i] are the steps of the lanes, and
// weights[k][i] their weights in average k. Before the last step is taken, with
// theta_t evaluated and counted, it calls look, if that is not nil.
func (l *Lanes) Run(rows []int32, eta [][Width]float64, weights [][][Width]float64, look func()) {
	l.refresh()
	var z, value, slope, alpha, beta [Width]float64
	row := l.rows.Row(int(rows[0]))
	margins(l.theta, row, &z, l.width)
	for i, index := range rows {
		facts := &l.facts[index]
		l.t++
		l.model.losses(&z, facts.y, &value, &slope, l.width)
		l.count(facts, &z, &value, &slope)
		l.plan(facts, &z, &slope, &eta[i], &alpha, &beta)
		for k := range l.averages {
			l.averages[k].count(l.width, &weights[k][i], &l.seen.Loss, facts.loss)
		}
		next := row
		if i+1 < len(rows) {
			next = l.rows.Row(int(rows[i+1]))
		} else {
			l.seen.Row, l.seen.Slope = index, slope
			l.settle()
			if look != nil {
				look()
			}
		}
		for k := range l.averages {
			l.averages[k].follow(l.width, l.theta, row, &alpha, &beta)
		}
		step(l.theta, row, next, &alpha, &beta, &z, l.width)
		row = next
	}
}

// count takes note of f_t(theta_t), |theta_t-u| and |g_t|.
func (l *Lanes) count(facts *rowFacts, z, value, slope *[Width]float64) {
	ridge, seen := l.model.Ridge, &l.seen
	for k := range l.width {
		s := slope[k]
		gradient := s*s*facts.square + ridge*(2*s*z[k]+ridge*l.norm[k])
		seen.Loss[k] = value[k] + 0.5*ridge*l.norm[k]
		if x := seen.Loss[k] + gradient + l.offset[k]; x-x != 0 {
			l.diverge(k)
			slope[k], z[k], gradient = 0, 0, 0
		}
		seen.MaxGradient[k] = max(seen.MaxGradient[k], gradient)
		seen.MaxOffset[k] = max(seen.MaxOffset[k], l.offset[k])
	}
}

// diverge notes the end of a run; its lane goes on at 0, unseen.
func (l *Lanes) diverge(k int) {
	if l.seen.DivergedAt[k] == 0 {
		l.seen.DivergedAt[k] = l.t
	}
	for j := range l.u {
		l.theta[l.width*j+k] = 0
	}
	l.norm[k], l.offset[k] = 0, l.square
}

// plan finds alpha and beta of the step theta = alpha theta + beta a, and moves norm
// and offset along.
func (l *Lanes) plan(facts *rowFacts, z, slope, eta, alpha, beta *[Width]float64) {
	ridge, limit := l.model.Ridge, l.radius*l.radius
	for k := range l.width {
		s, step, q, e := slope[k], eta[k], l.norm[k], l.offset[k]
		gradient := s*s*facts.square + ridge*(2*s*z[k]+ridge*q)
		along := s*z[k] + ridge*q
		apart := s*(z[k]-facts.margin) + 0.5*ridge*(q+e-l.square)
		q += step * (step*gradient - 2*along)
		e += step * (step*gradient - 2*apart)
		a, b := 1-step*ridge, -step*s
		if q > limit {
			c := l.radius / math.Sqrt(q)
			e = c*e + (1-c)*(l.square-c*q)
			q = limit
			a, b = c*a, c*b
		}
		alpha[k], beta[k], l.norm[k], l.offset[k] = a, b, max(q, 0), max(e, 0)
	}
}

// refresh computes norm and offset from the iterates.
func (l *Lanes) refresh() {
	l.norm, l.offset = [Width]float64{}, [Width]float64{}
	for j, u := range l.u {
		for k, v := range l.theta[l.width*j : l.width*(j+1)] {
			l.norm[k] += v * v
			l.offset[k] += (v - u) * (v - u)
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

// count adds f_t(theta_t) and the regret of step t with its weight.
func (a *laneAverage) count(width int, weight, loss *[Width]float64, atU float64) {
	for k := range width {
		w := weight[k]
		a.weight[k] += w
		a.loss[k] += w * loss[k]
		a.regret[k] += w * (loss[k] - atU)
	}
}

// follow moves B_t along with the step theta = alpha theta + beta row.
func (a *laneAverage) follow(width int, theta, row []float64, alpha, beta *[Width]float64) {
	var kappa, omega [Width]float64
	for k := range width {
		kappa[k], omega[k] = a.weight[k]*beta[k], a.weight[k]*(alpha[k]-1)
	}
	follow(a.behind, theta, row, &kappa, &omega, width)
}

// Seen returns what is known, valid until the next call of Run.
func (l *Lanes) Seen() *Seen { return &l.seen }

// Distances returns |theta_t-u|^2 and |g_t|^2 of lane k, computed from the vectors.
func (l *Lanes) Distances(k int) (offset, gradient float64) {
	row, slope := l.rows.Row(int(l.seen.Row)), l.seen.Slope[k]
	for j, u := range l.u {
		v := l.theta[l.width*j+k]
		g := slope*row[j] + l.model.Ridge*v
		offset += (v - u) * (v - u)
		gradient += g * g
	}
	return offset, gradient
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
func (l *Lanes) ComparatorLoss() float64 { return l.facts[l.seen.Row].loss }
