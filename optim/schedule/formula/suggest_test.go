package formula

import "testing"

func TestEditDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"abc", "abc", 0}, {"", "abc", 3}, {"kitten", "sitting", 3}, {"sdg", "sgd", 1},
		{"logisitc", "logistic", 1}, {"ca", "abc", 3}, {"größe", "grösse", 2},
	} {
		if got := editDistance(c.a, c.b); got != c.want {
			t.Errorf("distance of %q and %q: %d, want %d", c.a, c.b, got, c.want)
		}
		if got := editDistance(c.b, c.a); got != c.want {
			t.Errorf("distance of %q and %q: %d, want %d", c.b, c.a, got, c.want)
		}
	}
}

func TestClosest(t *testing.T) {
	known := []string{"Rx", "G", "kind", "average-regret", "sigma"}
	for word, want := range map[string]string{
		"g": "G", "x": "", "": "", "r": "", "xR": "Rx", "rx": "Rx", "knd": "kind", "knid": "kind", "mid": "", "avg-regret": "average-regret", "σigma": "sigma", "τ": "",
	} {
		if got, ok := Closest(word, known); got != want || ok != (want != "") {
			t.Errorf("Closest(%q) = %q, %v, want %q", word, got, ok, want)
		}
	}
}
