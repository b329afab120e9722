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

func newBoundIndex(bounds []analysis.Bound) boundIndex {
	index := boundIndex{}
	for i := range bounds {
		b := &bounds[i]
		key := boundKey{b.Case, b.Row.Quantity, b.Row.Average}
		index[key] = append(index[key], b)
	}
	return index
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
