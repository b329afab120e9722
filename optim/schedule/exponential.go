package schedule

import (
	"cmp"
	"math"

	"regret/problems/linear"
)

// Exponential is eta_t = alpha ratio^(t-1), so that eta_1 = alpha. The ratio
// (beta/T)^(1/T) and its guarantees: Li, Zhuang and Orabona, "A second look at
// exponential and cosine step sizes", ICML 2021, arXiv:2002.05273.
type Exponential struct {
	Alpha float64 `param:"alpha" doc:"scale of the step: eta_1" range:"(0,inf)" scale:"true"`
	Ratio float64 `param:"ratio" doc:"factor from step to step" range:"(0,1]"`
}

// Fill implements Schedule. Steps too small for a float64 are 0.
func (s Exponential) Fill(eta []float64, t, T int) {
	checkBlock(eta, t, T)
	// math.Pow multiplies and loses a digit for each digit of t; exp does not.
	rate := math.Log(s.Ratio)
	for i := range eta {
		eta[i] = s.Alpha * linear.Exp(rate*float64(t+i-1))
	}
}

// Validate implements Schedule.
func (s Exponential) Validate() error {
	return cmp.Or(positive("alpha", s.Alpha), ratio("ratio", s.Ratio))
}

// SoundFor implements Sound: the factors of alpha lie in [0, 1].
func (Exponential) SoundFor(int) bool { return true }

func (s Exponential) String() string {
	return describe("exponential", "alpha", s.Alpha, "ratio", s.Ratio)
}

// LaTeX returns the definition.
func (s Exponential) LaTeX() string { return `\eta_t = \alpha\, q^{t-1}` }
