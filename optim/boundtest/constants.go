package boundtest

import (
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"regret/optim/bound"
)

// checkConstants takes the constants away one by one, then the run: the theorem must miss those
// that it names, and no others.
func checkConstants(t *testing.T, th *bound.Theorem, in bound.Input) {
	value := total(th, in)
	for _, name := range []string{"D", "G", "Gloss", "R", "L", "Lmax", "mu", "sigma"} {
		without := in
		*constant(&without, name) = nan
		err := th.Applies(without)
		switch named := slices.Contains(th.Constants, name); {
		case named && (err == nil || !onlyMissing(err, name)):
			t.Errorf("without %s, which it names, Applies says %v", name, err)
		case !named && err != nil:
			t.Errorf("without %s, which it does not name, Applies says %v", name, err)
		case !named && total(th, without) != value:
			t.Errorf("the bound depends on %s, which it does not name", name)
		}
	}
	in.Observed = nil
	if refused := th.Applies(in) != nil; refused != th.NeedsRun {
		t.Errorf("refused without a run: %v, though NeedsRun is %v", refused, th.NeedsRun)
	}
}

// checkMissing leaves out one parameter after the other of an input to which the theorem
// applies. That it is missing must be all that is said: what follows from NaN is no fault
// of the user's.
func checkMissing(t *testing.T, th *bound.Theorem, in bound.Input) {
	given := in.Params
	for _, p := range th.Params {
		if !math.IsNaN(p.Default) {
			continue
		}
		in.Params = maps.Clone(given)
		delete(in.Params, p.Name)
		want := "known " + p.Name + ": " + p.Name + " is not given"
		if err := th.Applies(in); err == nil || err.Error() != want {
			t.Errorf("without %s Applies says %v, want %q alone", p.Name, err, want)
		}
	}
}

// onlyMissing says whether all reasons are that a constant is not known.
func onlyMissing(err error, name string) bool {
	for reason := range strings.SplitSeq(err.Error(), "; ") {
		if !strings.HasSuffix(reason, ": "+name+" is not known") {
			return false
		}
	}
	return true
}

// constant returns the place of a constant in an input.
func constant(in *bound.Input, name string) *float64 {
	return map[string]*float64{
		"D": &in.D, "G": &in.G, "Gloss": &in.Gloss, "R": &in.R, "L": &in.L, "Lmax": &in.Lmax, "mu": &in.Mu, "sigma": &in.Sigma,
	}[name]
}
