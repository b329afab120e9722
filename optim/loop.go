package optim

import (
	"context"
	"math"

	"regret/optim/average"
	"regret/problems/linear"
)

// blockSize is how many steps are prepared at once: schedules, samples and
// cancellation are dealt with once a block, not once a step.
const blockSize = 1024

// Job is one run of a method. It is read only: jobs may share everything but
// their Rows.
type Job struct {
	Objective   Objective
	Set         Set
	Method      Method
	Steps       Steps
	Rows        Rows
	Batch       int       // rows a step, of whose losses f_t is the mean; 0 means 1
	Weights     []float64 // of the rows: a row's loss is Weights[i] f_i; nil means 1
	Start       []float64 // theta_1, in Set
	Comparator  []float64 // u, against which regret and distance are measured
	Horizon     int       // T
	Averages    []average.Average
	Checkpoints []int // increasing, within 1..T
	// Values asks for F at the averages; GradientNorm for |grad F(theta_t)|.
	// Online problems have no F.
	Values, GradientNorm bool
	// Observe, if set, sees every step. It is for checks of inequalities that
	// hold step by step.
	Observe func(Step)
}

// Step is one step as an observer sees it. The slices are the loop's own: they
// are valid during the call and must not be written.
type Step struct {
	T               int // t
	Eta             float64
	Loss            float64 // f_t(theta_t)
	ComparatorLoss  float64 // f_t(u)
	Theta, Gradient []float64
	Next            []float64 // theta_{t+1}
}

// Snapshot is what is recorded at a checkpoint t, with theta_t evaluated and
// its step not yet taken.
type Snapshot struct {
	T                  int
	Step               float64 // eta_t
	Distance           float64 // |theta_t - u|
	SampleGradientNorm float64 // |g_t|
	D, G               float64 // max_{s<=t} |theta_s - u| and max_{s<=t} |g_s|
	GradientNorm       float64 // |grad F(theta_t)|, NaN unless asked for
	Averages           []AverageSnapshot
}

// AverageSnapshot holds the weighted means at t of one average, by its weights
// w_s. While all weights are zero, and for the last iterate, they are those of
// step t alone.
type AverageSnapshot struct {
	Loss   float64 // sum w_s f_s(theta_s) / sum w_s
	Regret float64 // sum w_s [f_s(theta_s) - f_s(u)] / sum w_s, signed
	Value  float64 // F(bar theta_t), NaN unless asked for
}

// Run takes the steps of a job and calls emit at every checkpoint; the
// snapshot is the loop's own and valid during the call. A run diverges at the
// first t at which f_t(theta_t), |theta_t-u|^2 or |g_t|^2 is not finite: it
// ends there, without a snapshot, and that t is returned; 0 means that it
// stayed finite. Run stops early, with the context's error, when ctx is
// cancelled. It allocates nothing once it has begun to step.
func Run(ctx context.Context, job Job, emit func(*Snapshot)) (divergedAt int, err error) {
	job.check()
	l := newLoop(job)
	next := 0 // the next checkpoint
	var eta [blockSize]float64
	batch := max(1, job.Batch)
	block := max(1, blockSize/batch) // steps
	rows := make([]int32, block*batch)
	for t := 1; t <= job.Horizon; t += block {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		n := min(block, job.Horizon-t+1)
		job.Steps.Fill(eta[:n], t, job.Horizon)
		job.Rows.Fill(rows[:n*batch], (t-1)*batch+1)
		for i := range n {
			if !l.evaluate(t+i, eta[i], rows[i*batch:(i+1)*batch]) {
				return t + i, nil
			}
			if next < len(job.Checkpoints) && job.Checkpoints[next] == t+i {
				emit(l.snapshot())
				next++
			}
			l.step()
		}
	}
	return 0, nil
}

func (j *Job) check() {
	d := j.Objective.Dim()
	if len(j.Start) != d || len(j.Comparator) != d {
		panic("optim: start and comparator must have the objective's dimension")
	}
	if j.Horizon < 1 {
		panic("optim: horizon must be at least 1")
	}
	if j.Weights != nil && len(j.Weights) != j.Objective.Len() {
		panic("optim: as many weights as rows are needed")
	}
	last := 0
	for _, t := range j.Checkpoints {
		if t <= last || t > j.Horizon {
			panic("optim: checkpoints must increase within 1..T")
		}
		last = t
	}
}

// loop is the state of a run at step t.
type loop struct {
	job             Job
	oracle          Objective // gives f_t(theta_t) and the g_t that the method steps along
	theta, gradient []float64
	before          []float64 // theta_t for the observer, nil without one
	scratch         []float64
	comparator      comparator
	means           []mean

	t              int
	eta            float64
	loss, lossAtU  float64
	squaredDist    float64 // |theta_t - u|^2
	squaredGrad    float64 // |g_t|^2
	maxSquaredDist float64
	maxSquaredGrad float64
	seen           Snapshot
}

func newLoop(job Job) *loop {
	d := job.Objective.Dim()
	oracle := job.Objective
	if s, ok := job.Method.(Splitting); ok {
		oracle, job.Method = s.Split(oracle)
	}
	l := &loop{
		job:        job,
		oracle:     oracle,
		theta:      append([]float64(nil), job.Start...),
		gradient:   make([]float64, d),
		scratch:    make([]float64, d),
		comparator: newComparator(job.Objective, job.Comparator),
		seen:       Snapshot{Averages: make([]AverageSnapshot, len(job.Averages))},
	}
	for _, a := range job.Averages {
		l.means = append(l.means, newMean(a, d))
	}
	if job.Observe != nil {
		l.before = make([]float64, d)
	}
	return l
}

// evaluate reveals f_t at theta_t and says whether all stayed finite.
func (l *loop) evaluate(t int, eta float64, rows []int32) bool {
	l.t, l.eta = t, eta
	l.reveal(rows)
	l.squaredDist = squaredDistance(l.theta, l.job.Comparator)
	l.squaredGrad = linear.Dot(l.gradient, l.gradient)
	if !finite(l.loss) || !finite(l.squaredDist) || !finite(l.squaredGrad) {
		return false
	}
	l.maxSquaredDist = max(l.maxSquaredDist, l.squaredDist)
	l.maxSquaredGrad = max(l.maxSquaredGrad, l.squaredGrad)
	for k := range l.means {
		l.means[k].add(t, eta, l.theta, l.loss, l.loss-l.lossAtU)
	}
	return true
}

// step leads from theta_t to theta_{t+1}.
func (l *loop) step() {
	if l.job.Observe == nil {
		l.job.Method.Step(l.theta, l.gradient, l.eta, l.job.Set)
		return
	}
	copy(l.before, l.theta)
	l.job.Method.Step(l.theta, l.gradient, l.eta, l.job.Set)
	l.job.Observe(Step{
		T: l.t, Eta: l.eta, Loss: l.loss, ComparatorLoss: l.lossAtU,
		Theta: l.before, Gradient: l.gradient, Next: l.theta,
	})
}

func (l *loop) snapshot() *Snapshot {
	s := &l.seen
	s.T, s.Step = l.t, l.eta
	s.Distance, s.SampleGradientNorm = math.Sqrt(l.squaredDist), math.Sqrt(l.squaredGrad)
	s.D, s.G = math.Sqrt(l.maxSquaredDist), math.Sqrt(l.maxSquaredGrad)
	s.GradientNorm = math.NaN()
	if l.job.GradientNorm {
		l.job.Objective.FullSubgradient(l.scratch, l.theta)
		s.GradientNorm = math.Sqrt(linear.Dot(l.scratch, l.scratch))
	}
	for k := range l.means {
		m := &l.means[k]
		a := AverageSnapshot{Loss: m.loss(), Regret: m.regret(), Value: math.NaN()}
		if l.job.Values {
			a.Value = l.job.Objective.Value(m.point(l.theta))
		}
		s.Averages[k] = a
	}
	return s
}
