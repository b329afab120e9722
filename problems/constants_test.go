package problems_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
)

// rows is a data set given by numbers.
type rows struct{ dataset.Data }

func (r rows) Load(dataset.Task) (*dataset.Data, error) { return &r.Data, nil }

// Two rows, (3, 4) with target 1 and (0, 1) with target -1:
// A'A/n = [[4.5, 6], [6, 8.5]], eigenvalues (13 +- sqrt(160))/2.
func twoRows(t *testing.T, set domain.Set, ridge float64) problems.FiniteSum {
	t.Helper()
	data, err := dataset.ReadLIBSVM(strings.NewReader("1 1:3 2:4\n-1 1:0 2:1\n"), "two")
	if err != nil {
		t.Fatal(err)
	}
	return problems.FiniteSum{Data: rows{*data}, Domain: set, Ridge: ridge, Preprocess: "none"}
}

func TestConstantsByHand(t *testing.T) {
	inf := math.Inf(1)
	root := math.Sqrt(160)
	for _, c := range []struct {
		name  string
		set   domain.Set
		ridge float64
		kind  func(problems.FiniteSum) builder
		want  map[string]float64
	}{
		// Residuals on the ball of radius 2: |z - y| <= 5*2 + 1 on the first
		// row, 1*2 + 1 on the second; G = 11*5 + 0.5*2.
		{"squared", domain.Ball{Radius: 2}, 0.5, squared, map[string]float64{
			"G": 56, "D": 4, "L": (13+root)/2 + 0.5, "mu": (13-root)/2 + 0.5, "Lmax": 25.5,
			"sigma": math.Sqrt((55*55 + 3*3) / 2.0), "n": 2, "d": 2}},
		{"squared", domain.WholeSpace{}, 0, squared, map[string]float64{"G": inf, "D": inf, "sigma": inf}},
		{"absolute", domain.WholeSpace{}, 0, absolute, map[string]float64{"G": 5, "L": inf, "Lmax": inf, "mu": 0, "sigma": math.Sqrt(13)}},
		{"absolute", domain.WholeSpace{}, 1, absolute, map[string]float64{"G": inf, "mu": 1, "sigma": math.Sqrt(13)}},
		// On [0, 1]^2 the margins are [0, 7] and [0, 1], targets 1 and -1:
		// the second residual is never negative, its slope always 1.
		{"absolute", domain.Box{Lo: 0, Hi: 1}, 0, absolute, map[string]float64{"G": 5, "D": math.Sqrt2}},
		// The hinge is flat where yz > 1: on a ball of radius 1/10 no row is.
		{"hinge", domain.Ball{Radius: 0.1}, 0, hinge, map[string]float64{"G": 5}},
		// |phi'| = 1/(1+exp(-5)) at z = -5 on the unit ball.
		{"logistic", domain.Ball{Radius: 1}, 0.1, logistic, map[string]float64{
			"G": 5/(1+math.Exp(-5)) + 0.1, "L": (13+root)/8 + 0.1, "Lmax": 25.0/4 + 0.1, "mu": 0.1}},
		{"quantile", domain.Simplex{}, 0, quantile, map[string]float64{"G": 0.8 * 5, "D": math.Sqrt2}},
	} {
		p, err := c.kind(twoRows(t, c.set, c.ridge)).Build(context.Background(), nil)
		if err != nil {
			t.Fatalf("%s on %v: %v", c.name, c.set, err)
		}
		for name, want := range c.want {
			got := p.Constants[name].Value
			if got != want && !(math.Abs(got-want) <= 1e-13*math.Abs(want)) {
				t.Errorf("%s on %v, ridge %g: %s = %.17g, want %.17g", c.name, c.set, c.ridge, name, got, want)
			}
		}
	}
}

// The term 0.1 |theta|_1 adds at most 0.1 sqrt(2) to a subgradient in the plane,
// and takes the smoothness.
func TestConstantsWithL1ByHand(t *testing.T) {
	s := twoRows(t, domain.Ball{Radius: 2}, 0.5)
	s.L1 = 0.1
	p, err := problems.Squared{FiniteSum: s}.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	inf := math.Inf(1)
	for name, want := range map[string]float64{
		"Gloss": 56, "G": 56 + 0.1*math.Sqrt2, "L": inf, "Lmax": inf,
		"mu": (13-math.Sqrt(160))/2 + 0.5, "sigma": math.Sqrt((55*55 + 3*3) / 2.0),
	} {
		if got := p.Constants[name].Value; got != want && !(math.Abs(got-want) <= 1e-13*want) {
			t.Errorf("%s = %.17g, want %.17g", name, got, want)
		}
	}
}

// With fewer rows than columns A'A/n is singular: (3, 4) alone has the
// eigenvalues 25 and 0, and with the second row twice in other columns
// AA'/n = diag(25, 2)/2.
func TestConstantsOfWideData(t *testing.T) {
	for _, c := range []struct {
		text    string
		largest float64
	}{{"1 1:3 2:4\n", 25}, {"1 1:3 2:4\n-1 3:1 4:1\n", 12.5}} {
		data, err := dataset.ReadLIBSVM(strings.NewReader(c.text), "wide")
		if err != nil {
			t.Fatal(err)
		}
		p, err := problems.Squared{FiniteSum: problems.FiniteSum{Data: rows{*data}, Ridge: 0.5, Preprocess: "none"}}.Build(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if L, mu := p.Constants["L"].Value, p.Constants["mu"].Value; math.Abs(L-c.largest-0.5) > 1e-13 || mu != 0.5 {
			t.Errorf("L = %v, mu = %v; want %v and 0.5", L, mu, c.largest+0.5)
		}
	}
}

func squared(s problems.FiniteSum) builder  { return problems.Squared{FiniteSum: s} }
func absolute(s problems.FiniteSum) builder { return problems.Absolute{FiniteSum: s} }
func hinge(s problems.FiniteSum) builder    { return problems.Hinge{FiniteSum: s} }
func logistic(s problems.FiniteSum) builder { return problems.Logistic{FiniteSum: s} }
func quantile(s problems.FiniteSum) builder { return problems.Quantile{FiniteSum: s, Tau: 0.2} }
