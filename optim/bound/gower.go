package bound

import "math"

// Gower and others (C4) bound the distance for steps up to half the inverse of the
// expected smoothness Lexp, which is at most Lmax, and less for mini-batches. Their
// points are counted from 0, so that x_T is reached by k = T-1 steps.
//
// Proof. Expected smoothness, E|grad f_t(x)-grad f_t(x*)|^2 <= 2 Lexp [F(x)-F*], says
// E|g_t|^2 <= 4 Lexp [F(x_t)-F*] + 2 s^2, where s^2 is the mean of |grad f_t(x*)|^2. With
// strong convexity,
//
//	E d_{t+1}^2 <= (1-mu eta_t) d_t^2 - 2 eta_t (1-2 Lexp eta_t) [F(x_t)-F*] + 2 eta_t^2 s^2.
var gowerParams = []Param{
	noiseAtMinimizer,
	{Name: "Lexp", Doc: "expected smoothness, E|grad f_t(x)-grad f_t(x*)|^2 <= 2 Lexp (F(x)-F*), where it is below Lmax; in (0,Inf]", Default: math.Inf(1)},
}

// noiseAtMinimizer is sigma_star.
var noiseAtMinimizer = Param{Name: "sigma_star", Doc: "noise at the minimizer, the root of the mean of |grad f_t(x*)|^2; in [0,Inf)", Default: math.NaN()}

var gowerNeeds = []Assumption{convexLosses, stronglyConvex, smoothInMean, unconstrained, knownDistance,
	known(gowerParams, "sigma_star", nonNegative), known(gowerParams, "Lexp", interval{0, math.Inf(1), true, false})}

var smoothInMean = Assumption{
	Name:  "smooth losses in the mean",
	LaTeX: `\mathbb E\|\nabla f_t(x)-\nabla f_t(x^\star)\|^2\le2\mathcal L\,[F(x)-F^\star]`,
	Check: func(in Input) error {
		if Lexp := expectedSmoothness(in); Lexp < in.Lmax {
			return positive("Lexp", Lexp)
		}
		return positive("Lmax", in.Lmax)
	},
}

// expectedSmoothness is Lexp, for which Lmax serves.
func expectedSmoothness(in Input) float64 { return min(in.Lmax, in.param(gowerParams, "Lexp")) }

var gowerRows = []Row{{Quantity: "squared-distance", Mode: Expectation, Sampling: IID}}

var stepsToHalfInverseLexp = atMost("1/(2 Lexp)", `\eta_t\le\frac{1}{2\mathcal L}`,
	func(in Input) float64 { return 1 / (2 * expectedSmoothness(in)) })

var (
	gowerConstant = Theorem{
		ID:        "gower-constant",
		Ref:       "C4",
		Title:     "Distance with a constant step, strongly convex and smooth losses",
		Statement: `\mathbb E\|x_T-x^\star\|^2\le(1-\eta\mu)^{T-1}R^2+\frac{2\eta\sigma_\star^2}{\mu}`,
		Kind:      Upper,
		Rows:      gowerRows,
		Params:    gowerParams,
		Needs:     append(gowerNeeds[:len(gowerNeeds):len(gowerNeeds)], constantSteps, stepsToHalfInverseLexp),
		Constants: []string{"mu", "Lmax", "R"},
		TermNames: []string{`(1-\eta\mu)^{T-1}R^2`, `\frac{2\eta\sigma_\star^2}{\mu}`},
		Terms: func(in Input, at []int) [][]float64 {
			out := make([][]float64, len(at))
			for k, t := range at {
				out[k] = gowerConstantTerms(in, firstStep(in), t-1)
			}
			return out
		},
		Citation:  gower2019.at("Theorem 3.1"),
		Tightness: `The best run came to 0.605 of it; gower-any keeps the noise of the first steps smaller.`,
		Caveat:    `Statement and number of the theorem are from memory.`,
	}

	gowerDecreasing = Theorem{
		ID:    "gower-decreasing",
		Ref:   "C4",
		Title: "Distance with the switch from a constant step to (2k+1)/((k+1)^2 mu)",
		Statement: `\eta_{k+1}=\begin{cases}\frac{1}{2\mathcal L}&k<4\lceil K\rceil\\\frac{2k+1}{(k+1)^2\mu}&k\ge4\lceil K\rceil` +
			`\end{cases}\ \Rightarrow\ \mathbb E\|x_T-x^\star\|^2\le\frac{16\lceil K\rceil^2}{e^2k^2}R^2+` +
			`\frac{8\sigma_\star^2}{\mu^2k},\quad k=T-1\ge4\lceil K\rceil,\ K=\frac{\mathcal L}{\mu}`,
		Kind:   Upper,
		Rows:   gowerRows,
		Params: gowerParams,
		Needs: append(gowerNeeds[:len(gowerNeeds):len(gowerNeeds)],
			prescribed("1/(2 Lexp), then (2k+1)/((k+1)^2 mu)",
				`\eta_{k+1}=\frac{1}{2\mathcal L}\ (k<4\lceil K\rceil),\ \frac{2k+1}{(k+1)^2\mu}\ (k\ge4\lceil K\rceil)`,
				func(in Input, t int) float64 { return gowerStep(in, t-1) })),
		Constants: []string{"mu", "Lmax", "R"},
		TermNames: []string{`\frac{16\lceil K\rceil^2}{e^2k^2}R^2`, `\frac{8\sigma_\star^2}{\mu^2k}`},
		Terms: func(in Input, at []int) [][]float64 {
			out := make([][]float64, len(at))
			for i, t := range at {
				k, c := float64(t-1), gowerCeiling(in)
				if k < 4*c {
					out[i] = gowerConstantTerms(in, 1/(2*expectedSmoothness(in)), t-1)
					continue
				}
				out[i] = []float64{16 * c * c / (math.E * math.E * k * k) * in.R * in.R,
					8 * squaredNoise(in) / (in.Mu * in.Mu * k)}
			}
			return out
		},
		Citation:  gower2019.at("Theorem 3.2"),
		Tightness: `The best run came to 0.158 of it. Up to the switch it is gower-constant.`,
		Caveat: `Statement and number of the theorem are from memory. With the switch at $k\le4\lceil K\rceil$, as it is ` +
			`remembered, the recursion of the proof exceeds the right side by up to 12 per cent ($K=1.001$, $R\to0$); with ` +
			`$k<4\lceil K\rceil$, as here, it did in no case tried.`,
	}

	gowerAny = Theorem{
		ID:    "gower-any",
		Ref:   "C4",
		Title: "Distance for any steps up to 1/(2 Lexp), strongly convex and smooth losses",
		Statement: `\mathbb E\|x_T-x^\star\|^2\le d_T^2,\quad d_1=R,\ ` +
			`d_{t+1}^2=(1-\mu\eta_t)d_t^2+2\eta_t^2\sigma_\star^2`,
		Kind:      Upper,
		Rows:      gowerRows,
		Params:    gowerParams,
		Needs:     append(gowerNeeds[:len(gowerNeeds):len(gowerNeeds)], stepsToHalfInverseLexp),
		Constants: []string{"mu", "Lmax", "R"},
		TermNames: []string{`\text{from the start}`, `\text{from the noise}`},
		Terms: func(in Input, at []int) [][]float64 {
			start, noise, s := in.R*in.R, 0.0, squaredNoise(in)
			return recursion(in, at, func(steps []float64) {
				for _, eta := range steps {
					start *= 1 - in.Mu*eta
					noise = (1-in.Mu*eta)*noise + 2*eta*eta*s
				}
			}, func() []float64 { return []float64{start, noise} })
		},
		Citation:  gower2019.at("proof of Theorem 3.1"),
		Tightness: `The best run came to 0.86 of it.`,
		Caveat:    `The number of the theorem is from memory.`,
	}
)

func gowerConstantTerms(in Input, eta float64, k int) []float64 {
	power := math.Exp(logPower(1-eta*in.Mu, -eta*in.Mu, float64(k)))
	return []float64{power * in.R * in.R, 2 * eta * squaredNoise(in) / in.Mu}
}

// squaredNoise is sigma_star^2.
func squaredNoise(in Input) float64 {
	s := in.param(gowerParams, "sigma_star")
	return s * s
}

func gowerCeiling(in Input) float64 { return math.Ceil(expectedSmoothness(in) / in.Mu) }

// gowerStep returns the step from the point k, counted from 0; NaN where the switch is
// not known.
func gowerStep(in Input, k int) float64 {
	switch n, end := float64(k), 4*gowerCeiling(in); {
	case n < end:
		return 1 / (2 * expectedSmoothness(in))
	case n >= end:
		return (2*n + 1) / ((n + 1) * (n + 1) * in.Mu)
	}
	return math.NaN()
}

var gower2019 = Citation{
	Key:   "gower2019sgd",
	Short: "Gower et al. (2019)",
	BibTeX: `@inproceedings{gower2019sgd,
  author    = {Gower, Robert Mansel and Loizou, Nicolas and Qian, Xun and Sailanbayev, Alibek and Shulgin, Egor and Richt{\'a}rik, Peter},
  title     = {{SGD}: General Analysis and Improved Rates},
  booktitle = {Proceedings of the 36th International Conference on Machine Learning (ICML)},
  pages     = {5200--5209},
  year      = {2019},
  note      = {arXiv:1901.09401}
}`,
}
