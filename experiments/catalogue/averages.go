package catalogue

import "regret/optim/average"

var averageKinds = []Entry{
	{
		Kind:    "uniform",
		New:     func() any { return new(average.Uniform) },
		Doc:     "the plain mean of the iterates",
		Formula: `\bar\theta_t = \frac{1}{t} \sum_{s \le t} \theta_s`,
		Source:  "standard",
		Example: "averages: [uniform]",
	},
	{
		Kind:    "step-weighted",
		New:     func() any { return new(average.StepWeighted) },
		Doc:     "each iterate weighted by the step taken from it",
		Formula: `\bar\theta_t = \sum_{s \le t} \eta_s \theta_s / \sum_{s \le t} \eta_s`,
		Source:  "standard",
		Example: "averages: [step-weighted]",
	},
	{
		Kind:    "last",
		New:     func() any { return new(average.Last) },
		Doc:     "the iterate itself",
		Formula: `\theta_t`,
		Source:  "standard",
		Example: "averages: [uniform, last]",
	},
}
