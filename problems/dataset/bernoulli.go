package dataset

import (
	"errors"
	"fmt"
	"math/rand/v2"

	"regret/problems/linear"
)

// Bernoulli holds losses of experts that are 0 or 1, independent, with the means
//
//	P(l_t1 = 1) = 1/2 - gap,   P(l_tj = 1) = 1/2 for j > 1.
//
// With gap 0 no algorithm has an expected regret below (1+o(1)) sqrt(T ln(d)/2) as d
// and T grow (Cesa-Bianchi and Lugosi, Prediction, Learning, and Games, 2006, chapter
// 3). Fewer rows are the first ones of more.
type Bernoulli struct {
	Rows    int     `param:"rows" doc:"number of rows, the longest horizon" range:"[1,inf)"`
	Experts int     `param:"experts" doc:"number of experts d" range:"[2,inf)"`
	Gap     float64 `param:"gap" doc:"how much better the first expert is than the others, in the mean" range:"[0,0.5]" default:"0.1"`
	Seed    int     `param:"seed" doc:"seed of the generator" range:"[0,inf)" default:"1"`
}

// Validate checks the ranges and the size of the table.
func (b Bernoulli) Validate() error {
	switch {
	case b.Rows < 1:
		return errors.New("rows must be at least 1")
	case b.Experts < 2:
		return errors.New("experts must be at least 2")
	case !(b.Gap >= 0 && b.Gap <= 0.5):
		return errors.New("gap must lie between 0 and 1/2")
	case b.Seed < 0:
		return errors.New("seed must be at least 0")
	}
	return checkCells(b.Rows, b.Experts)
}

// Load draws the losses. It is an error if targets are asked for.
func (b Bernoulli) Load(task Task) (*Data, error) {
	if err := errors.Join(b.Validate(), onlyLosses(task)); err != nil {
		return nil, err
	}
	random := rand.New(rand.NewPCG(uint64(b.Seed), 0))
	rows := &linear.Dense{N: b.Rows, D: b.Experts, Data: make([]float64, b.Rows*b.Experts)}
	for k := range rows.Data {
		mean := 0.5
		if k%b.Experts == 0 {
			mean -= b.Gap
		}
		if random.Float64() < mean {
			rows.Data[k] = 1
		}
	}
	name := fmt.Sprintf("Bernoulli losses of %d experts", b.Experts)
	return &Data{Name: name, Rows: rows, Y: make([]float64, b.Rows)}, nil
}
