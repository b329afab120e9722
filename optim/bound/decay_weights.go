package bound

import (
	"fmt"
	"math"

	"regret/problems/linear"
)

// decaying is the assumption that the steps are [DecaySteps] of a multiple of
// the weights.
func decaying(formula string, weights func(in Input) Steps) Assumption {
	return Assumption{
		Name:  "steps " + formula,
		LaTeX: `\eta_t=w_t(w_{t+1}+\dots+w_T)/(w_1+\dots+w_T)`,
		Reads: legality{},
		Check: func(in Input) error {
			if err := screened(in, legality{}, legal); err != nil {
				return err
			}
			return compareDecay(in, weights(in))
		},
	}
}

// compareDecay returns an error that names the last t < T at which eta_t does not
// fit the weights: their sums run backwards. Unknown G_t fit all steps, for
// another assumption names them.
func compareDecay(in Input, weights Steps) error {
	scale, total := decayScale(in, weights)
	with := in
	with.GradientNorms = weights
	_, largest, _ := peaks(in)
	var tail linear.Sum
	for t, s := range stridesBack(with, 1, in.Horizon) {
		want := scale * s.norm * (tail.Value() / total)
		if t < in.Horizon && math.Abs(s.eta-want) > shapeRounding*want+largestRounding*largest {
			return fmt.Errorf("eta_%d = %g is not %g", t, s.eta, want)
		}
		tail.Add(s.norm)
	}
	return nil
}

// decayScale returns the factor c on the weights that eta_1 tells, and the sum of
// the weights without it. One point has no step: there the best factor is taken.
func decayScale(in Input, weights Steps) (scale, total float64) {
	if in.Horizon == 1 {
		sums := in
		sums.Steps = weights
		p := prefixes(sums, []int{1})[0]
		return in.R / math.Sqrt(p.Energy), p.Sum
	}
	first := stepAt(weights, 1, in.Horizon)
	total = first * float64(in.Horizon)
	if !sameWeights(in, weights) {
		total = sumOfWeights(weights, in.Horizon)
	}
	return firstStep(in) / (first * ((total - first) / total)), total
}

func sameWeights(in Input, weights Steps) bool {
	_, byNorms := weights.(inverseSquare)
	return weights == power(0) || byNorms && in.GradientNorms == nil
}

// sumOfWeights returns w_1+...+w_T.
func sumOfWeights(weights Steps, T int) float64 {
	var sum linear.Sum
	for _, block := range forward(Input{Steps: weights, Horizon: T}, 1, T) {
		for _, w := range block {
			sum.Add(w)
		}
	}
	return finiteOrInf(sum.Value())
}

func decayTerms(weights func(in Input) Steps) func(in Input, at []int) [][]float64 {
	return func(in Input, at []int) [][]float64 {
		return atHorizon(in, at, decayAtHorizon(in, weights(in)))
	}
}

func decayBest(weights func(in Input) Steps) func(in Input) (scale, value float64) {
	return func(in Input) (scale, value float64) {
		terms := decayAtHorizon(in, weights(in))
		scale, value = balance(terms[0], terms[1])
		if in.Horizon == 1 {
			scale = math.NaN()
		}
		return scale, value
	}
}

// decayAtHorizon returns R^2/(2 sum w) and sum w^2 G^2/(2 sum w) for the weights times
// the factor that the steps tell.
func decayAtHorizon(in Input, weights Steps) []float64 {
	scale, total := decayScale(in, weights)
	sums := in
	sums.Steps = weights
	energy := prefixes(sums, []int{in.Horizon})[0].Energy
	return []float64{quotient(in.R*in.R, 2*scale*total), scale * energy / (2 * total)}
}
