package problemtest

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"regret/problems"
	"regret/problems/linear"
	"regret/problems/population"
)

const (
	// draws is how many samples of a population are looked at.
	draws = 10_000
	// standardErrors is how far a sample mean may be off: a deviation that a sound
	// problem shows once in 10^9 trials.
	standardErrors = 6
)

// keyedSamples: f_i depends on key and i alone, and other keys have other samples.
func (e *experiment) keyedSamples() error {
	x := e.point()
	ask := func(key population.Key, order []int) []float64 {
		stream, g := e.p.Stream(key), make([]float64, e.d)
		seen := make([]float64, 2*len(order))
		for _, i := range order {
			seen[2*i] = stream.Subgradient(g, x, i)
			seen[2*i+1] = g[0]
		}
		return seen
	}
	forward := ask(population.Key{1, 2}, []int{0, 1, 2, 3})
	if !slices.Equal(forward, ask(population.Key{1, 2}, []int{3, 1, 0, 2})) {
		return errors.New("the samples depend on the order in which they are asked for")
	}
	for _, key := range []population.Key{{1, 3}, {2, 2}} {
		if other := ask(key, []int{0, 1, 2, 3}); slices.Equal(forward, other) {
			return fmt.Errorf("the keys [1 2] and %d have the same samples", key)
		}
	}
	return nil
}

// sampleMean: F and its gradient are the means of the samples', within their
// errors; and F is the same whichever way it is asked for.
func (e *experiment) sampleMean() error {
	for _, x := range [][]float64{e.p.Start, e.p.Optimum.Theta, e.point()} {
		value, gradient := e.objective(x)
		if again := e.p.Objective.Value(x); math.Abs(again-value) > 1e-14*math.Abs(value) {
			return fmt.Errorf("the F of Value is %.17g, that of FullSubgradient %.17g", again, value)
		}
		var values moments
		slopes := make([]moments, e.d)
		for i := range e.n {
			v, g := e.term(i)(x)
			values.add(v)
			for j := range slopes {
				slopes[j].add(g[j])
			}
		}
		if off := values.deviation(value); math.Abs(off) > standardErrors {
			return fmt.Errorf("the risk is %.6g, which is %.1f standard errors from the mean of %d samples", value, off, e.n)
		}
		for j := range slopes {
			if off := slopes[j].deviation(gradient[j]); math.Abs(off) > standardErrors {
				return fmt.Errorf("the gradient of F has the coordinate %d at %.6g, which is %.1f standard errors from the mean of %d samples", j, gradient[j], off, e.n)
			}
		}
	}
	return nil
}

// sampleNoise: E|g - grad F|^2 is not above sigma^2 by more than the error of its
// estimate.
func (e *experiment) sampleNoise() error {
	claim, known := e.claim("sigma")
	if !known {
		return nil
	}
	for range 4 {
		if noise := e.noiseAt(e.point()); noise.deviation(claim*claim) < -standardErrors {
			return fmt.Errorf("the noise of the gradient is %g, claimed sigma = %g", math.Sqrt(noise.mean()), claim)
		}
	}
	return nil
}

// sampleNoiseAtOptimum: at u it is sigma_star^2, or less where that is a bound.
func (e *experiment) sampleNoiseAtOptimum() error {
	claim, known := e.claim("sigma_star")
	if !known {
		return nil
	}
	exact := e.p.Constants["sigma_star"].Provenance == problems.Exact
	noise := e.noiseAt(e.p.Optimum.Theta)
	if below := noise.deviation(claim * claim); below < -standardErrors || exact && below > standardErrors {
		return fmt.Errorf("the noise of the gradient at the optimum is %g, claimed sigma_star = %g", math.Sqrt(noise.mean()), claim)
	}
	return nil
}

// sampleSmoothness: E|g_i(x) - g_i(u)|^2 is not above 2 Lexp [F(x) - F(u)] by more than
// the error of its estimate.
func (e *experiment) sampleSmoothness() error {
	claim, known := e.claim("Lexp")
	if !known {
		return nil
	}
	for _, x := range [][]float64{e.p.Start, e.point(), e.project(along(e.p.Optimum.Theta, 1, e.normal(e.radius)))} {
		var change moments
		for i := range e.n {
			_, g := e.term(i)(x)
			_, h := e.term(i)(e.p.Optimum.Theta)
			change.add(math.Pow(distance(g, h), 2))
		}
		limit := 2 * claim * (e.p.Objective.Value(x) - e.p.Optimum.Value + e.p.Optimum.Gap)
		if change.deviation(limit) < -standardErrors {
			return fmt.Errorf("gradients differ from those at the optimum by %g in the mean square, claimed at most %g by Lexp = %g", change.mean(), limit, claim)
		}
	}
	return nil
}

// noiseAt gathers |g_i - grad F|^2 at x.
func (e *experiment) noiseAt(x []float64) (noise moments) {
	_, full := e.objective(x)
	for i := range e.n {
		_, g := e.term(i)(x)
		noise.add(math.Pow(distance(g, full), 2))
	}
	return noise
}

// moments gathers what a mean and its standard error are made of.
type moments struct {
	count        float64
	sum, squares linear.Sum
}

func (m *moments) add(x float64) {
	m.count++
	m.sum.Add(x)
	m.squares.Add(x * x)
}

func (m *moments) mean() float64 { return m.sum.Value() / m.count }

// deviation is how many standard errors a claim lies above the mean. A spread
// within rounding counts as rounding.
func (m *moments) deviation(claim float64) float64 {
	mean := m.mean()
	variance := m.squares.Value()/m.count - mean*mean
	floor := 1e-13 * (math.Abs(mean) + math.Abs(claim))
	if variance <= floor*floor {
		variance = 0
	}
	off := claim - mean
	if math.Abs(off) <= floor {
		return 0
	}
	return off / math.Sqrt(variance/m.count)
}
