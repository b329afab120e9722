package analysis

import (
	"slices"
	"strings"
	"testing"

	"regret/experiments/catalogue"
	"regret/experiments/config"
	"regret/optim/bound"
)

// Every sampling of the catalogue has its row in the table, and no other has; each
// breaks something, and what needs nothing is broken by none.
func TestEverySamplingSaysWhatItBreaks(t *testing.T) {
	kinds := append(catalogue.Kinds("samplings"), config.Sequence)
	for _, kind := range kinds {
		if len(breaches[kind]) == 0 || Breach(kind, bound.Any) != "" {
			t.Errorf("%s: %v", kind, breaches[kind])
		}
	}
	for kind := range breaches {
		if !slices.Contains(kinds, kind) {
			t.Errorf("there is no sampling %s", kind)
		}
	}
}

// Zinkevich's regret bound is judged under every sampling; what it says of the gap of
// the average where f_t is drawn with mean F.
func TestSamplingsAndZinkevich(t *testing.T) {
	for kind, want := range map[string]struct {
		verdict Verdict
		why     string
	}{
		"iid":           {Undecided, ""},
		"mini-batch":    {Undecided, ""},
		"importance":    {Undecided, ""},
		"full":          {Holds, ""},
		"shuffle":       {NotApplicable, "gap-average (uniform) under shuffle sampling: rows are drawn without replacement within an epoch"},
		"shuffle-once":  {NotApplicable, "the order is drawn once"},
		"cyclic":        {NotApplicable, "the order of the rows is fixed"},
		config.Sequence: {"", ""},
	} {
		r := analyse(t, handPlan(kind), handRecord([3]float64{1, 1, 1}, [3]float64{1, 1, 1}))
		if b := boundRow(t, r, "zinkevich", "average-regret"); b.Verdict != Holds {
			t.Errorf("%s: the regret bound %s", kind, b.Verdict)
		}
		at := slices.IndexFunc(r.Bounds, func(b Bound) bool { return b.Row.Quantity == "gap-average" })
		if at < 0 {
			if want.verdict != "" {
				t.Errorf("%s: nothing is said of the gap", kind)
			}
			continue
		}
		if b := r.Bounds[at]; b.Verdict != want.verdict || want.why != "" && !strings.Contains(b.Why, want.why) {
			t.Errorf("%s: the gap bound %s, %q; want %s, %q", kind, b.Verdict, b.Why, want.verdict, want.why)
		}
	}
}

// Least mean squares need single rows; no other theorem does.
func TestSingleRows(t *testing.T) {
	for _, kind := range []string{"mini-batch", "importance"} {
		if Breach(kind, bound.SingleIID) == "" || Breach(kind, bound.IID) != "" {
			t.Errorf("%s: %v", kind, breaches[kind])
		}
	}
}
