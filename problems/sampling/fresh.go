package sampling

import (
	"errors"

	"regret/problems"
)

// fresh takes the samples of a population in order, each once.
type fresh struct{}

// Fill takes sample number k-1 at draw k.
func (fresh) Fill(rows []int32, k int) {
	for i := range rows {
		rows[i] = int32(k - 1 + i)
	}
}

// finite refuses a population, which has no rows to take again.
func finite(p *problems.Problem) error {
	if p.Stream != nil {
		return errors.New("a population has no rows to take again: want iid, mini-batch or full")
	}
	return nil
}
