package bound

import "math"

var dogParams = []Param{
	{Name: "rbar", Doc: "the largest |x_t-x_1| of t = 1..T+1, at least the first movement; in (0,Inf)", Default: math.NaN()},
	{Name: "dbar", Doc: "the largest |x_t-u| of t = 1..T+1; in [0,Inf)", Default: math.NaN()},
	{Name: "weights", Doc: "the sum over t = 1..T of rbar_t; in (0,Inf)", Default: math.NaN()},
}

// dogWeighted is the inequality behind DoG, distance over gradients (section D):
// eta_t = rbar_t/sqrt(S_t) with rbar_t = max(r_eps, max_{s<=t} |x_s-x_1|) and S_t = sum_{s<=t} |g_s|^2. It
// holds for each path, with what the path has shown.
//
// Proof. The first inequality of Zinkevich's proof, times sqrt(S_t)/2, is
//
//	rbar_t <g_t, x_t-u> <= sqrt(S_t) (d_t^2-d_{t+1}^2)/2 + rbar_t^2 |g_t|^2/(2 sqrt(S_t)).
//
// The second terms sum to at most rbar_T^2 sqrt(S_T). The first ones, by parts, to
// sqrt(S_T) (max_t d_t^2 - d_{T+1}^2)/2, and with d_s the largest distance
// d_s^2-d_{T+1}^2 <= |x_s-x_{T+1}| (d_s+d_{T+1}) <= 4 rbar dbar.
var dogWeighted = Theorem{
	ID:     "dog-weighted",
	Ref:    "D",
	Method: "dog",
	Title:  "Weighted regret of distance over gradients",
	Statement: `\eta_t=\frac{\bar r_t}{\sqrt{\sum_{s\le t}\|g_s\|^2}}\ \Rightarrow\ ` +
		`\frac{\sum_{t=1}^T\bar r_t\langle g_t,x_t-u\rangle}{\sum_{t=1}^T\bar r_t}\le` +
		`\frac{\bar r(2\bar d+\bar r)}{\sum_{t=1}^T\bar r_t}\sqrt{\sum_{t=1}^T\|g_t\|^2}`,
	Kind: Upper,
	Rows: []Row{
		{Quantity: "average-regret", Average: "distance-weighted", Mode: Pathwise, Sampling: Any},
		{Quantity: "gap-average", Average: "distance-weighted", Mode: Pathwise, Sampling: Full},
	},
	Params: dogParams,
	Needs: []Assumption{convexLosses, subgradientNorms,
		known(dogParams, "rbar", positiveReal),
		known(dogParams, "dbar", nonNegative),
		known(dogParams, "weights", positiveReal)},
	Constants: []string{"G"},
	TermNames: []string{`\frac{2\bar r\bar d}{\sum_t\bar r_t}\sqrt{\sum_t\|g_t\|^2}`,
		`\frac{\bar r^2}{\sum_t\bar r_t}\sqrt{\sum_t\|g_t\|^2}`},
	Terms: func(in Input, at []int) [][]float64 {
		r, d := in.param(dogParams, "rbar"), in.param(dogParams, "dbar")
		out := make([][]float64, len(at))
		for k, squares := range squaredNorms(in, at) {
			out[k] = []float64{math.Inf(1), math.Inf(1)}
			if at[k] == in.Horizon {
				each := r * math.Sqrt(squares) / in.param(dogParams, "weights")
				out[k] = []float64{2 * d * each, r * each}
			}
		}
		return out
	},
	Citation:  ivgi2023.at("Lemma 1"),
	Tightness: `The best run came to 0.40 of it.`,
	Caveat: `Its three parameters are those of a whole run, so it is silent $(+\infty)$ before $T$. The final theorem on DoG ` +
		`is known up to logarithms only and not here. The paper counts from 0; the number of the lemma is from memory.`,
}

var ivgi2023 = Citation{
	Key:   "ivgi2023dog",
	Short: "Ivgi, Hinder and Carmon (2023)",
	BibTeX: `@inproceedings{ivgi2023dog,
  author    = {Ivgi, Maor and Hinder, Oliver and Carmon, Yair},
  title     = {{DoG} is {SGD}'s Best Friend: A Parameter-Free Dynamic Step Size Schedule},
  booktitle = {Proceedings of the 40th International Conference on Machine Learning (ICML)},
  year      = {2023},
  note      = {arXiv:2302.12022}
}`,
}
