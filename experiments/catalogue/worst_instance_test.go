package catalogue

import (
	"math"
	"strings"
	"testing"

	"regret/optim"
	"regret/optim/schedule"
	"regret/problems"
)

// regret runs projected subgradient descent on an online problem, one loss a
// step, and returns sum_t f_t(x_t) - f_t(u).
func regret(p *problems.Problem, steps schedule.Schedule, T int) float64 {
	d := p.Objective.Dim()
	x, g, eta := append([]float64(nil), p.Start...), make([]float64, d), make([]float64, T)
	steps.Fill(eta, 1, T)
	var sum float64
	for t := range T {
		atComparator := p.Objective.Subgradient(g, p.Optimum.Theta, t)
		sum += p.Objective.Subgradient(g, x, t) - atComparator
		optim.SGD{}.Step(x, g, eta[t], p.Domain)
	}
	return sum
}

// TestWorstInstanceAttainsZinkevich: regret DG sqrt(T) for D = 2, G = 1/2.
func TestWorstInstanceAttainsZinkevich(t *testing.T) {
	w := WorstInstance{Of: "zinkevich", D: 2, G: 0.5}
	for _, T := range []int{1, 4, 16, 1024} {
		steps := schedule.Constant{Step: w.D / (w.G * math.Sqrt(float64(T)))}
		p, err := w.BuildFor(steps, T)
		if err != nil {
			t.Fatal(err)
		}
		want := w.D * w.G * math.Sqrt(float64(T))
		if got := regret(p, steps, T); math.Abs(got-want) > 1e-12*want {
			t.Errorf("T=%d: regret %v, want %v", T, got, want)
		}
		if got := p.Domain.Diameter(1); got != w.D {
			t.Errorf("diameter %v", got)
		}
		if !p.Online || !p.Domain.Contains(p.Start, 0) || !p.Domain.Contains(p.Optimum.Theta, 0) {
			t.Errorf("problem %+v", p)
		}
	}
}

// TestWorstInstanceAttainsExactRegret compares with the value of the catalogue
// of bounds for steps 1/sqrt(t), D = G = 1, T = 8.
func TestWorstInstanceAttainsExactRegret(t *testing.T) {
	w := WorstInstance{Of: "regret-exact", D: 1, G: 1}
	steps := schedule.InverseSqrt{Alpha: 1}
	p, err := w.BuildFor(steps, 8)
	if err != nil {
		t.Fatal(err)
	}
	const want = 3.483236447480
	if got := regret(p, steps, 8); math.Abs(got-want) > 1e-10 {
		t.Errorf("regret %v, want %v", got, want)
	}
	other, err := w.BuildFor(schedule.Constant{Step: 0.5}, 8)
	if err != nil {
		t.Fatal(err)
	}
	if other.Content == p.Content || p.Content == "" {
		t.Errorf("contents %q and %q", p.Content, other.Content)
	}
}

func TestWorstInstanceErrors(t *testing.T) {
	steps := schedule.Constant{Step: 1}
	for _, c := range []struct {
		w    WorstInstance
		T    int
		want string
	}{
		{WorstInstance{Of: "zinkevich", D: 1, G: 1}, 5, "square"},
		{WorstInstance{Of: "regret-exact", D: 1, G: 2}, 5, "eta_1 G <= D"},
		{WorstInstance{Of: "other", D: 1, G: 1}, 4, "of must be"},
		{WorstInstance{Of: "zinkevich", D: math.NaN(), G: 1}, 4, "D must be"},
		{WorstInstance{Of: "zinkevich", D: 1, G: math.Inf(1)}, 4, "G must be"},
	} {
		if _, err := c.w.BuildFor(steps, c.T); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v, want %q in it", c.w, err, c.want)
		}
	}
}
