package figure

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestParseSpans(t *testing.T) {
	for _, test := range []struct {
		in   string
		want []span
	}{
		{"plain", []span{{"plain", 0, 1}}},
		{"10^{-3}", []span{{"10", 0, 1}, {"−3", superShift, scriptScale}}},
		{"θ_{t}x", []span{{"θ", 0, 1}, {"t", subShift, scriptScale}, {"x", 0, 1}}},
		{"f_{i_{s}}", []span{
			{"f", 0, 1}, {"i", subShift, scriptScale},
			{"s", subShift + subShift*scriptScale, scriptScale * scriptScale},
		}},
		{"step_size^2", []span{{"step_size^2", 0, 1}}},
		{"a^{b", []span{{"a^{b", 0, 1}}},
		{"", nil},
	} {
		if diff := cmp.Diff(test.want, parseSpans(test.in), cmp.AllowUnexported(span{})); diff != "" {
			t.Errorf("%q: %s", test.in, diff)
		}
	}
}

func TestWrapFitsAndLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.RuneFrom([]rune("abcW θ√_^{} ")), 0, 80, -1).Draw(t, "text")
		const width = 40
		f := fontOf(7)
		wrapped := wrap(s, f, width)
		for _, line := range strings.Split(wrapped, "\n") {
			if w, _, _ := (markup{}).Box(line, f); w > width && len(atoms(line)) > 1 {
				t.Fatalf("line %q is %v wide", line, w)
			}
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if squeeze(wrapped) != squeeze(s) {
			t.Fatalf("%q became %q", s, wrapped)
		}
	})
}

func TestShorten(t *testing.T) {
	f := fontOf(7)
	if got := shorten("short", f, 100); got != "short" {
		t.Errorf("got %q", got)
	}
	got := shorten(strings.Repeat("long", 20), f, 50)
	if w, _, _ := (markup{}).Box(got, f); w > 50 || !strings.HasSuffix(got, "…") {
		t.Errorf("got %q, %v wide", got, w)
	}
}

func TestFontHasTheLettersOfTheTheory(t *testing.T) {
	face := fonts().Lookup(fontOf(7), 7)
	for _, r := range "αβγδεηθλμσφΣΔ√−·×○▲▼…≤≥∞�" {
		if i, err := face.Face.GlyphIndex(nil, r); err != nil || i == 0 {
			t.Errorf("no glyph for %c (%v)", r, err)
		}
	}
}
