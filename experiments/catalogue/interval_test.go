package catalogue

import (
	"math"
	"testing"
)

func TestInterval(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		text    string
		in, out []float64
	}{
		{"(0,inf)", []float64{5e-324, 1, math.MaxFloat64}, []float64{0, -1, inf, math.NaN()}},
		{"[0,1]", []float64{0, 0.5, 1}, []float64{-5e-324, 1.0000000000000002, math.NaN()}},
		{"[1,inf)", []float64{1, 2}, []float64{0.9999999999999999, inf}},
		{"(-inf, inf)", []float64{-math.MaxFloat64, 0}, []float64{-inf, inf, math.NaN()}},
		{"[0,1)", []float64{0}, []float64{1}},
	} {
		in, err := ParseInterval(c.text)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range c.in {
			if !in.Contains(x) {
				t.Errorf("%s does not contain %v", c.text, x)
			}
		}
		for _, x := range c.out {
			if in.Contains(x) {
				t.Errorf("%s contains %v", c.text, x)
			}
		}
		if in.String() != c.text {
			t.Errorf("%q is written %q", c.text, in)
		}
	}
	var all Interval
	if !all.Contains(-inf) || all.Contains(math.NaN()) || all.String() != "" {
		t.Error("the zero Interval restricts")
	}
	for _, text := range []string{"", "(0,1", "0,1)", "(0;1)", "(1,0)", "(a,1)", "(0,b)", "[nan,1]", "[]"} {
		if _, err := ParseInterval(text); err == nil {
			t.Errorf("%q is taken for an interval", text)
		}
	}
}
