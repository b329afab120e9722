package problems_test

import (
	"context"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/population"
)

func streaming(set domain.Set) problems.StreamingSquared {
	return problems.StreamingSquared{
		Features: population.Features{Dim: 4, Capacity: 1, Condition: 1, Source: 0.5, Signal: 1},
		Noise:    population.Noise{Deviation: 0.5, Law: population.Normal}, Domain: set,
	}
}

// One feature, a ~ N(0, 1), theta0 = 1, noise of variance 1/4: E|g - grad F|^2 is
// 2 (theta-1)^2 + 1/4, E a^4 = 3.
func TestStreamingConstantsByHand(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		set  domain.Set
		want map[string]float64
	}{
		{nil, map[string]float64{"sigma": inf, "sigma_star": 0.5, "Rx": math.Sqrt(3), "noise": 0.5, "D": inf, "R": 1}},
		{domain.Ball{Radius: 3}, map[string]float64{"sigma": math.Sqrt(2*16 + 0.25), "sigma_star": 0.5, "D": 6, "R": 1}},
		{domain.Ball{Radius: 0.5}, map[string]float64{"sigma": math.Sqrt(2*2.25 + 0.25), "sigma_star": math.Sqrt(0.75), "R": 0.5}},
		{domain.Box{Lo: 0, Hi: 5}, map[string]float64{"sigma": math.Sqrt(2*16 + 0.25), "sigma_star": 0.5, "R": 1}},
	} {
		kind := streaming(c.set)
		kind.Dim = 1
		p := built(t, kind)
		for name, want := range map[string]float64{"G": inf, "Lmax": inf, "L": 1, "Lexp": 3, "mu": 1, "d": 1} {
			c.want[name] = want
		}
		for name, want := range c.want {
			if got := p.Constants[name].Value; got != want && !(math.Abs(got-want) <= 1e-11*want) {
				t.Errorf("on %v: %s = %.17g, want %.17g", p.Domain, name, got, want)
			}
		}
		for _, name := range []string{"n", "Rx", "noise"} {
			_, wanted := c.want[name]
			if _, known := p.Constants[name]; known != wanted {
				t.Errorf("on %v: %s is known: %t", p.Domain, name, known)
			}
		}
	}
	kind := streaming(nil)
	kind.Noise.Law = population.Multiplicative // in one dimension the noise is a theta0 e/2
	kind.Dim = 1
	p := built(t, kind)
	for name, want := range map[string]float64{"noise": math.Sqrt(3) / 2, "sigma_star": math.Sqrt(3) / 2} {
		if got := p.Constants[name].Value; math.Abs(got-want) > 1e-15 {
			t.Errorf("multiplicative: %s = %v, want %v", name, got, want)
		}
	}
}

// No point of the domain has noisier gradients than sigma, and an ascent comes close to it.
func TestSigmaOfAPopulationIsAttained(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for _, set := range []domain.Set{
		domain.Ball{Radius: 0.5}, domain.Ball{Radius: 1}, domain.Ball{Radius: 20}, domain.Box{Lo: -0.3, Hi: 0.4}, domain.Simplex{},
	} {
		for _, capacity := range []float64{0, 1, 3} {
			kind := streaming(set)
			kind.Capacity = capacity
			p := built(t, kind)
			law := &population.Squared{Gaussian: population.NewGaussian(kind.Features), Noise: kind.Noise}
			sigma, q := p.Constants["sigma"].Value, law.Spread()
			highest := 0.0
			for range 50 {
				theta, g := make([]float64, 4), make([]float64, 4)
				for j := range theta {
					theta[j] = 30 * random.NormFloat64()
				}
				set.Project(theta)
				for range 500 { // an ascent of a convex function: corner after corner
					highest = max(highest, law.Variance(theta))
					for j := range g {
						g[j] = -q[j] * (theta[j] - law.Truth[j])
					}
					set.MinimizeLinear(theta, g)
				}
			}
			if ratio := math.Sqrt(highest) / sigma; ratio > 1 || ratio < 1-1e-9 {
				t.Errorf("%v, capacity %g: the noise reaches %.15g of sigma", set, capacity, ratio)
			}
		}
	}
}

// The largest spread in a ball whose axis of largest spread goes through the centre:
// the hard case of the secular equation, where the multiplier is max q_j.
func TestSigmaInTheHardCase(t *testing.T) {
	kind := streaming(domain.Ball{Radius: 100})
	kind.Features.Source, kind.Capacity = 0, 20
	kind.Dim, kind.Signal = 2, 1e-6
	p := built(t, kind)
	law := &population.Squared{Gaussian: population.NewGaussian(kind.Features), Noise: kind.Noise}
	atEnd := []float64{-100, 0}
	if got, want := p.Constants["sigma"].Value, math.Sqrt(law.Variance(atEnd)); got < want || got > want*1.01 {
		t.Errorf("sigma = %v, %v at the end of the axis", got, want)
	}
}

// Ridge and ball by the secular equation: u = (H + (ridge+m) I)^-1 H theta0.
func TestStreamingMinimizerAgreesWithTheSecularEquation(t *testing.T) {
	for _, ridge := range []float64{0, 0.2} {
		kind := streaming(domain.Ball{Radius: 0.6})
		kind.Ridge = ridge
		p := built(t, kind)
		g := population.NewGaussian(kind.Features)
		at := func(m float64) []float64 {
			u := make([]float64, 4)
			for j, h := range g.H {
				u[j] = h * g.Truth[j] / (h + ridge + m)
			}
			return u
		}
		lo, hi := 0.0, 100.0
		for range 200 {
			m := (lo + hi) / 2
			if u := at(m); linear.Dot(u, u) > 0.36 {
				lo = m
			} else {
				hi = m
			}
		}
		for j, want := range at(hi) {
			if got := p.Optimum.Theta[j]; math.Abs(got-want) > 1e-8 {
				t.Errorf("ridge %g: u_%d = %v, want %v", ridge, j, got, want)
			}
		}
		if p.Optimum.Gap > 1e-14 {
			t.Errorf("ridge %g: gap %g", ridge, p.Optimum.Gap)
		}
	}
}

func TestStreamingErrors(t *testing.T) {
	large := streaming(domain.Ball{Radius: 1})
	large.Dim = 2001
	negative := streaming(nil)
	negative.Ridge = -1
	nameless := streaming(nil)
	nameless.Noise.Law = "cauchy"
	logistic := problems.StreamingLogistic{Features: streaming(nil).Features}
	ridge, empty := logistic, logistic
	ridge.Ridge = math.NaN()
	empty.Dim = 0
	for want, kind := range map[string]builder{
		"dim must be at most 2000 with a ridge or a domain": large,
		"ridge must be":                 negative,
		"ridge must be finite":          ridge,
		"law: \"cauchy\" is not one of": nameless,
		"radius must be":                streaming(domain.Ball{Radius: -1}),
		"dim must be from":              empty,
	} {
		if _, err := kind.Build(context.Background(), nil); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%+v: error %v, want %q", kind, err, want)
		}
	}
	large.Domain = nil
	if p := built(t, large); p.Optimum.Gap > 1e-15 {
		t.Errorf("gap %g", p.Optimum.Gap)
	}
}

func TestStreamingFormula(t *testing.T) {
	kind := streaming(nil)
	kind.Noise.Law, kind.Freedom = population.Student, 3
	want := `F(\theta)=\tfrac12\mathbb E\bigl(a^\top\theta-y\bigr)^2,\quad a\sim N(0,\mathrm{diag}(h)),\ h_j=j^{-1},\ ` +
		`\theta^0_j\propto j^{-1/2}h_j^{r-1/2},\ r=0.5,\ \mathbb E(a^\top\theta^0)^2=s^2,\ s=1,\ ` +
		`y=a^\top\theta^0+\varepsilon,\ \varepsilon\sim\tau\sqrt{1-2/\nu}\;t_\nu,\ \tau=0.5,\ \nu=3`
	if got := built(t, kind).Formula; got != want {
		t.Errorf("formula\n%s\nwant\n%s", got, want)
	}
}
