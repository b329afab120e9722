package bound

import (
	"math"

	"regret/problems/linear"
)

// lastExact is the exact worst case of the last iterate for any steps (A9).
//
// Proof. Follow a moving reference: y_1 = x*, y_{t+1} = q_t y_t + (1-q_t) x_t with
// q_t = 1/(1+lambda_{t+1} eta_t). It stays in the domain, so
//
//	|x_{t+1}-y_{t+1}|^2 <= |q_t (x_t-y_t) - eta_t g_t|^2
//	  <= q_t^2 |x_t-y_t|^2 - 2 eta_t q_t [f(x_t)-f(y_t)] + eta_t^2 G^2.
//
// Multiply by lambda_{t+1}, note that lambda_{t+1} eta_t q_t = 1-q_t, let
// lambda_t = lambda_{t+1} q_t^2 and sum over t < T:
//
//	lambda_T |x_T-y_T|^2 + 2 sum (1-q_t) [f(x_t)-f(y_t)] <= lambda_1 R^2 + G^2 sum lambda_{t+1} eta_t^2.
//
// By convexity f(y_t)-f* <= Y_t, where Y_1 = 0 and Y_{t+1} = q_t Y_t + (1-q_t) [f(x_t)-f*];
// hence (1-q_t) [f(x_t)-f(y_t)] >= Y_{t+1}-Y_t, and the sum on the left is at least
// Y_T. Finally f(x_T)-f(y_T) <= G |x_T-y_T| <= lambda_T |x_T-y_T|^2/2 + G^2/(2 lambda_T), so
//
//	f(x_T)-f* <= lambda_1 R^2/2 + (G^2/2) [1/lambda_T + sum_{t<T} lambda_{t+1} eta_t^2].
//
// With s_t = lambda_t^{-1/2} the recursion is s_t = s_{t+1} + eta_t/s_{t+1}. Squared,
// s_t^2 - s_{t+1}^2 = 2 eta_t + lambda_{t+1} eta_t^2: the bracket is s_1^2 - 2 sum_{t<T} eta_t. So
// only X = s_1^2 matters,
//
//	f(x_T)-f* <= R^2/(2X) + (G^2/2) (X - 2 sum_{t<T} eta_t),
//
// for every X that some s_T > 0 leads to: those from m^2 upwards, where m is the
// outcome of taking s as small as it can be at each step, u + eta_t/u with
// u = max(sqrt(eta_t), s_{t+1}). The best is X = max(m^2, R/G).
//
// The last sum is not subtracted: d = m^2 - 2 sum eta_t is carried along instead,
// as a sum of positive terms.
var lastExact = Theorem{
	ID:    "last-exact",
	Ref:   "A9",
	Title: "The last iterate, exactly",
	Statement: `F(x_T)-F^\star\le\frac{R^2}{2X}+\frac{G^2}{2}\Bigl(X-2\sum_{t<T}\eta_t\Bigr),\quad ` +
		`X=\max\{m_1^2,R/G\},\ m_T=0,\ m_t=u_t+\frac{\eta_t}{u_t},\ u_t=\max\{\sqrt{\eta_t},m_{t+1}\}`,
	Kind:      ExactSup,
	Rows:      lastRows,
	Needs:     []Assumption{convexLosses, knownDistance, boundedSubgradients, legalSteps},
	Constants: []string{"G", "R"},
	TermNames: []string{`\frac{R^2}{2X}`, `\frac{G^2}{2}\bigl(X-2\sum_{t<T}\eta_t\bigr)`},
	Reads:     reads(lastSteps{}),
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		for k, x := range lastRecursions(in, at) {
			out[k] = gapTerms(in, x.square(), x.d())
		}
		return out
	},
	Best: func(in Input) (scale, value float64) {
		x := lastRecursions(in, []int{in.Horizon})[0]
		return bestGap(in, x.square(), x.d())
	},
	Minimax:  minimaxGap,
	Citation: zamaniGlineur2025.at("technique of the proof"),
	Related:  []Citation{defazio2023.at("Theorem 1")},
	Tightness: `Attained: on 15 kinds of steps a semidefinite program, and on 3,000 random ones an explicit ` +
		`instance, reach it. Linear decay with $\eta_t=R(T-t)/(GT^{3/2})$ makes it $RG/\sqrt T$, the minimax value.`,
	Caveat: `The proof of the upper half is complete; that it is attained for all steps is verified ` +
		`numerically only. The closed form for arbitrary steps was not found in print, and no novelty is ` +
		`claimed. The number of the theorem of Defazio et al. is from memory.`,
}

func lastRecursions(in Input, at []int) []*lastRecursion {
	return gatheredAt[*lastRecursion](in, lastSteps{}, at)
}

// lastSteps is the reading of [lastRecursion].
type lastSteps struct{}

func (lastSteps) direction() direction { return backwards }

func (lastSteps) start(_ Input, at []int) gatherer {
	return pointwise(at, func(t int) *lastRecursion { return &lastRecursion{t: t} })
}

// lastRecursion carries m and d = m^2 - 2 sum_{s<t} eta_s for the prefix of t steps,
// of which the last does not matter. With u = max(sqrt(eta), m), each step adds
// (u^2-m^2) + (eta/u)^2 to d and leaves m = u + eta/u.
//
// Additions to m lose up to 1e-10 of it in 1e7 steps, so that what they lose is kept.
type lastRecursion struct {
	t       int
	m, lost float64
	sum     linear.Sum // d

	distant bool       // m^2 stands for m and lost
	squared linear.Sum // m^2
}

func (r *lastRecursion) d() float64 { return finiteOrInf(r.sum.Value()) }

func (r *lastRecursion) square() float64 {
	if r.distant {
		return r.squared.Value()
	}
	return r.m * r.m
}

func (r *lastRecursion) span() (from, to int) { return 1, r.t - 1 }

func (r *lastRecursion) take(_ int, eta, _ []float64) {
	if r.distant {
		r.m, r.lost, r.distant = math.Sqrt(r.squared.Value()), 0, false
	}
	if r.m > 0 && largest(eta) <= r.m*r.m {
		r.grow(eta)
		return
	}
	for i := len(eta) - 1; i >= 0; i-- {
		if step := eta[i]; step > r.m*r.m {
			u := math.Sqrt(step)
			r.sum.Add((u - r.m) * (u + r.m))
			r.m, r.lost = u, 0
		}
		if r.m > 0 {
			r.grow(eta[i : i+1])
		}
	}
}

// grow takes in steps up to m^2, for which u = m.
func (r *lastRecursion) grow(eta []float64) {
	m, lost := r.m, r.lost
	sum, lostOfSum := 0.0, 0.0
	for i := len(eta) - 1; i >= 0; i-- {
		rest := eta[i] / m
		next := m + rest
		more := sum + rest*rest
		lostOfSum += rest*rest - (more - sum)
		sum = more
		lost += rest - (next - m)
		m = next
	}
	r.m = m + lost
	r.lost = lost - (r.m - m)
	r.sum.Add(sum)
	r.sum.Add(lostOfSum)
}

// far takes in a block by its moments. With X = m^2 after it and s_k for the sum of its steps after
// k, m^2 is X + 2 s_k + D_k at the step k, which adds eta_k^2/m^2 to d. D_k, the sum of what the steps after
// k have added, is below 2^-30 X: its first order will do.
func (r *lastRecursion) far(b *distantBlock) bool {
	m := b.squaresBySteps()
	ratio := m.half / (r.square()/2 + m.half)
	if !(ratio < farRatio) {
		return false
	}
	if !r.distant {
		r.squared = linear.Sum{}
		r.squared.Add(r.m * r.m)
		r.distant = true
	}
	gain := m.over(ratio)/2 - ratio*ratio*ratio*m.half*m.pairs/8
	r.sum.Add(gain)
	r.squared.Add(4 * m.half)
	r.squared.Add(gain)
	return true
}

// largest returns the largest of steps, which are not negative: their bits are ordered
// as they are.
func largest(eta []float64) float64 {
	most := uint64(0)
	for _, x := range eta {
		most = max(most, math.Float64bits(x))
	}
	return math.Float64frombits(most)
}
