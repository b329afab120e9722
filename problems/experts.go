package problems

import (
	"context"
	"errors"
	"fmt"

	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// Experts is prediction with expert advice: at step t the distribution theta over d
// experts suffers f_t(theta) = l_t.theta, where l_t in [0, 1]^d holds the experts'
// losses. It is online; the comparator is the best expert in hindsight. Cesa-Bianchi
// and Lugosi, Prediction, Learning, and Games (2006), chapter 2.
type Experts struct {
	Data dataset.Source `param:"data" group:"datasets" doc:"the losses l_t of the experts, one step a row, in [0, 1]; targets are ignored"`
	// Order is always that of a sequence: there is nothing to choose in YAML.
	order Order
}

// Validate asks for data.
func (p Experts) Validate() error { return p.sum().Validate() }

// InSequence says that experts are an online problem.
func (Experts) InSequence() bool { return true }

// SetHorizon restricts the problem to the first T losses; 0 stands for all.
func (p *Experts) SetHorizon(T int) { p.order.SetHorizon(T) }

// Build loads the losses and finds the best expert and the constants. It is an
// error if a loss is outside [0, 1].
//
// G is the largest |l_t|. Only differences of losses matter to the regret, so that
// a bound with G is not the last word: with l_t less its mean it holds as well.
func (p Experts) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	problem, err := p.sum().build(ctx, optima, linear.Identity{}, dataset.Losses, `\ell_i^\top\theta`)
	if err != nil {
		return nil, err
	}
	problem.Formula = `f_t(\theta)=\ell_t^\top\theta,\quad \ell_t\in[0,1]^d,\ t=1,\dots,T`
	return problem, nil
}

func (p Experts) sum() FiniteSum {
	order := p.order
	order.Online = true
	return FiniteSum{Data: unitLosses{p.Data}, Domain: domain.Simplex{}, Preprocess: string(dataset.None), Order: order}
}

// unitLosses is a source that refuses losses outside [0, 1].
type unitLosses struct{ dataset.Source }

// Validate asks for a valid source.
func (u unitLosses) Validate() error {
	if u.Source == nil {
		return errors.New("data must be given")
	}
	if v, ok := u.Source.(interface{ Validate() error }); ok {
		return v.Validate()
	}
	return nil
}

// Load implements dataset.Source.
func (u unitLosses) Load(task dataset.Task) (*dataset.Data, error) {
	data, err := u.Source.Load(task)
	if err != nil {
		return nil, err
	}
	for i := range data.Rows.Len() {
		columns, values := data.Rows.Entries(i)
		for k, v := range values {
			if v >= 0 && v <= 1 {
				continue
			}
			expert := k
			if columns != nil {
				expert = int(columns[k])
			}
			return nil, fmt.Errorf("%s: row %d: the loss of expert %d is %g, outside [0, 1]", data.Name, i+1, expert+1, v)
		}
	}
	return data, nil
}
