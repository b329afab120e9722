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
	{
		Kind:    "proximal-sgd",
		New:     func() any { return new(optim.ProximalSGD) },
		Doc:     "stochastic proximal subgradient steps: the l1 term by its proximal map, the rest (ridge too) by its subgradient; sgd without l1",
		Formula: `\theta_{t+1} = \operatorname{argmin}_x \tfrac12\|x - (\theta_t - \eta_t g_t)\|^2 + \eta_t\lambda_1\|x\|_1,\ g_t \in \partial(f_t - \lambda_1\|\cdot\|_1)(\theta_t)`,
		Source:  "Duchi and Singer (2009)",
		Example: "methods: [proximal-sgd]",
	},
}
