package optim

import (
	"math"

	"regret/problems/linear"
)

// inspection evaluates F and its gradient for up to linear.Width snapshots at once, of one
// run or several: in one pass over the data, which takes little longer than for one. So emit is
// told of a checkpoint up to linear.Width of them late, and of none if the run is broken off.
type inspection struct {
	job       *Job // what is asked for
	emit      func(job int, s *Snapshot)
	evaluator *linear.Together
	iterates  []float64   // theta_t, coordinate j of snapshot k at linear.Width*j+k
	means     [][]float64 // of each average alike, nil for the last iterate
	gradients []float64

	count     int
	snapshots [linear.Width]Snapshot
	jobs      [linear.Width]int // that the snapshots are of
}

// newInspection takes note of which averages are the last iterate.
func newInspection(job *Job, last []bool, emit func(job int, s *Snapshot)) *inspection {
	model := job.Objective.(*linear.Model)
	p := &inspection{job: job, emit: emit, evaluator: linear.NewTogether(model, linear.Width), means: make([][]float64, len(last))}
	points := func() []float64 { return make([]float64, linear.Width*model.Dim()) }
	p.iterates = points()
	for a := range last {
		if job.Values && !last[a] {
			p.means[a] = points()
		}
	}
	if job.GradientNorm {
		p.gradients = points()
	}
	for k := range p.snapshots {
		p.snapshots[k].Averages = make([]AverageSnapshot, len(last))
	}
	return p
}

// next returns the snapshot to be filled next, of a job.
func (p *inspection) next(job int) *Snapshot {
	p.jobs[p.count] = job
	p.count++
	return &p.snapshots[p.count-1]
}

// place copies a point, whose coordinates are stride numbers apart, to where those of the
// last snapshot go.
func (p *inspection) place(points, from []float64, stride int) {
	for j := 0; j*stride < len(from); j++ {
		points[linear.Width*j+p.count-1] = from[j*stride]
	}
}

// flush completes the snapshots and hands them out.
func (p *inspection) flush() {
	if p.count == 0 {
		return
	}
	p.evaluate()
	for k := range p.count {
		p.emit(p.jobs[k], &p.snapshots[k])
	}
	p.count = 0
}

func (p *inspection) evaluate() {
	var last [linear.Width]float64
	known := p.job.GradientNorm
	if known {
		last = p.evaluator.FullSubgradients(p.gradients, p.iterates)
		for k, norm := range columnNorms(p.gradients) {
			p.snapshots[k].GradientNorm = norm
		}
	}
	if !p.job.Values {
		return
	}
	for a, points := range p.means {
		values := last
		switch {
		case points != nil:
			values = p.evaluator.Values(points)
		case !known:
			last, known = p.evaluator.Values(p.iterates), true
			values = last
		}
		for k, v := range values {
			p.snapshots[k].Averages[a].Value = v
		}
	}
}

// columnNorms returns the norms of vectors laid out side by side.
func columnNorms(x []float64) (norms [linear.Width]float64) {
	column := make([]float64, len(x)/linear.Width)
	for k := range norms {
		for j := range column {
			column[j] = x[linear.Width*j+k]
		}
		norms[k] = math.Sqrt(linear.Dot(column, column))
	}
	return norms
}
