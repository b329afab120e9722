package report

import (
	"math"

	"regret/experiments/analysis"
	"regret/experiments/config"
	"regret/experiments/figure"
)

// boundIndex finds the bounds of a curve: of its case, quantity and average, so
// that no bound is laid over another quantity.
type boundIndex map[boundKey][]*analysis.Bound

type boundKey struct {
	of                *config.Case
	quantity, average string
}

func keyOf(c *analysis.Curve) boundKey { return boundKey{c.Case, c.Quantity, c.Average} }

// newBoundIndex indexes the bounds that the configuration names. If it names
// none, all that apply were evaluated, and of each curve's the least at T is
// kept: a figure holds one bound a curve, not dozens.
func newBoundIndex(r *analysis.Result) boundIndex {
	index := boundIndex{}
	for i := range r.Bounds {
		b := &r.Bounds[i]
		key := boundKey{b.Case, b.Row.Quantity, b.Row.Average}
		index[key] = append(index[key], b)
	}
	if len(r.Plan.Bounds) == 0 {
		for key, bounds := range index {
			index[key] = least(bounds)
		}
	}
	return index
}

// least returns the bound that is least at T, of those that apply; the first of
// equal ones.
func least(bounds []*analysis.Bound) []*analysis.Bound {
	var best []*analysis.Bound
	for _, b := range bounds {
		if b.Verdict != analysis.NotApplicable && (best == nil || b.Final() < best[0].Final()) {
			best = []*analysis.Bound{b}
		}
	}
	return best
}

// drawn lists the theorems that have a value at some point of a series, in the
// order of the result.
func (index boundIndex) drawn(s series) []string {
	var ids []string
	seen := map[string]bool{}
	for _, p := range s.points {
		for _, b := range index[keyOf(p.curve)] {
			if b.Verdict != analysis.NotApplicable && !seen[b.Theorem.ID] {
				seen[b.Theorem.ID] = true
				ids = append(ids, b.Theorem.ID)
			}
		}
	}
	return ids
}

// line is one theorem along a series; where it does not apply it is undefined.
func (index boundIndex) line(s series, id string) figure.Line {
	line := figure.Line{Label: id}
	for _, p := range s.points {
		value, ratio := math.NaN(), math.NaN()
		for _, b := range index[keyOf(p.curve)] {
			if b.Theorem.ID != id || b.Verdict == analysis.NotApplicable {
				continue
			}
			value, ratio = b.Value[p.k], b.Ratio[p.k]
			if b.Verdict == analysis.Heuristic {
				line.Label = id + " (heuristic)"
			}
		}
		line.X = append(line.X, p.x)
		line.Y = append(line.Y, value)
		line.Ratio = append(line.Ratio, ratio)
	}
	return line
}
