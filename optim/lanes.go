package optim

import (
	"context"
	"math"

	"regret/optim/average"
	"regret/problems/linear"
)

// RunLanes is Run for up to linear.Width jobs at once that differ in their steps
// alone, on the fast loop: emit is told which job a snapshot is of, and divergedAt
// is by job. The jobs must fit, see FitsLanes, and the first one's rows serve all of
// them. A job's numbers do not depend on its company; they agree with those of Run to
// rounding.
func RunLanes(ctx context.Context, jobs []Job, emit func(job int, s *Snapshot)) (divergedAt []int, err error) {
	if len(jobs) == 0 || len(jobs) > linear.Width {
		panic("optim: RunLanes takes 1 to 8 jobs")
	}
	for i := range jobs {
		jobs[i].check()
		if !jobs[i].FitsLanes() {
			panic("optim: RunLanes with a job that does not fit")
		}
	}
	l := newLaneLoop(jobs, emit)
	if err := l.run(ctx); err != nil {
		return nil, err
	}
	for k := range jobs {
		divergedAt = append(divergedAt, l.lanes.DivergedAt(k))
	}
	return divergedAt, nil
}

// FitsLanes says whether RunLanes can make a run, if its rows are never Whole: SGD
// along single rows without weights, on a linear model without L1 term, on the whole
// space or a ball around 0, unobserved.
func (j *Job) FitsLanes() bool {
	if j.Batch > 1 || j.Weights != nil || j.Observe != nil {
		return false
	}
	model, ok := j.Objective.(*linear.Model)
	if !ok || model.L1 != 0 {
		return false
	}
	_, sgd := j.Method.(SGD)
	_, round := j.Set.(roundSet)
	return sgd && round
}

// roundSet is a set that scales what it projects.
type roundSet interface {
	// CentredRadius is the radius of the ball around 0 that the set is, +Inf for the
	// whole space.
	CentredRadius() float64
}

// laneLoop is the state of jobs in lanes.
type laneLoop struct {
	jobs     []Job
	lanes    *linear.Lanes
	width    int
	weighted []int // for each average its place among those with finite weights, -1 for the last iterate
	rows     []int32
	steps    [][]float64 // of each job
	unlaned  []float64   // weights of one job
	eta      [][linear.Width]float64
	weights  [][][linear.Width]float64
	part     [][][linear.Width]float64 // of weights

	means      [][]float64 // of each average, as the lanes lay them out
	inspection *inspection
}

func newLaneLoop(jobs []Job, emit func(job int, s *Snapshot)) *laneLoop {
	job := &jobs[0]
	width := linear.Width
	if len(jobs) == 1 {
		width = 1
	}
	l := &laneLoop{
		jobs: jobs, width: width,
		rows: make([]int32, blockSize), unlaned: make([]float64, blockSize), eta: make([][linear.Width]float64, blockSize),
	}
	for range jobs {
		l.steps = append(l.steps, make([]float64, blockSize))
	}
	last := make([]bool, len(job.Averages))
	for i, a := range job.Averages {
		at := -1
		if last[i] = math.IsInf(a.Weight(1, 1), 1); !last[i] {
			at = len(l.weights)
			l.weights = append(l.weights, make([][linear.Width]float64, blockSize))
		}
		l.weighted = append(l.weighted, at)
	}
	model := job.Objective.(*linear.Model)
	l.lanes = linear.NewLanes(model, job.Comparator, job.Set.(roundSet).CentredRadius(), job.Start, width, len(l.weights))
	l.inspection = newInspection(job, last, emit)
	for _, points := range l.inspection.means {
		l.means = append(l.means, make([]float64, len(points)/linear.Width*width))
	}
	return l
}

func (l *laneLoop) run(ctx context.Context) error {
	job := &l.jobs[0]
	l.part = make([][][linear.Width]float64, len(l.weights))
	next := 0 // the next checkpoint
	for t := 1; t <= job.Horizon; t += blockSize {
		if err := ctx.Err(); err != nil {
			return err
		}
		n := min(blockSize, job.Horizon-t+1)
		l.fill(t, n)
		job.Rows.Fill(l.rows[:n], t)
		for from := 0; from < n; {
			if next == len(job.Checkpoints) || job.Checkpoints[next] >= t+n {
				l.take(from, n)
				break
			}
			to := job.Checkpoints[next] - t + 1
			next++
			l.take(from, to)
			l.look(t+to-1, &l.eta[to-1])
			from = to
		}
		if l.allDiverged() {
			break
		}
	}
	l.inspection.flush()
	return nil
}

// fill prepares steps and weights of n steps from t on. It lays them into lanes a part at a
// time: one that stays in the nearest cache until all lanes are full.
func (l *laneLoop) fill(t, n int) {
	const part = 64
	for k := range l.jobs {
		l.jobs[k].Steps.Fill(l.steps[k][:n], t, l.jobs[k].Horizon)
	}
	for from := 0; from < n; from += part {
		to := min(from+part, n)
		for k := range l.jobs {
			l.fillLane(k, t+from, from, to)
		}
	}
}

// fillLane lays out steps and weights from..to-1 of job k; the first is that of time t.
func (l *laneLoop) fillLane(k, t, from, to int) {
	steps, weights := l.steps[k][from:to], l.unlaned[from:to]
	spread(l.eta[from:to], k, steps)
	for a, at := range l.weighted {
		if at >= 0 {
			average.Weights(weights, steps, t, l.jobs[k].Averages[a])
			spread(l.weights[at][from:to], k, weights)
		}
	}
}

// spread writes numbers to lane k.
func spread(lanes [][linear.Width]float64, k int, x []float64) {
	for i, v := range x {
		lanes[i][k] = v
	}
}

// take makes the steps from..to-1 of the block.
func (l *laneLoop) take(from, to int) {
	for k := range l.part {
		l.part[k] = l.weights[k][from:to]
	}
	l.lanes.Run(l.rows[from:to], l.eta[from:to], l.part)
}

func (l *laneLoop) allDiverged() bool {
	for k := range l.jobs {
		if l.lanes.DivergedAt(k) == 0 {
			return false
		}
	}
	return true
}

// look takes note of all runs at checkpoint t.
func (l *laneLoop) look(t int, eta *[linear.Width]float64) {
	for a, at := range l.weighted {
		if len(l.means[a]) > 0 {
			l.lanes.Means(l.means[a], at)
		}
	}
	for k := range l.jobs {
		if l.lanes.DivergedAt(k) != 0 {
			continue
		}
		p := l.inspection
		l.describe(p.next(k), k, t, eta[k])
		p.place(p.iterates, l.lanes.Iterates()[k:], l.width)
		for a, points := range p.means {
			if points != nil {
				p.place(points, l.means[a][k:], l.width)
			}
		}
		if p.count == linear.Width {
			p.flush()
		}
	}
}

// describe fills the snapshot of job k but for what the inspection finds.
func (l *laneLoop) describe(s *Snapshot, k, t int, eta float64) {
	offset, gradient, maxOffset, maxGradient := l.lanes.Distances(k)
	s.T, s.Step = t, eta
	s.Distance, s.SampleGradientNorm = math.Sqrt(offset), math.Sqrt(gradient)
	s.D, s.G = math.Sqrt(maxOffset), math.Sqrt(maxGradient)
	s.GradientNorm = math.NaN()
	for a, at := range l.weighted {
		loss := l.lanes.Loss(k)
		now := AverageSnapshot{Loss: loss, Regret: loss - l.lanes.ComparatorLoss(), Value: math.NaN()}
		if at >= 0 {
			if losses, regrets, weight := l.lanes.Averaged(at, k); weight != 0 {
				now.Loss, now.Regret = losses/weight, regrets/weight
			}
		}
		s.Averages[a] = now
	}
}
