package report

import (
	"fmt"
	"strings"

	"regret/experiments/config"
)

// Repetitions says how often each case was run: once where nothing is drawn at random.
func (s *summary) Repetitions() string {
	var drawn, fixed []string // names of samplings
	for i := range s.Plan.Cases {
		if c := &s.Plan.Cases[i]; c.Sampling.Random() {
			drawn = addOnce(drawn, samplingName(c.Sampling))
		} else {
			fixed = addOnce(fixed, samplingName(c.Sampling))
		}
	}
	repetitions := counted(s.Plan.Seeds, "repetition")
	switch {
	case drawn == nil:
		return "one run of each case, for nothing is drawn at random"
	case fixed == nil:
		return fmt.Sprintf("%s with losses drawn at random, seed %d", repetitions, s.Plan.Seed)
	}
	return fmt.Sprintf("%s where losses are drawn at random (%s), one run where they are not (%s), seed %d",
		repetitions, strings.Join(drawn, ", "), strings.Join(fixed, ", "), s.Plan.Seed)
}

func samplingName(s config.Sampling) string {
	if s.Kind == config.Sequence {
		return "losses in order"
	}
	return s.Name
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
