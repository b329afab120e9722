package problemtest

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"regret/problems"
)

// Same says what tells two problems apart, nil if nothing does: content, formula,
// domain, start, optimum and constants, and all values and subgradients at random
// points, to the last bit. It is how a problem that was written down and read again
// is compared with the one it was.
func Same(p, q *problems.Problem) error {
	for _, part := range []struct {
		name string
		same bool
	}{
		{"content", p.Content == q.Content},
		{"formula", p.Formula == q.Formula},
		{"domain", p.Domain.String() == q.Domain.String()},
		{"kind of sequence", p.Online == q.Online && p.Ordered == q.Ordered},
		{"number of terms", p.Objective.Len() == q.Objective.Len()},
		{"start", slices.Equal(p.Start, q.Start)},
		{"optimum", slices.Equal(p.Optimum.Theta, q.Optimum.Theta)},
		{"certificate", alike(p.Optimum.Value, q.Optimum.Value) && alike(p.Optimum.Gap, q.Optimum.Gap) && p.Optimum.Method == q.Optimum.Method},
		{"constants", maps.Equal(p.Constants, q.Constants)},
	} {
		if !part.same {
			return fmt.Errorf("the problems differ in their %s", part.name)
		}
	}
	return sameAnswers(newExperiment(p), newExperiment(q))
}

// sameAnswers compares values and subgradients of F and of all terms.
func sameAnswers(e, f *experiment) error {
	for range 5 {
		x := e.point()
		a, g := e.objective(x)
		b, h := f.objective(x)
		if a != b || !slices.Equal(g, h) || e.p.Objective.Value(x) != f.p.Objective.Value(x) {
			return fmt.Errorf("the problems differ in F: %.17g and %.17g", a, b)
		}
		for i := range e.n {
			a, g := e.term(i)(x)
			b, h := f.term(i)(x)
			if a != b || !slices.Equal(g, h) {
				return fmt.Errorf("the problems differ in term %d: %.17g and %.17g", i, a, b)
			}
		}
	}
	return nil
}

// alike says whether two numbers are equal, or both not given.
func alike(x, y float64) bool { return x == y || math.IsNaN(x) && math.IsNaN(y) }
