package config

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestEveryKindOfClaim(t *testing.T) {
	want := []Claim{
		{Quantity: "gap-last", Below: "R*G/sqrt(T)", Above: "-1", Against: "t"},
		{Quantity: "average-regret", Problem: "bounded", Below: "D*max(G, T > 1 ? 1 : 0)", Against: "t"},
		{Quantity: "gap-last", Above: "last-exact", Factor: 0.999999, Against: "t"},
		{Quantity: "gap-average", Against: "horizon", Slope: []float64{-1, 0}, Window: []float64{50, 1000}, Confidence: 0.9},
		{Quantity: "gap-last", Order: []string{"decay", "inverse-sqrt alpha=2", "constant"}, At: 100, Against: "t", Confidence: 0.95},
		{Quantity: "average-loss", Average: "uniform", Problem: "free", Order: []string{"decay", "constant"}, Against: "t", Confidence: 0.99},
	}
	got := load(t, "claims").Claims
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(Claim{}, "Line", "Text")); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
}

// A formula has its value for each problem and horizon; a constant that is
// infinite is an error.
func TestLimitHasItsValue(t *testing.T) {
	plan := load(t, "claims")
	for i := range plan.Cases {
		c := &plan.Cases[i]
		want := c.Instance.Constants["R"].Value * c.Instance.Constants["G"].Value / math.Sqrt(float64(c.Horizon))
		if got, err := plan.Claims[0].Below.Value(c); err != nil || got != want {
			t.Errorf("%s, T=%d: RG/sqrt T = %v (error %v), want %v", c.Problem, c.Horizon, got, err, want)
		}
		if got, err := plan.Claims[0].Above.Value(c); err != nil || got != -1 {
			t.Errorf("%s: -1 = %v (error %v)", c.Problem, got, err)
		}
		if _, err := Limit("D").Value(c); (err != nil) != (c.Problem == "free") {
			t.Errorf("%s: the diameter has the error %v", c.Problem, err)
		}
	}
	if Limit("1").Bound() != nil || Limit("last-exact").Bound() == nil {
		t.Error("last-exact is a bound, 1 is none")
	}
}

func TestLabelOfALimit(t *testing.T) {
	for limit, want := range map[Limit]string{"R*G/sqrt(T)": "RG/√T", "-1e-09": "-1e-09", "last-exact": "last-exact"} {
		if got := limit.Label(); got != want {
			t.Errorf("label of %s is %q, want %q", limit, got, want)
		}
	}
}

func TestNamesOfBoundsAndFormulas(t *testing.T) {
	for text, want := range map[string]bool{
		"last-exact": true, "last-exct": true, "zinkevic": true, "x_1": true,
		"D": false, "G-D": false, "R*G": false, "R*Q": false, "sqrt(T": false, "2*": false, "t": false,
	} {
		if got := meansBound(text); got != want {
			t.Errorf("%q means a bound: %v", text, got)
		}
	}
}
