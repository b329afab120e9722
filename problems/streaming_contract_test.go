package problems_test

import (
	"context"
	"fmt"
	"testing"

	"regret/problems"
	"regret/problems/domain"
	"regret/problems/population"
	"regret/problems/problemtest"
)

// Populations keep theirs too.
func TestContractOfPopulations(t *testing.T) {
	features := population.Features{Dim: 6, Capacity: 1, Condition: 3, Source: 0.7, Signal: 1.5}
	laws := []population.Noise{
		{Deviation: 0.5, Law: population.Normal}, {Deviation: 0.5, Law: population.Student, Freedom: 5},
		{Deviation: 0.5, Law: population.Multiplicative}, {Law: population.Normal},
	}
	var kinds []builder
	for _, set := range everySet {
		for _, law := range laws {
			kinds = append(kinds, problems.StreamingSquared{Features: features, Noise: law, Domain: set})
		}
		kinds = append(kinds, problems.StreamingSquared{Features: features, Noise: laws[0], Domain: set, Ridge: 0.1})
	}
	for _, set := range append([]domain.Set{domain.Ball{Radius: 3}, domain.Box{Lo: 0.1, Hi: 3}}, everySet...) {
		for _, ridge := range []float64{0, 0.1} {
			kinds = append(kinds, problems.StreamingLogistic{Features: features, Domain: set, Ridge: ridge})
		}
	}
	for _, kind := range kinds {
		t.Run(fmt.Sprintf("%+v", kind), func(t *testing.T) {
			p, err := kind.Build(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			problemtest.Check(t, p)
		})
	}
}
