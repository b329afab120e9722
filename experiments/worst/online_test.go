package worst

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

// TestAttainsZinkevich: regret DG sqrt(T) for D = 2, G = 1/2.
func TestAttainsZinkevich(t *testing.T) {
	w := NewZinkevich(2, 0.5)
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

// TestAttainsExactRegret compares with the value of the catalogue
// of bounds for steps 1/sqrt(t), D = G = 1, T = 8.
func TestAttainsExactRegret(t *testing.T) {
	w := NewRegretExact(1, 1)
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

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		w    Kind
		T    int
		want string
	}{
		{NewZinkevich(1, 1), 5, "square"},
		{NewRegretExact(1, 2), 5, "eta_1 G <= D"},
		{NewLastExact(1, 1), 30_000, "T is above 20000"},
		{NewHuberSlope(2, 1), 5, "steps up to 1/L = 0.5"},
		{HarveyConvex{}, 5, "for the steps 1/sqrt(t) only: eta_2 = 1"},
		{HarveyStronglyConvex{}, 5, "for the steps 1/t only: eta_2 = 1"},
		{HarveyConvex{}, 1, "T = 1 is below 2"},
	} {
		if _, err := c.w.BuildFor(schedule.Constant{Step: 1}, c.T); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v, want %q in it", c.w, err, c.want)
		}
	}
	for want, w := range map[string]Kind{
		"D must": NewZinkevich(math.NaN(), 1),
		"G must": NewLastExact(0, 1),
		"R must": NewTouchOnce(1, math.Inf(1)),
		"L must": NesterovChain{L: -1},
	} {
		if err := w.Validate(); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%+v: error %v, want %q", w, err, want)
		}
	}
}
