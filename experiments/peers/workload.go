package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"regret/problems/linear"
)

// workload is a problem on synthetic data and steps c/sqrt(t) for it.
type workload struct {
	name, text string
	n, d       int
	stored     int // entries of a row that are not 0; 0 for dense rows
	loss       linear.Loss
	c          float64
	epochs     int  // of n steps in a timed run
	endToEnd   bool // time regret run too
}

// workloads are those of the first measurements. The sparse one has the shape of
// RCV1: rows of unit length, the k-th most frequent feature 1/k as frequent as the first.
var workloads = []workload{
	{"W1", "dense logistic, n = 10,000, d = 100", 10_000, 100, 0, linear.Logistic{}, 0.1, 50, true},
	{"W2", "dense logistic, n = 10,000, d = 20", 10_000, 20, 0, linear.Logistic{}, 0.5, 100, true},
	{"W3", "dense least squares, n = 20,000, d = 1,000 (160 MB)", 20_000, 1000, 0, linear.Squared{}, 0.001, 10, false},
	{"W4", "sparse logistic, n = 20,000, d = 47,000, 75 entries a row", 20_000, 47_000, 75, linear.Logistic{}, 4, 20, false},
}

// steps is how many steps a run takes; T is one more.
func (w *workload) steps() int { return w.epochs * w.n }

// problem is what all peers are given.
type problem struct {
	*linear.Model
	truth []float64 // the vector that the targets come from
	drawn []int32   // uniform rows, one a step
}

// make draws the workload: standard normal entries, targets a.w + noise or the sign of
// that.
func (w *workload) make() *problem {
	random := rand.New(rand.NewPCG(1, uint64(w.d)))
	p := &problem{Model: &linear.Model{Loss: w.loss, Y: make([]float64, w.n)}}
	if w.stored > 0 {
		p.Rows = w.sparse(random)
	} else {
		p.Rows = &linear.Dense{N: w.n, D: w.d, Data: normals(random, w.n*w.d)}
	}
	p.truth = normals(random, w.d)
	length := math.Sqrt(linear.Dot(p.truth, p.truth) * p.Rows.SquaredNorm(0) / float64(w.d))
	for i := range p.Y {
		p.Y[i] = p.Rows.Dot(i, p.truth)/length + 0.5*random.NormFloat64()
		if _, logistic := w.loss.(linear.Logistic); logistic {
			p.Y[i] = math.Copysign(1, p.Y[i])
		}
	}
	p.drawn = make([]int32, w.steps()+1)
	for t := range p.drawn {
		p.drawn[t] = int32(random.Uint32N(uint32(w.n)))
	}
	return p
}

func (w *workload) sparse(random *rand.Rand) *linear.Sparse {
	m := &linear.Sparse{N: w.n, D: w.d, Starts: []int{0}}
	byFrequency := random.Perm(w.d)
	for range w.n {
		var columns []int32
		for seen := map[int]bool{}; len(columns) < w.stored; {
			rank := int(math.Exp(random.Float64() * math.Log(float64(w.d)))) // density 1/rank
			if !seen[rank] {
				seen[rank] = true
				columns = append(columns, int32(byFrequency[rank-1]))
			}
		}
		slices.Sort(columns)
		values := normals(random, w.stored)
		norm := math.Sqrt(linear.Dot(values, values))
		for k := range values {
			values[k] /= norm
		}
		m.Columns, m.Values = append(m.Columns, columns...), append(m.Values, values...)
		m.Starts = append(m.Starts, len(m.Columns))
	}
	return m
}

func normals(random *rand.Rand, n int) []float64 {
	x := make([]float64, n)
	for i := range x {
		x[i] = random.NormFloat64()
	}
	return x
}
