package catalogue

import "testing"

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
