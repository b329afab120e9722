package bound_test

import (
	"math"
	"slices"
	"testing"

	"regret/optim/bound"
)

// A single fault is found wherever it stands, in sweeps of both directions: at the ends of
// blocks, and where steps rise from one block to the next. A reading that goes backwards
// takes the screen along.
func TestScreensMissNoFault(t *testing.T) {
	const T = 200
	backwards := theorem(t, "last-exact").Reads(bound.Input{})
	for _, name := range []string{"non-negative steps", "non-increasing steps", "constant steps"} {
		need := assumption(t, name)
		for _, bad := range []float64{-1, math.NaN(), math.Inf(1), 2} {
			for at := 2; at <= T; at++ {
				steps := listed(slices.Repeat([]float64{1}, T))
				steps[at-1] = bad
				legal := name == "non-negative steps" && bad == 2
				in := unit(steps, T)
				both := bound.Share(in, []int{T}, append([]bound.Reading{need.Reads}, backwards...))
				if ok := need.Check(in) == nil; ok != legal {
					t.Errorf("%s, eta_%d = %g, forwards: passed %v", name, at, bad, ok)
				}
				if ok := need.Check(both) == nil; ok != legal {
					t.Errorf("%s, eta_%d = %g, backwards: passed %v", name, at, bad, ok)
				}
			}
		}
	}
}

// Steps that rise once, at any t, and stay there.
func TestScreenSeesARiseBetweenBlocks(t *testing.T) {
	const T = 200
	backwards := theorem(t, "last-exact").Reads(bound.Input{})
	need := assumption(t, "non-increasing steps")
	for at := 2; at <= T; at++ {
		steps := listed(slices.Repeat([]float64{1}, T))
		for i := at - 1; i < T; i++ {
			steps[i] = 2
		}
		in := unit(steps, T)
		if need.Check(in) == nil {
			t.Errorf("a rise to eta_%d passes forwards", at)
		}
		if need.Check(bound.Share(in, []int{T}, append([]bound.Reading{need.Reads}, backwards...))) == nil {
			t.Errorf("a rise to eta_%d passes backwards", at)
		}
	}
}

// assumption finds an assumption by its name.
func assumption(t *testing.T, name string) bound.Assumption {
	t.Helper()
	for i := range bound.All {
		for _, need := range bound.All[i].Needs {
			if need.Name == name {
				return need
			}
		}
	}
	t.Fatalf("no theorem needs %s", name)
	return bound.Assumption{}
}
