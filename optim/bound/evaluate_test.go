package bound_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"regret/optim/bound"
)

func TestResultJSON(t *testing.T) {
	in := unit(listed{0.25, 0}, 2)
	for id, want := range map[string]string{
		"zinkevich": `{"id":"zinkevich","ref":"A1","quantity":"average-regret","average":"uniform","kind":"upper",` +
			`"applies":true,"why":"","value":"+Inf","terms":["+Inf",0.0625],"best_scale":null,"best_value":"+Inf","ratio_to_minimax":"+Inf"}`,
		"zinkevich-observed": `{"id":"zinkevich-observed","ref":"A1","quantity":"average-regret","average":"uniform","kind":"upper",` +
			`"applies":false,"why":"a run: the D and G of a run are not known","value":null,"terms":[],"best_scale":null,"best_value":null,"ratio_to_minimax":null}`,
		"last-exact": `{"id":"last-exact","ref":"A9","quantity":"gap-last","kind":"exact",` +
			`"applies":true,"why":"","value":0.75,"terms":[0.5,0.25],"best_scale":1.4142135623730951,"best_value":0.7071067811865476,"ratio_to_minimax":1.0606601717798214}`,
	} {
		text, err := json.Marshal(bound.Evaluate(theorem(t, id), in))
		if err != nil {
			t.Fatal(err)
		}
		if string(text) != want {
			t.Errorf("%s:\n%s\nwant\n%s", id, text, want)
		}
		var back bound.Result
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		if again, _ := json.Marshal(back); string(again) != want {
			t.Errorf("%s: read back as %s", id, again)
		}
	}
}

func TestAppliesNamesEveryFailure(t *testing.T) {
	in := unit(listed{0.1, 0.2, 0.3}, 3)
	in.D, in.G = math.Inf(1), math.NaN()
	err := theorem(t, "zinkevich").Applies(in)
	const want = "bounded domain: D is infinite; bounded subgradients: G is not known; " +
		"non-increasing steps: eta_2 = 0.2 exceeds eta_1 = 0.1"
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

// TestObserved takes D_t and G_t at each checkpoint from the run.
func TestObserved(t *testing.T) {
	th := theorem(t, "zinkevich-observed")
	in := bound.Input{Steps: inverseSqrt, Horizon: 4, Observed: []bound.Observed{{D: 0, G: 0}, {D: 2, G: 3}}}
	if err := th.Applies(in); err != nil {
		t.Fatal(err)
	}
	terms := th.Terms(in, []int{1, 4})
	sum := 1 + 1/math.Sqrt(2) + 1/math.Sqrt(3) + 0.5
	if terms[0][0] != 0 || terms[0][1] != 0 || terms[1][0] != 1 || !near(terms[1][1], 9.0/8*sum, 1e-15) {
		t.Errorf("terms %v", terms)
	}
	defer func() {
		if message, _ := recover().(string); !strings.HasPrefix(message, "bound: ") {
			t.Errorf("panic %q", message)
		}
	}()
	th.Terms(in, []int{1, 2, 4})
}

func TestLookup(t *testing.T) {
	for i := range bound.All {
		if th, ok := bound.Lookup(bound.All[i].ID); !ok || th != &bound.All[i] {
			t.Errorf("%s is not found as itself", bound.All[i].ID)
		}
	}
	if _, ok := bound.Lookup("no-such-theorem"); ok {
		t.Error("a theorem that does not exist is found")
	}
}
