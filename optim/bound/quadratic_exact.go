package bound

import (
	"fmt"
	"math"
)

var quadraticParams = []Param{{
	Name:    "eigenvalues",
	Doc:     "says that F is this quadratic, with so many of them; a whole number from 1 to 1000",
	Default: math.NaN(),
}}

// quadraticExact is no bound but an equality (C8): the expected gap of SGD on one
// quadratic whose eigenvalues lie evenly in the logarithm from mu to L. It is an oracle
// for the loop and for the bounds on smooth objectives.
//
// Proof. The coordinates do not meet: x_i is multiplied by 1-eta_t lambda_i, and noise of
// mean 0 and variance sigma^2/d is added, so that m_i = E (x_i-x*_i)^2 follows the recursion.
var quadraticExact = Theorem{
	ID:    "quadratic-exact",
	Ref:   "C8",
	Title: "SGD on a quadratic, exactly",
	Statement: `F(x)=\tfrac12\sum_{i=1}^d\lambda_i(x_i-x^\star_i)^2\ \Rightarrow\ \mathbb E\,F(x_T)-F^\star=` +
		`\tfrac12\sum_{i=1}^d\lambda_im_{T,i},\quad m_{1,i}=\tfrac{R^2}{d},\ ` +
		`m_{t+1,i}=(1-\eta_t\lambda_i)^2m_{t,i}+\eta_t^2\tfrac{\sigma^2}{d},\ \lambda_i=\mu(L/\mu)^{(i-1)/(d-1)}`,
	Kind:   ExactSup,
	Rows:   []Row{{Quantity: "gap-last", Mode: Expectation, Sampling: IID}},
	Params: quadraticParams,
	Needs: []Assumption{stronglyConvex, smooth, unconstrained, boundedNoise, knownDistance, legalSteps,
		known(quadraticParams, "eigenvalues", interval{lo: 1, hi: 1000}),
		{Name: "whole dimension", LaTeX: `d\in\mathbb N`, Check: func(in Input) error {
			if d := in.param(quadraticParams, "eigenvalues"); d != math.Floor(d) && !math.IsNaN(d) {
				return fmt.Errorf("eigenvalues = %g is not a whole number", d)
			}
			return nil
		}}},
	Constants: []string{"mu", "L", "sigma", "R"},
	TermNames: []string{`\text{from the start}`, `\text{from the noise}`},
	Terms:     quadraticExactTerms,
	Citation:  thisProject.at("quadratic-exact"),
	Tightness: `An equality. For $d=1$ the eigenvalue is $L$.`,
	Caveat: `It holds for this quadratic, with the start and the noise spread evenly over the coordinates and the ` +
		`noise independent of the point; giving the number of its eigenvalues says that the problem is this one. For others it is no bound.`,
}

func quadraticExactTerms(in Input, at []int) [][]float64 {
	d := int(in.param(quadraticParams, "eigenvalues"))
	lambda, start, noise := []float64{in.L}, make([]float64, d), make([]float64, d)
	if d > 1 {
		lambda = geometric(in.Mu, in.L, d)
	}
	for i := range start {
		start[i] = in.R * in.R / float64(d)
	}
	variance := in.Sigma * in.Sigma / float64(d)
	return recursion(in, at, func(steps []float64) {
		for _, eta := range steps {
			for i, curvature := range lambda {
				factor := (1 - eta*curvature) * (1 - eta*curvature)
				start[i] *= factor
				noise[i] = factor*noise[i] + eta*eta*variance
			}
		}
	}, func() []float64 {
		terms := []float64{0, 0}
		for i, curvature := range lambda {
			terms[0] += curvature * start[i] / 2
			terms[1] += curvature * noise[i] / 2
		}
		return terms
	})
}
