package cli

import "testing"

// A row passes with a relative gap within its target, or with any where there is none.
func TestMissedTargets(t *testing.T) {
	for _, c := range []struct {
		line certified
		want bool
	}{
		{certified{Target: 1e-12, shownCertificate: &shownCertificate{Relative: 1e-12}}, true},
		{certified{Target: 1e-12, shownCertificate: &shownCertificate{Relative: 2e-12}}, false},
		{certified{shownCertificate: &shownCertificate{Relative: 1e-3}}, true},
		{certified{Refused: "no minimizer"}, false},
	} {
		if got := c.line.met(); got != c.want {
			t.Errorf("%+v: %v", c.line, got)
		}
	}
}
