package config

import (
	"fmt"
	"math"
)

// CheckHorizon returns why the case has too few losses for its horizon: a sequence has
// no more than its length, and a run on a population 2^31-1 samples.
func (c *Case) CheckHorizon() error {
	if c.Sampling.Kind == Sequence {
		if n := c.Instance.Objective.Len(); c.Horizon > n {
			return fmt.Errorf("horizon %d is beyond the sequence of %d losses", c.Horizon, n)
		}
		return nil
	}
	if batch := c.Sampling.Batch(); c.Instance.Stream != nil && c.Horizon > math.MaxInt32/batch {
		return fmt.Errorf("horizon %d in batches of %d takes more than 2^31-1 samples", c.Horizon, batch)
	}
	return nil
}
