package bound_test

import (
	"math"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
)

// TestDescentWithoutADomainIsNotFTRL: with eta_t = 1/sqrt(t) and slopes -1, then +1, online
// gradient descent on the line has a regret of the order T^1.5 against 0, and FTRL stays
// below its bound.
func TestDescentWithoutADomainIsNotFTRL(t *testing.T) {
	const T = 10000
	descent, leader, sum := 0.0, 0.0, 0.0
	lossDescent, lossLeader := 0.0, 0.0
	for k := 1; k <= T; k++ {
		g := -1.0
		if k > T/2 {
			g = 1
		}
		leader = -sum / math.Sqrt(float64(k))
		lossDescent += g * descent
		lossLeader += g * leader
		descent -= g / math.Sqrt(float64(k))
		sum += g
	}
	b := T * value(t, "ftrl", bound.Input{Steps: inverseSqrt, Horizon: T, R: 0, G: 1})
	if lossLeader > b {
		t.Errorf("FTRL: %g above %g", lossLeader, b)
	}
	if math.Abs(lossDescent-80951) > 1 || lossDescent < 100*b {
		t.Errorf("gradient descent: %g, want 80951, bound %g", lossDescent, b)
	}
}

// TestAdamFails: the losses C x, -x, -x in turns on [-1, 1] leave Adam with an average regret
// near (2C-4)/3, and AMSGrad with almost none.
func TestAdamFails(t *testing.T) {
	const C, T = 3.0, 30000
	beta := 1 / (1 + C*C)
	alpha := 0.9 * math.Sqrt(1-beta)
	run := func(keepLargest bool) float64 {
		x, v, largest, regret := 1.0, 0.0, 0.0, 0.0
		for k := 1; k <= T; k++ {
			g := -1.0
			if k%3 == 1 {
				g = C
			}
			regret += g * (x + 1) // against -1
			v = beta*v + (1-beta)*g*g
			largest = max(largest, v)
			if !keepLargest {
				largest = v
			}
			x = max(-1, min(1, x-alpha/math.Sqrt(float64(k))*g/math.Sqrt(largest)))
		}
		return regret / T
	}
	adam, amsgrad := run(false), run(true)
	if math.Abs(adam-0.671) > 1e-3 || math.Abs(amsgrad-0.006) > 1e-3 {
		t.Errorf("average regret of Adam %.4f and AMSGrad %.4f, want 0.671 and 0.006", adam, amsgrad)
	}
	// The published theorem is above AMSGrad's regret here, and below Adam's.
	in := bound.Input{Horizon: T, G: C,
		Steps:  boundtest.Shape(func(t, _ float64) float64 { return alpha / math.Sqrt(t) }),
		Params: map[string]float64{"Dinf": 2, "Ginf": C, "dimension": 1, "beta1": 0, "beta2": beta}}
	if b := value(t, "amsgrad", in); amsgrad > b || adam < b {
		t.Errorf("amsgrad %g: AMSGrad %g, Adam %g", b, amsgrad, adam)
	}
	for _, row := range theorem(t, "amsgrad").Rows {
		if row.Mode != bound.Reported {
			t.Errorf("amsgrad has a row of the mode %q: its proof is in doubt", row.Mode)
		}
	}
}
