package figure

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"pgregory.net/rapid"
)

var columnRoom = axisRoom{200, textStyle(tickSize, ink, text.XLeft).Width, 1.2 * tickSize}

func labelsOf(ticks []plot.Tick) (labels []string) {
	for _, tick := range labelled(ticks) {
		labels = append(labels, tick.Label)
	}
	return labels
}

func TestTickLabels(t *testing.T) {
	for _, test := range []struct {
		min, max float64
		log      bool
		want     []string
	}{
		{1, 1e5, true, []string{"10^{0}", "10^{1}", "10^{2}", "10^{3}", "10^{4}", "10^{5}"}},
		{1e-12, 1, true, []string{"10^{−12}", "10^{−10}", "10^{−8}", "10^{−6}", "10^{−4}", "10^{−2}", "10^{0}"}},
		{0.02, 0.6, true, []string{"0.02", "0.05", "0.1", "0.2", "0.5"}},
		{1.9, 8.5, true, []string{"2", "3", "5"}},
		{0.41, 0.59, true, []string{"0.45", "0.50", "0.55"}},
		{2e6, 3e7, true, []string{"2·10^{6}", "5·10^{6}", "10^{7}", "2·10^{7}"}},
		{0, 1, false, []string{"0", "0.2", "0.4", "0.6", "0.8", "1.0"}},
		{-3, 3, false, []string{"−3", "−2", "−1", "0", "1", "2", "3"}},
		{0, 4e6, false, []string{"0", "1·10^{6}", "2·10^{6}", "3·10^{6}", "4·10^{6}"}},
	} {
		s := scale{test.min, test.max, test.log}
		if diff := cmp.Diff(test.want, labelsOf(columnRoom.ticks(s))); diff != "" {
			t.Errorf("[%g, %g]: %s", test.min, test.max, diff)
		}
	}
}

// value reads a label back.
func value(t *rapid.T, label string) float64 {
	s := strings.NewReplacer("−", "-", "·10^{", "e", "}", "").Replace(label)
	if power, ok := strings.CutPrefix(s, "10^{"); ok {
		s = "1e" + power
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatalf("label %q: %v", label, err)
	}
	return v
}

func TestTicksAreTrueAndApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		log := rapid.Bool().Draw(t, "log")
		a, b := anyValue().Draw(t, "a"), anyValue().Draw(t, "b")
		if s := (scale{log: log}); !s.has(a) || !s.has(b) {
			t.Skip("no place on the axis")
		}
		s := newScale(math.Min(a, b), math.Max(a, b), log)
		room := columnRoom
		room.length = vg.Length(rapid.Float64Range(120, 400).Draw(t, "room"))
		ticks := room.ticks(s)
		if len(labelled(ticks)) == 0 || len(labelled(ticks)) > 20 {
			t.Fatalf("%v: labels %v", s, labelsOf(ticks))
		}
		end := vg.Length(math.Inf(-1))
		for _, tick := range labelled(ticks) {
			if v := value(t, tick.Label); math.Abs(v-tick.Value) > 1e-9*math.Abs(v) {
				t.Fatalf("%q stands at %v", tick.Label, tick.Value)
			}
			at := room.length*vg.Length(s.norm(tick.Value)) - room.size(tick.Label)/2
			if at <= end {
				t.Fatalf("%v: labels %v overlap", s, labelsOf(ticks))
			}
			end = at + room.size(tick.Label)
		}
	})
}
