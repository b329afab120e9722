package problems

import (
	"regret/problems/dataset"
	"regret/problems/linear"
)

// Hinge is the linear support vector machine, phi(z, y) = max(0, 1-yz), y in {-1, +1}.
type Hinge struct {
	FiniteSum
}

// Build loads the data, finds the certified minimizer and the constants.
func (p Hinge) Build() (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p.build(linear.Hinge{}, dataset.TwoClass, `\max(0,\,1-y_iz_i)`)
}
