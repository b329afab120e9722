package bound

import (
	"math"

	"regret/problems/linear"
)

// strongPoint runs the recursion of [stronglyConvexLast] from t back to 1 for one rho, for
// X = 1/e, whose increments lose no digits,
//
//	X_t = X + (1+mu X) b/(1-mu b),  b = 2 eta_t + eta_t^2/X,  X = X_{t+1},
//
// or +Inf from 1 <= mu b on, and collects sum_{s<t} eta_s^2 G_s^2/X_{s+1}. It stops where what is left,
// at most (R^2 + sum of the squares)/X, is beyond the last digit.
//
// For blocks that are far, V = X + 1/mu has V_t = V_{t+1}/(1-mu b_t). So with z the sum of b_s + mu b_s^2/2
// over the steps s after k, up to terms of the order of (mu eta)^2,
//
//	X_k = X + (1+mu X) (e^{mu z}-1)/mu = X + (1+mu X) (2 s_k + 2 mu s_k^2 + D_k + 2 mu p_k),
//
// where s_k and p_k are the sums of eta and eta^2, and D_k that of eta^2/X. All but 2 s_k is
// so small that its first order will do: the sums keep 13 digits.
type strongPoint struct {
	t        int
	mu       float64
	square   float64 // see [squareNorm]
	enough   float64 // X above which the rest does not count
	x, noise linear.Sum
}

// mildest is the largest mu times half the sum of a block's steps for which the block may be far.
const mildest = 0x1p-17

func (p *strongPoint) span() (from, to int) { return 1, p.t - 1 }

func (p *strongPoint) take(_ int, eta, norm []float64) {
	x, noise, norm := p.x, p.noise, norm[:len(eta)]
	if !(x.Value() < p.enough) {
		return
	}
	for i := len(eta) - 1; i >= 0; i-- {
		v, h, g := x.Value(), eta[i], norm[i]
		noise.Add(h * h * g * g / v)
		b := h * (2 + h/v)
		left := 1 - p.mu*b
		if left <= 0 {
			x.Add(math.Inf(1))
			break
		}
		x.Add((1 + p.mu*v) * b / left)
	}
	p.x, p.noise = x, noise
}

func (p *strongPoint) far(b *distantBlock) bool {
	x := p.x.Value()
	if !(x < p.enough) {
		return true
	}
	m, scale := b.bySteps(p.square)
	h, k := m.half, 1+p.mu*x
	inner := 1 / (x + 2*k*h) // 1/X in the middle of the block
	ratio := 2 * k * h * inner
	if !(ratio < farRatio) || p.mu*h > mildest {
		return false
	}
	small := 2*p.mu*h*(m.m[0]+2*m.m[1]+m.m[2]) + h*m.pairs*(inner+2*p.mu)
	gain := h * h * inner * (m.series(ratio) - ratio*small/2)
	p.noise.Add(gain * scale)
	z := 4*h + 2*p.mu*h*h*m.squares
	if gain > 0 { // the squares are spread much like the weights
		z += gain * (m.squares / m.m[0])
	}
	p.x.Add(k * z * (1 + p.mu*z/2*(1+p.mu*z*(1./3))))
	return true
}
