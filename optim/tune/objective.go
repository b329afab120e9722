package tune

import "math"

// Objective is a bound on the gap F(x_T)-F* of the last iterate as a function of
// the steps alone: that for R = G = 1. For other constants it is
// R G f(eta_1 G/R, eta_2 G/R, ...).
type Objective struct {
	Theorem string // ID of the theorem whose bound it is
	// LastStep: the bound depends on eta_T, although no point x_1..x_T does.
	LastStep bool
	// Gradient returns the bound and sets grad[t-1] to its derivative in eta_t. The
	// steps, all positive, are eta_1..eta_T, without eta_T unless LastStep.
	Gradient func(grad, eta []float64) float64
}

// Objectives are the bounds that Descend knows.
var Objectives = []Objective{LastExact, LastOmega}

// Lookup returns the objective of a theorem.
func Lookup(theorem string) (Objective, bool) {
	for _, o := range Objectives {
		if o.Theorem == theorem {
			return o, true
		}
	}
	return Objective{}, false
}

// LastExact is the exact worst case of the last iterate (A9, last-exact),
//
//	f = 1/(2X) + (X - 2 sum_{t<T} eta_t)/2,  X = max(m_1^2, 1),
//	m_T = 0,  m_t = u_t + eta_t/u_t,  u_t = max(sqrt(eta_t), m_{t+1}).
//
// Its maxima leave no kinks: eta/u + u has derivative 0 in u at u = sqrt(eta), and
// 1/X + X at X = 1. With p_t = df/dm_t, so that p_1 = (1-1/X^2) m_1,
//
//	df/deta_t = p_t/u_t - 1,  p_{t+1} = p_t (1 - eta_t/u_t^2).
//
// Linear decay is its only stationary point. Put m_t = W_t/sqrt(W_1), where
// W_t = w_t+...+w_T: then eta_t = w_t W_{t+1}/W_1, and f is the minimum of
// h(w) = (1+|w|^2)/(2 sum_t w_t) over all w > 0 with these steps, among which the free
// variable is w_T (Defazio et al., arXiv:2310.07831, have this form of the steps).
// So where df = 0 also dh = 0 at the minimizing w. As dh/dw_t = (w_t - h)/W_1, all w_t
// are then equal to h = 1/sqrt(T), and eta_t = (T-t)/T^{3/2}.
var LastExact = Objective{
	Theorem: "last-exact",
	Gradient: func(grad, eta []float64) float64 {
		u := make([]float64, len(eta))
		m, rest := 0.0, 0.0 // rest = m^2 - 2 (sum of steps), a sum of positive terms
		for i := len(eta) - 1; i >= 0; i-- {
			u[i] = max(math.Sqrt(eta[i]), m)
			move := eta[i] / u[i]
			rest += (u[i]-m)*(u[i]+m) + move*move
			m = u[i] + move
		}
		x := max(m*m, 1)
		p := (1 - 1/(x*x)) * m
		for i, e := range eta {
			grad[i] = p/u[i] - 1
			p *= 1 - e/(u[i]*u[i])
		}
		return 1/(2*x) + (x-m*m+rest)/2
	},
}

// LastOmega is the bound Omega_T on the last iterate (A8, last-omega), with
// S_k = eta_k+...+eta_T,
//
//	f = 1/(2 S_1) + eta_T/2 + (1/2) sum_{k<T} eta_k^2/S_{k+1},
//	df/deta_t = -1/(2 S_1^2) - (1/2) sum_{k<t} (eta_k/S_{k+1})^2 + (eta_t/S_{t+1} if t < T, else 1/2).
//
// It is convex, as each eta_k^2/S_{k+1} is a square over a linear function. Its
// step eta_T is free, as far as the run is concerned: a parameter of the bound,
// infinite at 0, that is minimized with the others and is no part of the shape.
//
// Its minimum. Given S_k, let c_k S_k/2 be the least value of the terms from k on:
// c_T = 1, and minimizing (S_k-S)^2/S + c_{k+1} S over S = S_{k+1} gives
//
//	S_{k+1} = S_k/sqrt(1+c_{k+1}),  c_k = 2 (sqrt(1+c_{k+1}) - 1),
//
// and 1/(2 S_1) + c_1 S_1/2 is least, sqrt(c_1), at S_1 = 1/sqrt(c_1). It is 1.9331, 2.0011,
// 2.0024, 2.0005 of RG/sqrt(T) at T = 20, 100, 1000, 10^4, and tends to 2 as c_1 T does to 4.
// Its steps eta_k = c_k S_{k+1}/2 are linear decay in the limit alone: they differ from
// (T-t)/T^{3/2} by up to 14, 3.1, 0.31, 0.031 per cent of eta_1, and the last ones, t < T,
// exceed it, eta_{T-1} fourfold.
var LastOmega = Objective{
	Theorem:  "last-omega",
	LastStep: true,
	Gradient: func(grad, eta []float64) float64 {
		last := len(eta) - 1
		sums := make([]float64, len(eta)) // S_{t+1} at t-1
		total, value := eta[last], eta[last]/2
		for i := last - 1; i >= 0; i-- {
			sums[i] = total
			value += eta[i] * eta[i] / (2 * total)
			total += eta[i]
		}
		common := -1 / (2 * total * total)
		for i := range last {
			q := eta[i] / sums[i]
			grad[i] = common + q
			common -= q * q / 2
		}
		grad[last] = common + 0.5
		return value + 1/(2*total)
	},
}
