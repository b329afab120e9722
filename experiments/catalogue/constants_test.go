package catalogue

import "testing"

func TestCheckConstants(t *testing.T) {
	for _, test := range []struct {
		values map[string]float64
		want   string
	}{
		{map[string]float64{"D": 2, "R": 2, "G": 1, "mu": 0, "L": 1, "Lmax": 1}, ""},
		{map[string]float64{"G": 0}, "G = 0 is not in (0,inf)"},
		{map[string]float64{"mu": -1}, "mu = -1 is not in [0,inf)"},
		{map[string]float64{"D": 1, "R": 2}, "R = 2 is above D = 1, but start and minimizer both lie in the domain"},
		{map[string]float64{"mu": 3, "L": 1}, "mu = 3 is above L = 1, but F is no smoother than strongly convex"},
	} {
		got := ""
		if err := CheckConstants(test.values); err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("%v: %q, want %q", test.values, got, test.want)
		}
	}
}
