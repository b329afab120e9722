package catalogue

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

func TestDidYouMean(t *testing.T) {
	known := []string{"constant", "cosine", "t"}
	for name, want := range map[string]string{
		"constnt": `; did you mean "constant"?`,
		"COSINE":  `; did you mean "cosine"?`,
		"x":       "; known are constant, cosine, t",
		"":        "; known are constant, cosine, t",
	} {
		if got := DidYouMean(name, known); got != want {
			t.Errorf("DidYouMean(%q) = %q, want %q", name, got, want)
		}
	}
	if got := DidYouMean("x", nil); got != "" {
		t.Errorf("with nothing known: %q", got)
	}
}
