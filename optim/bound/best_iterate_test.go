package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
)

// bestSide is the right side of best-iterate for n_1..n_T.
func bestSide(in bound.Input, steps, n listed) float64 {
	gamma, sum := 1.0, 0.0
	for t := range len(n) - 1 {
		reach := n[t+1] + steps[t]
		gamma *= min(1, n[t]*n[t+1]/(reach*reach))
		sum += gamma * steps[t]
	}
	return (in.R*in.R/n[0]+in.G*in.G*n[0])/2 - in.G*in.G*sum
}

// TestBestIterateByDescent improves n by random moves from n_t = n_{t+1}+eta_t: for
// smooth non-increasing steps it finds what the theorem has, and never less;
// for others it stays within a few per cent.
func TestBestIterateByDescent(t *testing.T) {
	random := rand.New(rand.NewPCG(61, 1))
	for i := range 24 {
		T, smooth := 2+random.IntN(5), i%2 == 0
		steps := randomSteps(random, T, i%4)
		if smooth {
			power := random.Float64()
			for j := range steps {
				steps[j] = math.Pow(float64(j+1), -power)
			}
		}
		in := bound.Input{Steps: steps, Horizon: T, R: math.Exp(random.NormFloat64()), G: 1.1}
		got, least := value(t, "best-iterate", in), descendBest(random, in, steps)
		if got > least*1.08 || smooth && !near(got, least, 1e-5) {
			t.Errorf("steps %v, R = %g: %.10g, by descent %.10g", steps, in.R, got, least)
		}
		if loose := value(t, "weighted-average", in); got > loose*(1+1e-12) {
			t.Errorf("steps %v: %g above weighted-average %g", steps, got, loose)
		}
	}
}

func descendBest(random *rand.Rand, in bound.Input, steps listed) float64 {
	T := len(steps)
	slack, width := make(listed, T), make(listed, T) // the last one is n_T
	slack[T-1] = in.R / in.G / 2
	for j := range width {
		width[j] = 0.3
	}
	n := make(listed, T)
	value := func() float64 {
		n[T-1] = slack[T-1]
		for s := T - 2; s >= 0; s-- {
			n[s] = n[s+1] + steps[s] + slack[s]
		}
		return bestSide(in, steps, n)
	}
	best := value()
	for range 40_000 {
		j := random.IntN(T)
		before := slack[j]
		slack[j] = max(0, slack[j]+width[j]*random.NormFloat64())
		if j == T-1 {
			slack[j] = max(slack[j], 1e-9)
		}
		if v := value(); v < best {
			best, width[j] = v, width[j]*1.5
			continue
		}
		slack[j] = before
		if width[j] *= 0.94; width[j] < 1e-9 {
			width[j] = 0.1
		}
	}
	return best
}
