package cli

import (
	"fmt"
	"strings"

	"regret/optim/bound"
	"regret/optim/schedule"
)

// gradientNorms reads --gradient-norms; nil without it.
func (q *question) gradientNorms(horizon int) (bound.Steps, error) {
	const flag = "--gradient-norms"
	if q.GradientNorms == "" {
		return nil, nil
	}
	norms, err := q.normSequence(flag)
	if err != nil {
		return nil, err
	}
	if list, ok := norms.(schedule.Table); ok && len(list.Steps) < horizon {
		return nil, badUsage("%s lists %d bounds, fewer than the horizon %d", flag, len(list.Steps), horizon)
	}
	if err := eachNorm(norms, horizon, q.G); err != nil {
		return nil, badUsage("%s: %w", flag, err)
	}
	return norms, nil
}

// normSequence takes a text with a comma that lists numbers for a list, and any
// other for a formula.
func (q *question) normSequence(flag string) (schedule.Schedule, error) {
	var list stepList
	if strings.Contains(q.GradientNorms, ",") && list.UnmarshalText([]byte(q.GradientNorms)) == nil {
		return schedule.Table{Steps: list}, nil
	}
	return q.formula(flag, q.GradientNorms)
}

// eachNorm refuses a bound G_t that is negative, not finite, or above G.
func eachNorm(norms bound.Steps, horizon int, most *float64) error {
	block := make([]float64, min(horizon, 2048))
	for t := 1; t <= horizon; t += len(block) {
		block = block[:min(len(block), horizon-t+1)]
		norms.Fill(block, t, horizon)
		for i, g := range block {
			switch {
			case !(g >= 0 && g-g == 0):
				return fmt.Errorf("norm G_%d is %v, must be zero or more and finite", t+i, g)
			case most != nil && g > *most:
				return fmt.Errorf("norm G_%d is %v, above --G %v, which bounds all subgradients", t+i, g, *most)
			}
		}
	}
	return nil
}
