package catalogue

import (
	"regret/problems"
	"regret/problems/dataset"
)

// Problems of online learning.
var (
	linearLosses = Entry{
		Kind:    "linear",
		New:     func() any { return new(problems.Linear) },
		Doc:     "linear losses on a bounded domain",
		Formula: `f_i(\theta) = a_i^\top \theta`,
		Source:  "Zinkevich (2003)",
		Example: "problems: [{kind: linear, data: {alternating: 1000}, domain: {box: {lo: -1, hi: 1}}, online: true}]",
	}
	experts = Entry{
		Kind:    "experts",
		New:     func() any { return new(problems.Experts) },
		Doc:     "online: a distribution over experts against the best one in hindsight",
		Formula: `f_t(\theta) = \ell_t^\top \theta,\quad \ell_t \in [0, 1]^d`,
		Source:  "Cesa-Bianchi and Lugosi (2006)",
		Example: "problems: [{kind: experts, data: {bernoulli: {rows: 1000, experts: 10}}}]",
	}
)

// sequences are data sets whose order matters: they are meant for online problems.
var sequences = []Entry{
	{
		Kind:    "alternating",
		New:     func() any { return new(dataset.Alternating) },
		Doc:     "signs in turn, on which following the leader fails; in order: online",
		Formula: `z_1 = -\tfrac12,\ z_t = (-1)^t`,
		Source:  "Shalev-Shwartz (2012), Example 2.2",
		Example: "data: {alternating: 1000}",
	},
	{
		Kind:    "drifting",
		New:     func() any { return new(dataset.Drifting) },
		Doc:     "like synthetic, with a true vector that moves on the unit sphere; in order: online",
		Formula: `y_t = a_t^\top w_t + \text{noise} \cdot e_t,\quad |w_{t+1} - w_t| \approx \text{speed}`,
		Source:  "generated",
		Example: "data: {drifting: {rows: 1000, dim: 5, speed: 0.01}}",
	},
	{
		Kind:    "switching",
		New:     func() any { return new(dataset.Switching) },
		Doc:     "like synthetic, with a true vector that is drawn anew every so many rows; in order: online",
		Formula: `y_t = a_t^\top w_k + \text{noise} \cdot e_t,\quad k = \lfloor (t-1)/\text{every} \rfloor`,
		Source:  "generated",
		Example: "data: {switching: {rows: 1000, dim: 5, every: 100}}",
	},
	{
		Kind:    "adversarial",
		New:     func() any { return new(dataset.Adversarial) },
		Doc:     "losses of experts, of which the leader of the moment loses 1; in order: online",
		Formula: `\ell_{1j} = \tfrac{j-1}{2d},\quad \ell_{tj} = 1 \text{ for } j = \arg\min_k \textstyle\sum_{s<t} \ell_{sk}, \text{ else } 0`,
		Source:  "standard; like Shalev-Shwartz (2012), Example 2.2",
		Example: "data: {adversarial: {rows: 1000, experts: 10}}",
	},
	{
		Kind:    "bernoulli",
		New:     func() any { return new(dataset.Bernoulli) },
		Doc:     "random losses of experts, 0 or 1, of which the first expert has fewer in the mean; in order: online",
		Formula: `P(\ell_{t1} = 1) = \tfrac12 - \text{gap},\quad P(\ell_{tj} = 1) = \tfrac12`,
		Source:  "standard; Cesa-Bianchi and Lugosi (2006), chapter 3",
		Example: "data: {bernoulli: {rows: 1000, experts: 10, gap: 0.1}}",
	},
}
