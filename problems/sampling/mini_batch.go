package sampling

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"

	"regret/problems"
)

// MiniBatch draws b rows a step, uniformly, and takes the mean of their losses.
// Steps are independent of each other; within one the rows are drawn with
// replacement, or all different.
type MiniBatch struct {
	Size        int  `param:"size" doc:"rows a step, b" range:"[1,1e6]"`
	Replacement bool `param:"replacement" default:"true" doc:"whether a batch may hold a row twice"`
}

// Validate asks for 1 <= b <= 1e6.
func (m MiniBatch) Validate() error {
	if m.Size < 1 || m.Size > 1e6 {
		return errors.New("size must be from 1 to 1e6")
	}
	return nil
}

// Of implements Sampling. The mean of b independent rows has noise sigma/sqrt(b);
// that of b different ones sigma sqrt((n-b)/(b(n-1))) (any book on surveys: the
// finite population correction). A mean of losses is no steeper and no more curved
// than the worst of them, so G and Lmax stay. The differences of gradients in the
// definition of Lexp are vectors with a mean and a deviation like any: a batch takes
// the share s of the mean square of a single row's and 1-s of that of F's, which is
// below 2 L [F(x) - F(u)] as <grad F(u), x-u> >= 0. Thus Lexp becomes s Lexp + (1-s) L, with
// s = 1/b, or (n-b)/(b(n-1)) for different rows (Gower and others, ICML 2019,
// proposition 3.8).
func (m MiniBatch) Of(p *problems.Problem) (*Law, error) {
	n := p.Objective.Len()
	law := &Law{Batch: m.Size, Random: true, Constants: map[string]problems.Constant{}}
	b := float64(m.Size)
	factor, share, why := 1/math.Sqrt(b), 1/b, fmt.Sprintf("/sqrt(%d), the mean of a batch", m.Size)
	law.start = func(source *rand.PCG) Draws { return &uniform{source, uint64(n)} }
	if p.Stream != nil { // fresh samples: with or without replacement is the same
		law.start = func(*rand.PCG) Draws { return fresh{} }
	} else if !m.Replacement {
		if m.Size > n {
			return nil, fmt.Errorf("size %d is beyond the %d rows, which a batch without replacement holds once each", m.Size, n)
		}
		share = 0
		if m.Size < n {
			share = float64(n-m.Size) / (b * float64(n-1))
		}
		factor = math.Sqrt(share)
		why = fmt.Sprintf(" * sqrt((n-b)/(b(n-1))), b = %d different rows", m.Size)
		law.start = func(source *rand.PCG) Draws { return &different{rand.New(source), m.Size, identity(n)} }
	}
	for name, c := range p.Constants {
		switch name {
		case "sigma", "sigma_star":
			c = scaled(c, factor, why)
		case "Lexp":
			c = mixed(c, p.Constants["L"], share)
		case "Rx", "noise": // of single samples
			continue
		}
		law.Constants[name] = c
	}
	return law, nil
}

// scaled is a constant times a factor; infinity stays.
func scaled(c problems.Constant, factor float64, why string) problems.Constant {
	if !math.IsInf(c.Value, 0) {
		c.Value *= factor
	}
	c.Formula = "(" + c.Formula + ")" + why
	return c
}

// mixed is the Lexp of batches, given that of single rows.
func mixed(Lexp, L problems.Constant, share float64) problems.Constant {
	value := L.Value
	if share > 0 {
		value = share*Lexp.Value + (1-share)*L.Value
	}
	return problems.Constant{Value: value, Provenance: problems.Certified,
		Formula: fmt.Sprintf("s Lexp + (1-s) L, Lexp = %.6g that of single rows, s = %.6g the share of their deviation in a batch", Lexp.Value, share)}
}

// different draws batches of size different rows: the first of a random permutation.
type different struct {
	random *rand.Rand
	size   int
	order  []int32
}

// Fill takes one more step of Fisher and Yates a draw; each batch begins anew, from
// whatever order the last one left.
func (d *different) Fill(rows []int32, k int) {
	for i := range rows {
		at := (k - 1 + i) % d.size
		j := at + int(d.random.Uint32N(uint32(len(d.order)-at)))
		d.order[at], d.order[j] = d.order[j], d.order[at]
		rows[i] = d.order[at]
	}
}
