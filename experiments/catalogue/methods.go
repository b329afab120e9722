package catalogue

import "regret/optim"

var methodKinds = []Entry{
	{
		Kind:    "sgd",
		New:     func() any { return new(optim.SGD) },
		Doc:     "projected stochastic (sub)gradient descent",
		Formula: `\theta_{t+1} = \Pi(\theta_t - \eta_t g_t)`,
		Source:  "Robbins and Monro (1951); online: Zinkevich (2003)",
		Example: "methods: [sgd]",
	},
}
