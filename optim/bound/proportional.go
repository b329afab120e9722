package bound

import (
	"fmt"
	"math"
)

// proportional is the assumption that the steps are a multiple of a shape.
func proportional(formula, latex string, shape func(in Input) Steps) Assumption {
	return Assumption{
		Name:  "steps " + formula,
		LaTeX: latex,
		Reads: legality{},
		Check: func(in Input) error {
			if err := screened(in, legality{}, legal); err != nil {
				return err
			}
			return compare(in, shape(in))
		},
	}
}

// shapeRounding is how far a step may be from the multiple of a shape, relative
// to it and to the largest: formulas for the same shape round differently.
const shapeRounding, largestRounding = 1e-9, 1e-15

// compare returns an error that names the first t < T at which eta_t is no
// multiple of the shape. (eta_T moves no point of the run.)
func compare(in Input, shape Steps) error {
	scale := multiple(in, shape)
	if math.IsNaN(scale) {
		return nil // another assumption names what the shape needs
	}
	_, largest, _ := peaks(in)
	with := in
	with.GradientNorms = shape
	norms := newNormBlock(with, blockLen)
	for t, block := range forward(in, 1, in.Horizon-1) {
		norm := norms.fill(t, len(block))
		for i, eta := range block {
			if want := scale * norm[i]; math.Abs(eta-want) > shapeRounding*want+largestRounding*largest {
				return fmt.Errorf("eta_%d = %g is not %g", t+i, eta, want)
			}
		}
	}
	return nil
}

// multiple returns eta_1 in units of the shape.
func multiple(in Input, shape Steps) float64 {
	return firstStep(in) / stepAt(shape, 1, in.Horizon)
}

// shapeFunc is a shape as a formula.
type shapeFunc func(t, T int) float64

// Fill implements Steps.
func (f shapeFunc) Fill(eta []float64, t, T int) {
	for i := range eta {
		eta[i] = f(t+i, T)
	}
}

// atHorizon returns terms that hold at T alone: at any other checkpoint the
// theorem says nothing.
func atHorizon(in Input, at []int, terms []float64) [][]float64 {
	out := make([][]float64, len(at))
	for k, t := range at {
		if t == in.Horizon {
			out[k] = terms
			continue
		}
		out[k] = make([]float64, len(terms))
		for i := range terms {
			out[k][i] = math.Inf(1)
		}
	}
	return out
}

// about returns an error unless two numbers agree up to the rounding of formulas.
// A number that is not known agrees with all.
func about(name string, x float64, formula string, want float64) error {
	if math.Abs(x-want) > shapeRounding*math.Abs(want) {
		return fmt.Errorf("%s = %g is not %s = %g", name, x, formula, want)
	}
	return nil
}
