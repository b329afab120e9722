package bound

import (
	"fmt"
	"math"
)

// Assumptions that theorems on smooth objectives share.
var (
	smooth = Assumption{
		Name:  "smooth objective",
		LaTeX: `\|\nabla F(x)-\nabla F(y)\|\le L\|x-y\|`,
		Check: func(in Input) error { return positive("L", in.L) },
	}
	smoothRows = Assumption{
		Name:  "smooth losses",
		LaTeX: `\|\nabla f_i(x)-\nabla f_i(y)\|\le L_{\max}\|x-y\|`,
		Check: func(in Input) error { return positive("Lmax", in.Lmax) },
	}
	boundedNoise = Assumption{
		Name:  "bounded noise",
		LaTeX: `\mathbb E\|g_t-\nabla F(x_t)\|^2\le\sigma^2`,
		Check: func(in Input) error { return finite("sigma", in.Sigma) },
	}
	// unconstrained stands for a gradient that is 0 at x*. On a bounded domain that
	// may fail, so it is refused; an unknown D is none.
	unconstrained = Assumption{
		Name:  "unconstrained problem",
		LaTeX: `\nabla F(x^\star)=0`,
		Check: func(in Input) error {
			if math.IsNaN(in.D) || math.IsInf(in.D, 1) {
				return nil
			}
			return fmt.Errorf("the domain has the diameter %g, so the gradient at x* need not be 0", in.D)
		},
	}
	stepsToInverseL = atMost("1/L", `\eta_t\le\frac1L`, func(in Input) float64 { return 1 / in.L })
	stepsBelow2L    = below("2/L", `\eta_t<\frac2L`, func(in Input) float64 { return 2 / in.L })
)

// largestStep returns the largest of eta_1..eta_t.
func largestStep(in Input, t int) float64 {
	largest := 0.0
	for _, block := range forward(in, 1, t) {
		for _, eta := range block {
			largest = max(largest, eta)
		}
	}
	return largest
}
