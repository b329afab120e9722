package problems_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/optimum"
	"regret/problems/problemtest"
)

func piecewise(p problems.AffinePieces) []builder {
	return []builder{problems.MaxAffine{AffinePieces: p}, problems.LinfRegression{AffinePieces: p}}
}

// Maxima of affine functions keep their promises, and their minima are certified
// within the target of non-smooth problems.
func TestAffinePiecesContract(t *testing.T) {
	small := dataset.Synthetic{Rows: 40, Dim: 4, Noise: 1, Condition: 10, Seed: 1}
	for _, c := range []struct {
		data   dataset.Source
		ridges []float64
	}{
		{small, []float64{0, 0.1}},
		{dataset.Embedded{Name: "concrete"}, []float64{0}},
		{dataset.Embedded{Name: "wine"}, []float64{0}},
	} {
		for _, set := range everySet {
			for _, ridge := range c.ridges {
				for _, kind := range piecewise(problems.AffinePieces{Data: c.data, Domain: set, Ridge: ridge}) {
					t.Run(fmt.Sprintf("%T/%v/%v/%g", kind, c.data, set, ridge), func(t *testing.T) {
						p := build(t, kind)
						problemtest.Check(t, p)
						scale := max(math.Abs(p.Optimum.Value), p.Objective.Value(p.Start)-p.Optimum.Value)
						if p.Optimum.Gap > 1e-9*scale {
							t.Errorf("gap %.3g at the scale %.3g", p.Optimum.Gap, scale)
						}
					})
				}
			}
		}
	}
}

// Rows (3, 4), target 1, and (0, 1), target -1: max(|3x+4y-1|, |y+1|) is least, 0,
// at (5/3, -1); max(3x+4y+1, y-1) falls for ever. On the ball of radius 1/10 the
// first piece leads everywhere and is least at -(3, 4)/50.
func TestAffinePiecesByHand(t *testing.T) {
	rows := problems.AffinePieces{Data: twoRows(t, nil, 0).Data, Preprocess: "none"}
	p := build(t, problems.LinfRegression{AffinePieces: rows})
	near(t, "G", p.Constants["G"].Value, 5, 0)
	near(t, "R", p.Constants["R"].Value, math.Sqrt(25.0/9+1), 1e-9)
	if p.Optimum.Value > 1e-9 {
		t.Errorf("F* = %g, want 0", p.Optimum.Value)
	}
	rows.Domain = domain.Ball{Radius: 0.1}
	p = build(t, problems.MaxAffine{AffinePieces: rows})
	near(t, "F*", p.Optimum.Value, 1-0.5, 1e-12)
	near(t, "y", p.Optimum.Theta[1], -0.08, 1e-9)
	near(t, "n", p.Constants["n"].Value, 1, 0)
	rows.Domain, rows.Ridge = domain.Ball{Radius: 0.1}, 2
	p = build(t, problems.MaxAffine{AffinePieces: rows})
	near(t, "G", p.Constants["G"].Value, 5.2, 1e-15)
}

func TestAffinePiecesErrors(t *testing.T) {
	_, err := problems.MaxAffine{AffinePieces: problems.AffinePieces{Data: dataset.Embedded{Name: "diabetes"}, Intercept: true}}.Build(context.Background(), nil)
	if !errors.Is(err, optimum.ErrUnbounded) || !strings.HasPrefix(err.Error(), "diabetes: no minimizer") {
		t.Errorf("error %v, want one that names the data and says that there is no minimizer", err)
	}
	for _, kind := range piecewise(problems.AffinePieces{Data: dataset.Embedded{Name: "iris"}, Ridge: -1}) {
		if _, err := kind.Build(context.Background(), nil); err == nil || !strings.HasPrefix(err.Error(), "ridge must") {
			t.Errorf("%T: error %v", kind, err)
		}
	}
}
