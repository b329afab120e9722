package population

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/problems/linear"
)

// Variances and truth by hand: h = (1, 1/4, 1/9) and theta0 ~ j^(-1/2) h^(r-1/2).
func TestFeaturesByHand(t *testing.T) {
	g := NewGaussian(Features{Dim: 3, Capacity: 2, Condition: 1, Source: 1, Signal: 2})
	// h theta0^2 ~ h^2/j: 1, 1/32, 1/243.
	scale := 2 / math.Sqrt(1+1.0/32+1.0/243)
	for j, want := range []float64{scale, scale / math.Sqrt(2) / 2, scale / math.Sqrt(3) / 3} {
		if math.Abs(g.Truth[j]-want) > 1e-15 {
			t.Errorf("theta0_%d = %v, want %v", j+1, g.Truth[j], want)
		}
		if h := 1 / float64((j+1)*(j+1)); math.Abs(g.H[j]-h) > 1e-16 {
			t.Errorf("h_%d = %v, want %v", j+1, g.H[j], h)
		}
	}
	g = NewGaussian(Features{Dim: 5, Condition: 16, Source: 0.5, Signal: 1})
	for j, want := range []float64{1, 0.5, 0.25, 0.125, 0.0625} {
		if math.Abs(g.H[j]-want) > 1e-16 {
			t.Errorf("geometric: h_%d = %v, want %v", j+1, g.H[j], want)
		}
	}
}

// The closed forms of fourth moments agree with samples: E|a|^2 e^2, E (a.v)^2
// (Rx^2 - |a|^2) >= 0 with equality along the first axis, E (a.v)^2 (noise^2 - e^2) >= 0
// with equality along the truth for multiplicative noise.
func TestMomentsAgreeWithSamples(t *testing.T) {
	for name, law := range laws(4) {
		squared, ok := law.(*Squared)
		if !ok || name == Student { // whose fourth moment is infinite
			continue
		}
		const n = 400_000
		s := NewStream(law, Key{7, 8})
		radius, level := squared.Radius(), squared.Level()
		axis, other := []float64{1, 0, 0, 0}, []float64{0.3, -1, 2, 0.5}
		// In the metric of H the truth is where multiplicative noise is largest.
		var energy, first, slack, along, across average
		for i := range n {
			a, y := s.Sample(i)
			e, square := y-linear.Dot(a, squared.Truth), linear.Dot(a, a)
			energy.add(square * e * e)
			first.add(math.Pow(linear.Dot(a, axis), 2) * (radius*radius - square))
			slack.add(math.Pow(linear.Dot(a, other), 2) * (radius*radius - square))
			along.add(math.Pow(linear.Dot(a, squared.Truth), 2) * (level*level - e*e))
			across.add(math.Pow(linear.Dot(a, other), 2) * (level*level - e*e))
		}
		for what, c := range map[string]struct {
			got  average
			want float64
		}{"E|a|^2 e^2": {energy, squared.Energy()}, "Rx": {first, 0}, "noise along the truth": {along, 0}} {
			if off := c.got.deviation(c.want); math.Abs(off) > 6 {
				t.Errorf("%s: %s is %v, %v standard errors from %v", name, what, c.got.mean(), off, c.want)
			}
		}
		for what, got := range map[string]average{"Rx": slack, "noise": across} {
			if got.deviation(0) > 6 {
				t.Errorf("%s: the bound of %s fails by %v", name, what, got.mean())
			}
		}
	}
}

// average gathers a mean with its standard error.
type average struct{ n, sum, squares float64 }

func (a *average) add(x float64) { a.n++; a.sum += x; a.squares += x * x }

func (a average) mean() float64 { return a.sum / a.n }

func (a average) deviation(want float64) float64 {
	return (want - a.mean()) / math.Sqrt((a.squares/a.n-a.mean()*a.mean())/a.n)
}

// The finite sum of d terms is F less a constant.
func TestEquivalent(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, ridge := range []float64{0, 0.3} {
		s := &Squared{Gaussian: NewGaussian(features(6)), Noise: Noise{Deviation: 0.7, Law: Normal}, Ridge: ridge}
		m := s.Equivalent()
		g, h, theta := make([]float64, 6), make([]float64, 6), make([]float64, 6)
		for range 5 {
			for j := range theta {
				theta[j] = random.NormFloat64()
			}
			a, b := s.FullSubgradient(g, theta), m.FullSubgradient(h, theta)
			if math.Abs(a-b-0.7*0.7/2) > 1e-14*a {
				t.Errorf("F is %v, that of the finite sum %v", a, b)
			}
			for j := range g {
				if math.Abs(g[j]-h[j]) > 1e-14 {
					t.Errorf("gradients %v and %v", g, h)
				}
			}
		}
	}
}

func TestValidate(t *testing.T) {
	sound := Features{Dim: 3, Condition: 1, Source: 0.5, Signal: 1}
	if err := sound.Validate(); err != nil {
		t.Error(err)
	}
	nan := math.NaN()
	for name, change := range map[string]func(f *Features){
		"dim":                    func(f *Features) { f.Dim = 0 },
		"capacity must":          func(f *Features) { f.Capacity = nan },
		"condition":              func(f *Features) { f.Condition = 0.5 },
		"source":                 func(f *Features) { f.Source = -1 },
		"signal must":            func(f *Features) { f.Signal = 0 },
		"capacity leaves":        func(f *Features) { f.Dim, f.Capacity = 10_000, 20 },
		"signal is out of reach": func(f *Features) { f.Signal = 1e308; f.Dim = 1000; f.Capacity = 15; f.Source = 0 },
	} {
		f := sound
		change(&f)
		if err := f.Validate(); err == nil || err.Error()[:len(name)] != name {
			t.Errorf("%+v: %v, want an error that begins with %q", f, err, name)
		}
	}
	for name, n := range map[string]Noise{
		"noise":   {Deviation: nan, Law: Normal},
		"law":     {Law: "cauchy"},
		"freedom": {Law: Student, Freedom: 2},
	} {
		if err := n.Validate(); err == nil || err.Error()[:len(name)] != name {
			t.Errorf("%+v: %v, want an error that begins with %q", n, err, name)
		}
	}
}
