package bound

import (
	"fmt"
	"math"
)

// Parameters of the theorems of Bottou, Curtis and Nocedal.
var bcnParams = []Param{
	{Name: "gap1", Doc: "F(x_1)-F*; in [0,Inf)", Default: math.NaN()},
	{Name: "M", Doc: "E|g|^2 <= M + MG |grad F|^2: sigma^2 if the noise is bounded; in [0,Inf)", Default: math.NaN()},
	{Name: "MG", Doc: "E|g|^2 <= M + MG |grad F|^2; in (0,Inf)", Default: 1},
	{Name: "descent", Doc: "<grad F, E g> >= descent |grad F|^2: 1 without bias; in (0,Inf)", Default: 1},
}

var bcnNeeds = []Assumption{
	stronglyConvex, smooth, unconstrained,
	known(bcnParams, "gap1", nonNegative),
	known(bcnParams, "M", nonNegative),
	known(bcnParams, "MG", positiveReal),
	known(bcnParams, "descent", positiveReal),
}

// bcnLimit is the largest step.
func bcnLimit(in Input) float64 {
	return in.param(bcnParams, "descent") / (in.L * in.param(bcnParams, "MG"))
}

// Bottou, Curtis and Nocedal (C3) count points from 1, as here.
//
// Proof of both. By smoothness and the two conditions on g, a step eta <= descent/(L MG)
// takes the expected gap e to at most
//
//	e - (eta descent/2) |grad F|^2 + eta^2 L M/2 <= (1 - eta mu descent) e + eta^2 L M/2,
//
// as |grad F|^2 >= 2 mu e. The bounds follow by induction.
var (
	bottouCurtisNocedalConstant = Theorem{
		ID:    "bottou-curtis-nocedal-constant",
		Ref:   "C3",
		Title: "The last iterate with a constant step, strongly convex and smooth objectives",
		Statement: `\mathbb E\,F(x_T)-F^\star\le\frac{\eta LM}{2\mu\mu_g}+(1-\eta\mu\mu_g)^{T-1}` +
			`\Bigl(F(x_1)-F^\star-\frac{\eta LM}{2\mu\mu_g}\Bigr)`,
		Kind:   Upper,
		Rows:   lastRows,
		Params: bcnParams,
		Needs: append(bcnNeeds[:len(bcnNeeds):len(bcnNeeds)], constantSteps,
			atMost("descent/(L MG)", `\eta\le\frac{\mu_g}{LM_G}`, bcnLimit)),
		Constants: []string{"mu", "L"},
		TermNames: []string{`\frac{\eta LM}{2\mu\mu_g}\bigl(1-(1-\eta\mu\mu_g)^{T-1}\bigr)`,
			`(1-\eta\mu\mu_g)^{T-1}(F(x_1)-F^\star)`},
		Terms:    bcnConstantTerms,
		Citation: bottou2018.at("Theorem 4.6"),
		Tightness: `Attained by $F(x)=\frac L2x^2$ with $\mu=L$ and noise of variance $M$ for the steps that make ` +
			`$M_G\eta L=\mu_g$.`,
		Caveat: `Theorem numbers are those of version 3 of the preprint. $\mu_g$ is the $\mu$ of the paper, whose $c$ is ` +
			`our $\mu$.`,
	}

	bottouCurtisNocedalDecreasing = Theorem{
		ID:    "bottou-curtis-nocedal-decreasing",
		Ref:   "C3",
		Title: "The last iterate with the steps beta/(gamma+t), strongly convex and smooth objectives",
		Statement: `\eta_t=\frac{\beta}{\gamma+t}\ \Rightarrow\ \mathbb E\,F(x_T)-F^\star\le\frac{\nu}{\gamma+T},\quad ` +
			`\nu=\max\Bigl\{\frac{\beta^2LM}{2(\beta\mu\mu_g-1)},(\gamma+1)(F(x_1)-F^\star)\Bigr\}`,
		Kind:   Upper,
		Rows:   lastRows,
		Params: bcnParams,
		Needs: append(bcnNeeds[:len(bcnNeeds):len(bcnNeeds)], shiftedInverseSteps, fastEnough,
			Assumption{Name: "first step", LaTeX: `\eta_1\le\frac{\mu_g}{LM_G}`, Check: func(in Input) error {
				if eta, most := firstStep(in), bcnLimit(in); eta > most*(1+rounding) {
					return fmt.Errorf("eta_1 = %g exceeds descent/(L MG) = %g", eta, most)
				}
				return nil
			}}),
		Constants: []string{"mu", "L"},
		TermNames: []string{`\frac{\nu}{\gamma+T}`},
		Terms: func(in Input, at []int) [][]float64 {
			beta, gamma := shiftedInverse(in)
			noise := beta * beta * in.L * in.param(bcnParams, "M") /
				(2 * (beta*in.Mu*in.param(bcnParams, "descent") - 1))
			nu := max(noise, (gamma+1)*in.param(bcnParams, "gap1"))
			out := make([][]float64, len(at))
			for k, t := range at {
				out[k] = []float64{nu / (gamma + float64(t))}
			}
			return out
		},
		Citation:  bottou2018.at("Theorem 4.7"),
		Tightness: `The best run came to 0.229 of it.`,
		Caveat: `Theorem numbers are those of version 3 of the preprint. $\mu_g$ is the $\mu$ of the paper, whose $c$ is ` +
			`our $\mu$. $\beta$ and $\gamma$ are read off the steps, so that $T\ge2$.`,
	}
)

func bcnConstantTerms(in Input, at []int) [][]float64 {
	eta, rate := firstStep(in), in.Mu*in.param(bcnParams, "descent")
	floor := eta * in.L * in.param(bcnParams, "M") / (2 * rate)
	out := make([][]float64, len(at))
	for k, t := range at {
		log := logPower(1-eta*rate, -eta*rate, float64(t-1))
		out[k] = []float64{-floor * math.Expm1(log), math.Exp(log) * in.param(bcnParams, "gap1")}
	}
	return out
}

// logPower returns n log(base), base = 1+excess; 0 for n = 0.
func logPower(base, excess, n float64) float64 {
	switch {
	case n == 0:
		return 0
	case base <= 0:
		return math.Inf(-1)
	}
	return n * math.Log1p(excess)
}

// shiftedInverseSteps are beta/(gamma+t). The fit to eta_1 and eta_T loses digits if gamma
// is large, so that 1e-10 passes for rounding.
var shiftedInverseSteps = Assumption{
	Name:  "steps beta/(gamma+t)",
	LaTeX: `\eta_t=\frac{\beta}{\gamma+t},\ \gamma>0`,
	Reads: legality{},
	Check: func(in Input) error {
		beta, gamma := shiftedInverse(in)
		return checkSteps(in, func(t int, eta float64) error {
			if in.Horizon == 1 {
				return fmt.Errorf("one step does not tell beta from gamma")
			}
			if !(gamma > 0) || math.IsInf(gamma, 1) {
				return fmt.Errorf("eta_1 and eta_%d make gamma = %g, which is not positive and finite", in.Horizon, gamma)
			}
			if want := beta / (gamma + float64(t)); !(math.Abs(eta-want) <= 1e-10*want) {
				return fmt.Errorf("eta_%d = %g is not beta/(gamma+%d) = %g of eta_1 and eta_%d", t, eta, t, want, in.Horizon)
			}
			return nil
		})
	},
}

var fastEnough = Assumption{
	Name:  "beta large enough",
	LaTeX: `\beta>\frac{1}{\mu\mu_g}`,
	Check: func(in Input) error {
		beta, _ := shiftedInverse(in)
		if least := 1 / (in.Mu * in.param(bcnParams, "descent")); beta <= least {
			return fmt.Errorf("beta = %g is not above 1/(mu descent) = %g", beta, least)
		}
		return nil
	},
}

// shiftedInverse returns the beta and gamma of the steps eta_1 and eta_T.
func shiftedInverse(in Input) (beta, gamma float64) {
	var last [1]float64
	in.Steps.Fill(last[:], in.Horizon, in.Horizon)
	first := firstStep(in)
	beta = float64(in.Horizon-1) / (1/last[0] - 1/first)
	return beta, beta/first - 1
}

var bottou2018 = Citation{
	Key:   "bottou2018optimization",
	Short: "Bottou, Curtis and Nocedal (2018)",
	BibTeX: `@article{bottou2018optimization,
  author  = {Bottou, L{\'e}on and Curtis, Frank E. and Nocedal, Jorge},
  title   = {Optimization Methods for Large-Scale Machine Learning},
  journal = {SIAM Review},
  volume  = {60},
  number  = {2},
  pages   = {223--311},
  year    = {2018},
  note    = {arXiv:1606.04838v3}
}`,
}
