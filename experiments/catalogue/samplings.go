package catalogue

import "regret/problems/sampling"

var samplingKinds = []Entry{
	{
		Kind:    "iid",
		New:     func() any { return new(sampling.IID) },
		Doc:     "one row a step, drawn uniformly with replacement",
		Formula: `f_t = f_{i_t},\ i_t \text{ independent, uniform on } 1,\dots,n`,
		Source:  "Robbins and Monro (1951)",
		Example: "sampling: iid",
	},
	{
		Kind:    "full",
		New:     func() any { return new(sampling.Full) },
		Doc:     "F itself: the deterministic subgradient method",
		Formula: `f_t = F`,
		Source:  "standard",
		Example: "sampling: full",
	},
	{
		Kind:    "shuffle",
		New:     func() any { return new(sampling.Shuffle) },
		Doc:     "every row once an epoch, in a fresh random order each epoch",
		Formula: `f_{kn+j} = f_{\pi_k(j)},\ \pi_k \text{ independent random permutations of } 1,\dots,n`,
		Source:  "random reshuffling; Mishchenko, Khaled and Richtarik (2020)",
		Example: "sampling: shuffle",
	},
	{
		Kind:    "shuffle-once",
		New:     func() any { return new(sampling.ShuffleOnce) },
		Doc:     "every row once an epoch, in one random order for all epochs",
		Formula: `f_{kn+j} = f_{\pi(j)},\ \pi \text{ a random permutation of } 1,\dots,n`,
		Source:  "Mishchenko, Khaled and Richtarik (2020)",
		Example: "sampling: shuffle-once",
	},
	{
		Kind:    "cyclic",
		New:     func() any { return new(sampling.Cyclic) },
		Doc:     "the rows in the order of the data, again and again",
		Formula: `f_{kn+j} = f_j,\ j = 1,\dots,n`,
		Source:  "the incremental subgradient method; Nedic and Bertsekas (2001)",
		Example: "sampling: cyclic",
	},
	{
		Kind:    "mini-batch",
		New:     func() any { return new(sampling.MiniBatch) },
		Doc:     "the mean of several rows a step, drawn uniformly",
		Formula: `f_t = \frac1b \sum_{k=1}^b f_{i_{t,k}},\ i_{t,k} \text{ uniform on } 1,\dots,n`,
		Source:  "standard; Dekel, Gilad-Bachrach, Shamir and Xiao (2012)",
		Example: "sampling: {mini-batch: 8}",
	},
	{
		Kind:    "importance",
		New:     func() any { return new(sampling.Importance) },
		Doc:     "one row a step, drawn in proportion to its gradient bound or smoothness, and weighted to have mean F",
		Formula: `f_t = \frac{1}{n p_{i_t}} f_{i_t},\ P(i_t = i) = p_i = (1-m) v_i / \textstyle\sum_j v_j + m/n`,
		Source:  "Needell, Ward and Srebro (2014); Zhao and Zhang (2015)",
		Example: "sampling: {importance: gradient}",
	},
}
