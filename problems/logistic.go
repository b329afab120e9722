package problems

import (
	"regret/problems/dataset"
	"regret/problems/linear"
)

// Logistic is logistic regression, phi(z, y) = log(1+exp(-yz)), y in {-1, +1}.
type Logistic struct {
	FiniteSum
}

// Build loads the data, finds the certified minimizer and the constants.
func (p Logistic) Build() (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p.build(linear.Logistic{}, dataset.TwoClass, `\log\bigl(1+e^{-y_iz_i}\bigr)`)
}
