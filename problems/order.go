package problems

import (
	"fmt"
	"maps"
	"slices"

	"regret/problems/dataset"
)

// Order says how the rows of the data are met: as terms of the mean F, or one after
// the other as the losses of an online problem. Kinds of problems embed it.
//
// An online problem depends on the horizon. Its losses are those of the first T
// rows; its comparator is their best fixed point in hindsight, certified like any
// minimizer, and all of its constants are those of these T losses. The regret is
// thus at most the certificate's gap below that against the very best point.
type Order struct {
	Online  bool `param:"online" default:"false" doc:"row t is the loss of step t, and the comparator the best fixed point in hindsight of the first T rows; constants are theirs"`
	horizon int
}

// InSequence says whether the rows are the losses of an online problem.
func (o Order) InSequence() bool { return o.Online }

// SetHorizon restricts an online problem to the losses of a run of T points; 0,
// where it starts, stands for all rows.
func (o *Order) SetHorizon(T int) { o.horizon = T }

// rows returns the rows that the problem consists of.
func (o Order) rows(data *dataset.Data) (*dataset.Data, error) {
	switch n := data.Rows.Len(); {
	case !o.Online || o.horizon == 0:
		return data, nil
	case o.horizon > n:
		return nil, fmt.Errorf("horizon %d is beyond the sequence of %d losses: %s", o.horizon, n, data.Name)
	}
	first := data.First(o.horizon)
	first.Name = fmt.Sprintf("the first %d losses of %s", o.horizon, data.Name)
	return first, nil
}

// ofEachLoss are the constants that online problems have: they speak of domain,
// comparator and every single loss, and of no F or noise.
var ofEachLoss = []string{"D", "G", "R", "Lmax", "mu", "n", "d"}

// inSequence turns a finite sum into an online problem. Its mu is that of every
// single loss, which F can exceed.
func inSequence(p *Problem, ridge float64) {
	p.Online = true
	p.Optimum.Method += ", F the mean of the T losses"
	maps.DeleteFunc(p.Constants, func(name string, _ Constant) bool { return !slices.Contains(ofEachLoss, name) })
	p.Constants["mu"] = Constant{ridge, Certified, "ridge, a part of every f_t"}
	p.Constants["n"] = Constant{float64(p.Objective.Len()), Exact, "number of losses, T"}
	r := p.Constants["R"]
	r.Formula = "|theta_1 - u|, u the certified minimizer of the sum in hindsight"
	p.Constants["R"] = r
}
