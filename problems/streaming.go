package problems

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"

	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/population"
)

// streamed assembles the problem of a law, but for optimum and constants. What
// names all that its samples depend on.
func streamed(law population.Law, set domain.Set, what any) *Problem {
	start := origin(set, law.Dim())
	sum := sha256.Sum256(fmt.Appendf(nil, "%T %x", what, what))
	return &Problem{
		Objective: population.Population{Law: law},
		Domain:    set,
		Start:     start,
		Stream:    func(key population.Key) Objective { return population.NewStream(law, key) },
		Content:   hex.EncodeToString(sum[:]),
	}
}

// streamedConstants are those that all populations have in common.
func streamedConstants(p *Problem) map[string]Constant {
	d := p.Objective.Dim()
	return map[string]Constant{
		"d":    {float64(d), Exact, "number of features"},
		"D":    diameter(p.Domain, d),
		"R":    startDistance(p.Start, p.Optimum.Theta),
		"G":    {math.Inf(1), Exact, "normal features are unbounded"},
		"Lmax": {math.Inf(1), Exact, "normal features are unbounded"},
	}
}

// widest returns the supremum of sum_j q_j (theta_j - c_j)^2 over a set, q >= 0, and
// false for a set of another kind than the four of package domain.
func widest(set domain.Set, q, c []float64) (float64, bool) {
	switch set := set.(type) {
	case domain.WholeSpace:
		return math.Inf(1), true
	case domain.Ball:
		return widestInBall(set.Radius, q, c), true
	case domain.Box:
		var sum linear.Sum
		for j, w := range q {
			r := max(math.Abs(set.Lo-c[j]), math.Abs(set.Hi-c[j]))
			sum.Add(w * r * r)
		}
		return sum.Value(), true
	case domain.Simplex: // a convex function is largest at a corner
		var origin linear.Sum
		for j, w := range q {
			origin.Add(w * c[j] * c[j])
		}
		largest := math.Inf(-1)
		for j, w := range q {
			largest = max(largest, w*(1-2*c[j]))
		}
		return origin.Value() + largest, true
	}
	return 0, false
}

// widestInBall returns the supremum over |theta| <= r. For every m >= max q_j,
//
//	sum_j q_j (theta_j-c_j)^2 <= m r^2 + sum_j sup_x [q_j (x-c_j)^2 - m x^2]
//	                           = m r^2 + sum_j m q_j c_j^2/(m-q_j),
//
// with equality at the least such m for which sum_j (q_j c_j/(m-q_j))^2 <= r^2: strong
// duality holds for one quadratic constraint. A bisection ends on the safe side.
// Source: Boyd and Vandenberghe (2004), Convex Optimization, appendix B.1.
func widestInBall(r float64, q, c []float64) float64 {
	var top, size float64
	for j, w := range q {
		top, size = max(top, w), math.Hypot(size, w*c[j])
	}
	long := func(m float64) bool { // the maximizer for m is outside
		var sum float64
		for j, w := range q {
			if w*c[j] != 0 {
				sum += math.Pow(w*c[j]/(m-w), 2)
			}
		}
		return sum > r*r
	}
	lo, hi := top, top+size/r
	for range 200 {
		middle := lo + (hi-lo)/2
		if long(middle) {
			lo = middle
		} else {
			hi = middle
		}
	}
	var sum linear.Sum
	sum.Add(hi * r * r)
	for j, w := range q {
		if w*c[j] != 0 {
			sum.Add(hi * w * c[j] * c[j] / (hi - w))
		}
	}
	return sum.Value()
}
