package catalogue

import "regret/problems/domain"

var domainKinds = []Entry{
	{
		Kind:    "whole-space",
		New:     func() any { return new(domain.WholeSpace) },
		Doc:     "all of R^d: no projection, infinite diameter",
		Formula: `\mathbb{R}^d`,
		Source:  "standard",
		Example: "domain: whole-space",
	},
	{
		Kind:    "ball",
		New:     func() any { return new(domain.Ball) },
		Doc:     "the Euclidean ball around 0; its diameter D is twice the radius",
		Formula: `\{x : \|x\|_2 \le r\}`,
		Source:  "standard",
		Example: "domain: {ball: 5}",
	},
	{
		Kind:    "box",
		New:     func() any { return new(domain.Box) },
		Doc:     "every coordinate between two numbers",
		Formula: `\{x : lo \le x_j \le hi\}`,
		Source:  "standard",
		Example: "domain: {kind: box, lo: -1, hi: 1}",
	},
	{
		Kind:    "simplex",
		New:     func() any { return new(domain.Simplex) },
		Doc:     "the probability simplex; the start is uniform",
		Formula: `\{x : x_j \ge 0,\ \sum_j x_j = 1\}`,
		Source:  "projection: Duchi, Shalev-Shwartz, Singer, Chandra (2008)",
		Example: "domain: simplex",
	},
}
