package bound

import (
	"math"

	"regret/problems/linear"
)

// regretExact is Zinkevich's theorem made exact (A16). For every rho > 0
//
//	sum_t [f_t(x_t)-f_t(u)] <= D^2/(2 rho) + (G^2/2) sum_t [eta_t + (2(T-t)+1) (rho-eta_t)_+];
//
// rho = eta_T gives Zinkevich's bound, and the best rho the supremum.
//
// Proof. Let r_t = <g_t, x_t-u> and z_t = |x_t-u|^2. Three facts are used:
//
//	(a) z_{t+1} <= z_t - 2 eta_t r_t + eta_t^2 G^2,  (b) r_t <= G sqrt(z_t),  (c) z_t <= D^2.
//
// The head is t <= s, where eta_t >= rho; the tail is the rest. On the head, Zinkevich's
// sum without dropping its last term is
//
//	sum_{t<=s} r_t <= (D^2-z_{s+1})/(2 eta_s) + (G^2/2) sum_{t<=s} eta_t,
//
// and as z_{s+1} <= D^2 the first denominator may be lowered to 2 rho.
//
// On the tail (c) is not needed. Lemma: for every rho >= eta_t,
//
//	sum_{j>=t} r_j <= z_t/(2 rho) + (G^2/2) [(T-t+1)^2 rho - 2 sum_{j>=t} (T-j) eta_j].
//
// For t = T this is (b) and 2ab <= a^2+b^2. For t < T let n = T-t and
// sigma = ((n+1) rho - eta_t)/n, which is at least rho, thus at least eta_{t+1}. Take
// the lemma at t+1 with sigma, and put in (a). That leaves r_t (1-eta_t/sigma), where
// (b) gives r_t <= z_t/(2(n+1) rho) + (n+1) rho G^2/2. As (n+1) rho - eta_t = n sigma, the
// coefficient of z_t is
//
//	(1-eta_t/sigma)/(2(n+1) rho) + 1/(2 sigma) = 1/(2 rho),
//
// and G^2/2 is multiplied, besides the sum, by
//
//	(1-eta_t/sigma) (n+1) rho + eta_t^2/sigma + n^2 sigma = (n+1)^2 rho - 2 n eta_t.
//
// Add the head to the lemma at s+1: z_{s+1} cancels, and (T-s)^2 = sum_{t>s} (2(T-t)+1)
// gives the claim. The instance of [WorstRegret] attains it if eta_1 G <= D.
//
// The best rho. Excess(rho) = sum_t (2(T-t)+1) (rho-eta_t)_+ has the slope n^2, where n is the
// number of steps below rho, so the bound is convex with slope
// (-D^2/rho^2 + G^2 n^2)/2: the minimum is where rho n G first reaches D, within the
// tail or at a kink eta_t. Excess is summed slope by slope, without cancellation.
//
// The best scale. With steps c eta_t and rho c for rho, the bound is
// D^2/(2 rho c) + c (G^2/2) [sum_t eta_t + Excess(rho)], whose minimum over c is
// D G sqrt([sum_t eta_t + Excess(rho)]/rho). The derivative of the radicand has the sign
// of sum_{tail} (2(T-t)+1) eta_t - sum_t eta_t: the best rho is the kink at which the
// weighted sum over the tail first reaches the plain sum over all steps.
var regretExact = Theorem{
	ID:    "regret-exact",
	Ref:   "A16",
	Title: "Zinkevich's theorem made exact",
	Statement: `\frac1T\sum_{t=1}^T\bigl[f_t(x_t)-f_t(u)\bigr]\le\frac1T\min_{\rho>0}\Bigl\{\frac{D^2}{2\rho}` +
		`+\frac{G^2}{2}\sum_{t=1}^T\bigl[\eta_t+(2(T-t)+1)(\rho-\eta_t)_+\bigr]\Bigr\}`,
	Kind:      ExactSup,
	Constants: []string{"D", "G"},
	Sharp:     func(in Input) bool { return firstStep(in)*in.G <= in.D },
	Rows:      uniformRegretRows,
	Needs:     []Assumption{convexLosses, boundedDomain, boundedSubgradients, nonIncreasingSteps},
	TermNames: []string{`\frac{D^2}{2T\rho}`, `\frac{G^2}{2T}\sum_t\eta_t`,
		`\frac{G^2}{2T}\sum_t(2(T-t)+1)(\rho-\eta_t)_+`},
	Reads: reads(prefixSums{}),
	Terms: func(in Input, at []int) [][]float64 {
		out := make([][]float64, len(at))
		for k, p := range prefixes(in, at) {
			n := float64(at[k])
			rho, excess := bestTail(in, at[k])
			out[k] = []float64{in.D * in.D / (2 * n * rho), in.G * in.G / (2 * n) * p.Sum, in.G * in.G / (2 * n) * excess}
		}
		return out
	},
	Best:     regretExactBest,
	Minimax:  minimaxRegret,
	Citation: thisProject.at("regret-exact"),
	Related:  []Citation{zinkevich2003.at("Theorem 1")},
	Tightness: `Exact for $\eta_1G\le D$: an explicit instance in the plane attains it. For larger first steps ` +
		`an upper bound ($T=2$, $\eta=(1.5,1)$, $D=G=1$: 1.75 against the supremum 1.649830, sums).`,
	Caveat: `Proved here; no source was found, and no novelty is claimed. Exact for the regret, for losses ` +
		`that may change with t; for the gap of one function it is an upper bound.`,
}

var thisProject = Citation{
	Key:   "regretsuite",
	Short: "regret",
	BibTeX: `@misc{regretsuite,
  author = {{The regret authors}},
  title  = {regret: an experiment suite for the theory of stochastic convex optimization},
  year   = {2026},
  note   = {Statement and proof in the source of its package optim/bound}
}`,
}

func regretExactBest(in Input) (scale, value float64) {
	n := float64(in.Horizon)
	sum := prefixes(in, []int{in.Horizon})[0].Sum
	if sum == 0 {
		return math.NaN(), in.D * in.G
	}
	var below tail
	var weighted linear.Sum
	for _, eta := range backward(in, 1, in.Horizon) {
		below.raise(eta)
		weighted.Add((2*below.n + 1) * eta)
		below.n++
		if weighted.Value() >= sum {
			break
		}
	}
	a := in.D * in.D / (2 * n * below.rho)
	b := in.G * in.G / (2 * n) * (sum + below.excess.Value())
	return balance(a, b)
}

// bestTail returns the best rho for the prefix of t steps, and Excess(rho).
func bestTail(in Input, t int) (rho, excess float64) {
	var below tail
	for _, eta := range backward(in, 1, t) {
		if below.n*in.G*eta >= in.D {
			break
		}
		below.raise(eta)
		below.n++
	}
	below.raise(max(below.rho, in.D/(below.n*in.G)))
	return below.rho, below.excess.Value()
}

// tail is the last n steps, those below the level rho, with Excess(rho).
type tail struct {
	n, rho float64
	excess linear.Sum
}

// raise lifts rho to a level that is still at most every step of the head.
func (b *tail) raise(level float64) {
	b.excess.Add(b.n * b.n * (level - b.rho))
	b.rho = level
}

// firstStep returns eta_1.
func firstStep(in Input) float64 { return stepAt(in.Steps, 1, in.Horizon) }
