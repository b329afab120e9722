package sampling

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/population"
)

// A population gives fresh samples, one a draw, and its batches have less noise; what
// would take a row twice is refused.
func TestSamplingsOfAPopulation(t *testing.T) {
	p, err := problems.StreamingSquared{
		Features: population.Features{Dim: 2, Condition: 1, Source: 0.5, Signal: 1},
		Noise:    population.Noise{Deviation: 1, Law: population.Normal},
	}.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []Sampling{IID{}, MiniBatch{Size: 4, Replacement: true}, MiniBatch{Size: 4}} {
		law, err := s.Of(p)
		if err != nil {
			t.Fatal(err)
		}
		rows := make([]int32, 3)
		law.Draws(rand.NewPCG(1, 2)).Fill(rows, 6)
		if !slices.Equal(rows, []int32{5, 6, 7}) {
			t.Errorf("%+v: draws 6 to 8 take the samples %v", s, rows)
		}
		want := p.Constants["sigma_star"].Value / math.Sqrt(float64(law.Batch))
		if got := law.Constants["sigma_star"].Value; math.Abs(got-want) > 1e-15 {
			t.Errorf("%+v: sigma_star = %v, want %v", s, got, want)
		}
		if _, known := law.Constants["Rx"]; known != (law.Batch == 1) {
			t.Errorf("%+v: Rx is known: %t", s, known)
		}
	}
	for _, s := range []Sampling{Shuffle{}, ShuffleOnce{}, Cyclic{}} {
		if _, err := s.Of(p); err == nil || !strings.HasPrefix(err.Error(), "a population has no rows") {
			t.Errorf("%T: %v", s, err)
		}
	}
	if _, err := (Importance{By: "gradient"}).Of(p); err == nil {
		t.Error("importance sampling of a population is not refused")
	}
}
