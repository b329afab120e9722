package problems_test

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/problemtest"
)

func built(t *testing.T, b builder) *problems.Problem {
	t.Helper()
	p, err := b.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

var drifting = dataset.Drifting{Rows: 60, Dim: 3, Noise: 0.5, Speed: 0.05, Path: "rotation", Seed: 1}

// online is a problem on the first T rows.
func online(T int) problems.Squared {
	p := problems.Squared{FiniteSum: problems.FiniteSum{
		Data: drifting, Domain: domain.Ball{Radius: 2}, Ridge: 0.1, Order: problems.Order{Online: true},
	}}
	p.SetHorizon(T)
	return p
}

// The comparator and the constants are those of the finite sum of the first T rows,
// but for those that speak of a single F.
func TestHindsight(t *testing.T) {
	shorter := drifting
	shorter.Rows = 25
	want := built(t, problems.Squared{FiniteSum: problems.FiniteSum{
		Data: shorter, Domain: domain.Ball{Radius: 2}, Ridge: 0.1, Preprocess: "none",
	}})
	p := built(t, online(25))
	if !p.Online || want.Online || p.Objective.Len() != 25 || p.Content != want.Content {
		t.Fatalf("online %t and %t, %d losses", p.Online, want.Online, p.Objective.Len())
	}
	for j, v := range want.Optimum.Theta {
		if p.Optimum.Theta[j] != v {
			t.Errorf("u = %v, want %v", p.Optimum.Theta, want.Optimum.Theta)
		}
	}
	for _, name := range []string{"D", "G", "R", "Lmax", "n", "d"} {
		if p.Constants[name].Value != want.Constants[name].Value {
			t.Errorf("%s = %g, want %g", name, p.Constants[name].Value, want.Constants[name].Value)
		}
	}
	if mu := p.Constants["mu"].Value; mu != 0.1 || want.Constants["mu"].Value <= mu {
		t.Errorf("mu = %g, that of F %g", mu, want.Constants["mu"].Value)
	}
	for _, name := range []string{"L", "sigma"} {
		if c, known := p.Constants[name]; known {
			t.Errorf("an online problem has %s = %g", name, c.Value)
		}
	}
	if all := built(t, online(0)); all.Objective.Len() != 60 || all.Optimum.Theta[0] == p.Optimum.Theta[0] {
		t.Errorf("%d losses without a horizon", all.Objective.Len())
	}
}

// Online problems keep their promises, the optimum in hindsight among them.
func TestOnlineContract(t *testing.T) {
	s := problems.FiniteSum{Data: drifting, Domain: domain.Ball{Radius: 0.8}, Ridge: 0.05, Order: problems.Order{Online: true}}
	s.SetHorizon(25)
	kinds := append(regressions(s), classifications(s)...)
	kinds = append(kinds,
		problems.Linear{Data: dataset.Alternating{Rows: 25}, Domain: domain.Box{Lo: -1, Hi: 1}, Order: s.Order},
		problems.Linear{Data: drifting, Domain: domain.Ball{Radius: 2}, Order: s.Order},
		problems.Linear{Data: drifting, Domain: domain.WholeSpace{}, Ridge: 0.3, Order: s.Order},
		problems.Experts{Data: dataset.Adversarial{Rows: 30, Experts: 4}},
		problems.Experts{Data: dataset.Bernoulli{Rows: 30, Experts: 4, Gap: 0.1, Seed: 1}})
	for _, kind := range kinds {
		t.Run(fmt.Sprintf("%T", kind), func(t *testing.T) { problemtest.Check(t, built(t, kind)) })
	}
}

// The best fixed point of the alternating sequence is at the end that -1/2 leaves.
func TestAlternatingInHindsight(t *testing.T) {
	for T, sum := range map[int]float64{1: -0.5, 2: 0.5, 7: -0.5, 8: 0.5} {
		l := problems.Linear{Data: dataset.Alternating{Rows: 10}, Domain: domain.Box{Lo: -1, Hi: 1}, Order: problems.Order{Online: true}}
		l.SetHorizon(T)
		p := built(t, l)
		if u, want := p.Optimum.Theta[0], -math.Copysign(1, sum); u != want {
			t.Errorf("T = %d: u = %g, want %g", T, u, want)
		}
		if got := p.Optimum.Value * float64(T); math.Abs(got+0.5) > 1e-15 || p.Optimum.Gap > 1e-14 {
			t.Errorf("T = %d: the best sum is %g (gap %g), want -1/2", T, got, p.Optimum.Gap)
		}
	}
}

// Losses that cancel have every point for a minimizer: the start is one.
func TestLossesThatCancel(t *testing.T) {
	path := write(t, "0 1:1 2:-2\n0 1:-1 2:2\n")
	p := built(t, problems.Linear{Data: dataset.LIBSVM{File: path}, Domain: domain.Box{Lo: -1, Hi: 1}, Order: problems.Order{Online: true}})
	if p.Optimum.Value != 0 || p.Optimum.Gap != 0 || p.Constants["R"].Value != 0 {
		t.Errorf("optimum %+v", p.Optimum)
	}
}

// The best expert in hindsight is the one with the smallest sum, G the longest
// vector of losses.
func TestBestExpert(t *testing.T) {
	source := dataset.Bernoulli{Rows: 200, Experts: 5, Gap: 0, Seed: 4}
	data, err := source.Load(dataset.Losses)
	if err != nil {
		t.Fatal(err)
	}
	for _, T := range []int{10, 200} {
		totals, longest := make([]float64, 5), 0.0
		for i := range T {
			row := linear.Densify(data.Rows).Row(i)
			var square float64
			for j, loss := range row {
				totals[j] += loss
				square += loss * loss
			}
			longest = max(longest, math.Sqrt(square))
		}
		best := math.Inf(1)
		for _, total := range totals {
			best = min(best, total)
		}
		experts := problems.Experts{Data: source}
		experts.SetHorizon(T)
		p := built(t, experts)
		if got := p.Optimum.Value * float64(T); math.Abs(got-best) > 1e-12*best || linear.Dot(p.Optimum.Theta, totals) != best {
			t.Errorf("T = %d: the best expert loses %g, %g with u = %v", T, best, got, p.Optimum.Theta)
		}
		if G, D := p.Constants["G"], p.Constants["D"]; G.Value != longest || G.Provenance != problems.Exact || D.Value != math.Sqrt2 {
			t.Errorf("G = %+v, want %g; D = %+v", G, longest, D)
		}
	}
}

func TestOnlineErrors(t *testing.T) {
	experts := func(text string) builder {
		return problems.Experts{Data: dataset.LIBSVM{File: write(t, text)}}
	}
	for _, c := range []struct {
		kind builder
		want string
	}{
		{online(61), "horizon 61 is beyond the sequence of 60 losses"},
		{experts("0 1:0.5 2:1\n0 2:1.5\n"), "row 2: the loss of expert 2 is 1.5, outside [0, 1]"},
		{experts("0 1:-0.5\n"), "row 1: the loss of expert 1 is -0.5"},
		{problems.Experts{}, "data must be given"},
		{problems.Experts{Data: dataset.Bernoulli{Rows: 1}}, "experts must be"},
		{problems.Linear{Domain: domain.Simplex{}}, "data must be given"},
		{problems.Linear{Data: dataset.Alternating{Rows: 1}}, "domain must be given"},
		{problems.Linear{Data: dataset.Alternating{Rows: 1}, Domain: domain.WholeSpace{}}, "unbounded below"},
	} {
		if _, err := c.kind.Build(context.Background(), nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v, want one with %q", c.kind, err, c.want)
		}
	}
}

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "losses.libsvm")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
