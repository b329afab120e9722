package sampling

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"

	"regret/problems"
	"regret/problems/linear"
)

// Importance draws row i independently with probability
//
//	p_i = (1-Mix) v_i / sum_j v_j + Mix/n
//
// and multiplies its loss by w_i = 1/(n p_i), so that f_t has mean F. The v_i are
// bounds of the rows' gradients, which makes the bound of the noise least (Zhao and
// Zhang, 2015), or their smoothness (Needell, Ward and Srebro, 2014, whose
// partially biased sampling is Mix = 1/2).
type Importance struct {
	By  string  `param:"by" default:"gradient" enum:"gradient|smoothness" doc:"what a row's probability is proportional to: the bound of its gradient on the domain, or its smoothness"`
	Mix float64 `param:"mix" default:"0" range:"[0,1]" doc:"share of draws that are uniform; no weight exceeds 1/mix"`
}

// Validate asks for a known By and 0 <= Mix <= 1.
func (s Importance) Validate() error {
	switch {
	case s.By != "gradient" && s.By != "smoothness":
		return fmt.Errorf("by: %q is neither gradient nor smoothness", s.By)
	case !(s.Mix >= 0 && s.Mix <= 1):
		return errors.New("mix must be in [0,1]")
	}
	return nil
}

// Of implements Sampling.
func (s Importance) Of(p *problems.Problem) (*Law, error) {
	if p.Rows == nil {
		return nil, errors.New("importance: this problem has no bounds of single rows")
	}
	rows := p.Rows()
	values := rows.Gradient
	if s.By == "smoothness" {
		values = rows.Smoothness
	}
	chances, err := s.probabilities(values)
	if err != nil {
		return nil, err
	}
	law := &Law{Batch: 1, Random: true, Weights: make([]float64, len(chances))}
	digest := sha256.New()
	for i, chance := range chances {
		law.Weights[i] = 1 / (float64(len(chances)) * chance)
		fmt.Fprintf(digest, "%x\n", chance)
	}
	law.Content = fmt.Sprintf("%x", digest.Sum(nil))
	law.Constants = weighted(p.Constants, law.Weights, rows)
	law.Constants["sigma_star"] = problems.Constant{Value: problems.NoiseAt(p.Objective, law.Weights, p.Optimum.Theta), Provenance: problems.Exact,
		Formula: "sqrt(mean_i w_i |grad f_i(u)|^2 - |grad F(u)|^2), u the certified minimizer"}
	table := newAlias(chances)
	law.start = func(source *rand.PCG) Draws { return aliasDraws{table, rand.New(source)} }
	return law, nil
}

// probabilities returns p_i for the values v_i.
func (s Importance) probabilities(values []float64) ([]float64, error) {
	var sum linear.Sum
	for i, v := range values {
		switch {
		case math.IsInf(v, 1) && s.By == "smoothness":
			return nil, errors.New("by smoothness: the loss has kinks, or a curvature without bound, on the domain")
		case math.IsInf(v, 1):
			return nil, fmt.Errorf("by gradient: that of row %d is unbounded on the domain; take a bounded one, or by: smoothness", i+1)
		}
		sum.Add(v)
	}
	chances := make([]float64, len(values))
	n, total := float64(len(values)), sum.Value()
	if total == 0 { // every loss is constant, and Mix is positive
		total = 1
	}
	for i, v := range values {
		chances[i] = (1-s.Mix)*v/total + s.Mix/n
		if math.IsInf(1/(n*chances[i]), 1) {
			return nil, fmt.Errorf("by %s: that of row %d is 0, so that it would never be drawn; mix: 0.5 draws every row", s.By, i+1)
		}
	}
	return chances, nil
}

// weighted returns the constants of the weighted losses w_i f_i. What is neither
// that of F or of the domain, nor worked out here, is not known.
func weighted(of map[string]problems.Constant, weights []float64, rows problems.RowConstants) map[string]problems.Constant {
	out := map[string]problems.Constant{}
	for _, name := range []string{"n", "d", "D", "R", "L", "mu"} {
		if c, known := of[name]; known {
			out[name] = c
		}
	}
	var G, Lmax float64
	var square linear.Sum
	for i, w := range weights {
		G, Lmax = max(G, w*rows.Gradient[i]), max(Lmax, w*rows.Smoothness[i])
		square.Add(w * rows.Gradient[i] * rows.Gradient[i])
	}
	n := float64(len(weights))
	out["G"] = problems.Constant{Value: G, Provenance: problems.Certified, Formula: "max_i w_i G_i, w_i = 1/(n p_i), G_i of row i"}
	out["Lmax"] = problems.Constant{Value: Lmax, Provenance: problems.Certified, Formula: "max_i w_i L_i, w_i = 1/(n p_i), L_i of row i"}
	out["Lexp"] = problems.Constant{Value: Lmax, Provenance: problems.Certified, Formula: "max_i w_i L_i, as in E|w_i (grad f_i(x) - grad f_i(u))|^2 one w_i is the probability's"}
	out["sigma"] = problems.Constant{Value: math.Sqrt(square.Value() / n), Provenance: problems.Certified,
		Formula: "sqrt(mean_i w_i G_i^2), as E|g - grad F|^2 <= E|g|^2 = sum_i p_i w_i^2 |grad f_i|^2 and p_i w_i = 1/n"}
	return out
}
