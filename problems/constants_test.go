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

// rowsOf is a data set given by numbers.
type rowsOf struct{ dataset.Data }

func (r rowsOf) Load(dataset.Task) (*dataset.Data, error) { return &r.Data, nil }

// Two rows, (3, 4) with target 1 and (0, 1) with target -1:
// A'A/n = [[4.5, 6], [6, 8.5]], eigenvalues (13 +- sqrt(160))/2.
func twoRows(t *testing.T, set domain.Set, ridge float64) problems.FiniteSum {
	t.Helper()
	data, err := dataset.ReadLIBSVM(strings.NewReader("1 1:3 2:4\n-1 1:0 2:1\n"), "two")
	if err != nil {
		t.Fatal(err)
	}
	return problems.FiniteSum{Data: rowsOf{*data}, Domain: set, Ridge: ridge, Preprocess: "none"}
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
		// row, 1*2 + 1 on the second; G = 11*5 + 0.5*2. The slopes lie in [-11, 9] and
		// [-1, 3], and their middles give c = (-1.5, -1.5).
		{"squared", domain.Ball{Radius: 2}, 0.5, squared, map[string]float64{
			"G": 56, "D": 4, "L": (13+root)/2 + 0.5, "mu": (13-root)/2 + 0.5, "Lmax": 25.5,
			"sigma": math.Sqrt((31.5*31.5 + 42.5*42.5 + 1.5*1.5 + 4.5*4.5) / 2), "n": 2, "d": 2}},
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
			"G": 5/(1+math.Exp(-5)) + 0.1, "L": (13+root)/8 + 0.1, "Lmax": 25.0/4 + 0.1, "Lexp": 25.0/4 + 0.1,
			"mu": least(9*flat(5)/2, 12*flat(5)/2, (16*flat(5)+flat(1))/2) + 0.1}},
		// On [0, 1/10]^2 the margins are [0, 0.7] and [0, 0.1], and phi'' is exp(-z)
		// on the first row, exp(z) on the second.
		{"exponential", domain.Box{Lo: 0, Hi: 0.1}, 0.1, exponential, map[string]float64{
			"Lmax": 25 + 0.1, "L": largest(4.5, 6, 8+math.Exp(0.1)/2) + 0.1,
			"mu": least(4.5*math.Exp(-0.7), 6*math.Exp(-0.7), 8*math.Exp(-0.7)+0.5) + 0.1}},
		{"exponential", domain.WholeSpace{}, 0.1, exponential, map[string]float64{"L": inf, "Lmax": inf, "Lexp": inf, "mu": 0.1}},
		// yz < 1 on the ball of radius 1/10 for both rows, for one on that of 1/2.
		{"squared hinge", domain.Ball{Radius: 0.1}, 0, squaredHinge, map[string]float64{"L": 13 + root, "mu": 13 - root, "Lmax": 50}},
		{"squared hinge", domain.Ball{Radius: 0.5}, 0.1, squaredHinge, map[string]float64{"L": 13 + root + 0.1, "mu": 0.1}},
		// Without the kinks hinge loss is linear.
		{"hinge", domain.Ball{Radius: 0.1}, 0.2, hinge, map[string]float64{"L": 0.2, "Lmax": 0.2, "mu": 0.2}},
		{"quantile", domain.Simplex{}, 0, quantile, map[string]float64{"G": 0.8 * 5, "D": math.Sqrt2}},
	} {
		p, err := c.kind(twoRows(t, c.set, c.ridge)).Build(context.Background(), nil)
		if err != nil {
			t.Fatalf("%s on %v: %v", c.name, c.set, err)
		}
		for name, want := range c.want {
			got := p.Constants[name].Value
			if got != want && !(math.Abs(got-want) <= 2e-13*math.Abs(want)) {
				t.Errorf("%s on %v, ridge %g: %s = %.17g, want %.17g", c.name, c.set, c.ridge, name, got, want)
			}
		}
	}
}

// least and largest are the eigenvalues of [[a, b], [b, c]].
func least(a, b, c float64) float64   { return (a+c)/2 - math.Hypot((a-c)/2, b) }
func largest(a, b, c float64) float64 { return (a+c)/2 + math.Hypot((a-c)/2, b) }

// flat is the logistic loss's curvature at the margin z.
func flat(z float64) float64 { return math.Exp(z) / math.Pow(1+math.Exp(z), 2) }

// L, mu and Lmax of the reference values in optima.json, found with other code.
func TestConstantsAgainstReference(t *testing.T) {
	for _, c := range []struct {
		name        string
		kind        builder
		L, mu, Lmax float64
	}{
		{"diabetes", squared(problems.FiniteSum{Data: dataset.Embedded{Name: "diabetes"}}),
			4.0242107501527755, 0.008560729827052952, 48.781143448277},
		{"heart", logistic(problems.FiniteSum{Data: dataset.Embedded{Name: "heart"}, Preprocess: "none", Ridge: 1.0 / 270}),
			0.697318385732501, 0.003703703703703704, 2.7056737623072036},
		{"breast-cancer", logistic(problems.FiniteSum{Data: dataset.Embedded{Name: "breast-cancer"}, Ridge: 1.0 / 569}),
			3.322159389808765, 0.0017574692442882249, 105.5320238000307},
	} {
		p, err := c.kind.Build(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range map[string]float64{"L": c.L, "mu": c.mu, "Lmax": c.Lmax} {
			if got := p.Constants[name].Value; math.Abs(got-want) > 1e-12*want {
				t.Errorf("%s: %s = %.17g, want %.17g", c.name, name, got, want)
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
		"mu": (13-math.Sqrt(160))/2 + 0.5, "Lexp": inf,
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
		p, err := problems.Squared{FiniteSum: problems.FiniteSum{Data: rowsOf{*data}, Ridge: 0.5, Preprocess: "none"}}.Build(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if L, mu := p.Constants["L"].Value, p.Constants["mu"].Value; math.Abs(L-c.largest-0.5) > 1e-13 || mu != 0.5 {
			t.Errorf("L = %v, mu = %v; want %v and 0.5", L, mu, c.largest+0.5)
		}
	}
}

// On the span of (3, 4) least squares has the curvature 25; a projection onto a box, or a
// start off the span, would leave it.
func TestStrongConvexityInTheSpan(t *testing.T) {
	data, err := dataset.ReadLIBSVM(strings.NewReader("1 1:3 2:4\n"), "wide")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		set   domain.Set
		ridge float64
		want  problems.Constant
	}{
		{domain.WholeSpace{}, 0, problems.Constant{Value: 25, Provenance: problems.CertifiedInSpan}},
		{domain.WholeSpace{}, 0.5, problems.Constant{Value: 0.5, Provenance: problems.Exact}},
		{domain.Box{Lo: -1, Hi: 1}, 0, problems.Constant{Value: 0, Provenance: problems.Exact}},
	} {
		p, err := problems.Squared{FiniteSum: problems.FiniteSum{Data: rowsOf{*data}, Domain: c.set, Ridge: c.ridge, Preprocess: "none"}}.Build(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if mu := p.Constants["mu"]; mu.Provenance != c.want.Provenance || math.Abs(mu.Value-c.want.Value) > 1e-13*c.want.Value || mu.Value > c.want.Value {
			t.Errorf("on %v, ridge %g: mu = %v, want %v", c.set, c.ridge, mu, c.want)
		}
	}
}

func squared(s problems.FiniteSum) builder      { return problems.Squared{FiniteSum: s} }
func absolute(s problems.FiniteSum) builder     { return problems.Absolute{FiniteSum: s} }
func hinge(s problems.FiniteSum) builder        { return problems.Hinge{FiniteSum: s} }
func exponential(s problems.FiniteSum) builder  { return problems.Exponential{FiniteSum: s} }
func squaredHinge(s problems.FiniteSum) builder { return problems.SquaredHinge{FiniteSum: s} }
func logistic(s problems.FiniteSum) builder     { return problems.Logistic{FiniteSum: s} }
func quantile(s problems.FiniteSum) builder     { return problems.Quantile{FiniteSum: s, Tau: 0.2} }
