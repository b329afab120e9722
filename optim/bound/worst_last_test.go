package bound_test

import (
	"fmt"
	"math"
	"testing"

	"regret/optim/bound"
)

// TestLastExactIsAttained runs subgradient descent on the worst instance of the
// last iterate, for which f(x) = max(0, max_t g_t.x) and piece t answers at step t.
func TestLastExactIsAttained(t *testing.T) {
	const G = 1.3
	for _, c := range append(nonIncreasingLists(), anyLists()...) {
		steps := make(listed, len(c.steps))
		for i, eta := range c.steps {
			steps[i] = math.Cbrt(eta) + 0.01 // positive and of similar size: the construction is ill-conditioned
		}
		for _, R := range []float64{0.1, 1, 10} {
			t.Run(fmt.Sprintf("%s/%g", c.name, R), func(t *testing.T) {
				in := bound.Input{Steps: steps, Horizon: len(steps), R: R, G: G}
				gap := lastGap(t, in, steps)
				if want := value(t, "last-exact", in); !near(gap, want, 1e-9) {
					t.Errorf("gap %.15g, bound %.15g", gap, want)
				}
			})
		}
	}
}

// lastGap returns f(x_T), and checks on the way that every answer is a legal one:
// a piece that is the largest at x_t, and non-negative.
func lastGap(t *testing.T, in bound.Input, steps listed) float64 {
	T := len(steps)
	g, x := worstLast(in, steps)
	if !near(norm(x), in.R, 1e-9) {
		t.Errorf("|x_1| = %g, not R = %g", norm(x), in.R)
	}
	for i := range T {
		answer, largest := dot(g[i], x), 0.0
		for _, piece := range g {
			if !near(norm(piece), in.G, 1e-9) {
				t.Fatalf("a piece has the norm %g, not G = %g", norm(piece), in.G)
			}
			largest = max(largest, dot(piece, x))
		}
		if answer < largest-1e-9*in.G*in.R {
			t.Fatalf("step %d: piece %g is not the largest, %g", i+1, answer, largest)
		}
		if i == T-1 {
			return largest
		}
		for j := range x {
			x[j] -= steps[i] * g[i][j]
		}
	}
	return 0
}

// worstLast returns the pieces g_1..g_T and x_1 of instance E1 of the catalogue of
// bounds; indices are 0-based.
func worstLast(in bound.Input, steps listed) (g [][]float64, x []float64) {
	T, G := len(steps), in.G
	g, x = make([][]float64, T), make([]float64, T)
	for i := range g {
		g[i] = make([]float64, T)
	}
	s, turn := sizes(steps)
	if s[0]*s[0] <= in.R/G { // so short a way that f = G|x| on the line is worst
		for i := range g {
			g[i][0] = G
		}
		x[0] = in.R
		return g, x
	}
	S, w := make([]float64, T+1), make([]float64, T)
	for i := range s {
		S[i] = s[0] * s[i]
	}
	for i := range w {
		w[i] = S[i] - S[i+1]
	}
	fillPieces(g, innerProducts(S, w, turn, G*G, in.R*in.R), G)
	for i := range g {
		for j := range x {
			x[j] += w[i] * g[i][j]
		}
	}
	return g, x
}

// sizes returns s_1..s_T and the index from which s follows from its own past.
func sizes(steps listed) (s []float64, turn int) {
	T := len(steps)
	u, m := make([]float64, T), make([]float64, T)
	turn = T - 2
	for i := T - 2; i >= 0; i-- {
		u[i] = max(math.Sqrt(steps[i]), m[i+1])
		m[i] = u[i] + steps[i]/u[i]
		if u[i] > m[i+1] {
			turn = i
		}
	}
	s = make([]float64, T)
	s[0] = m[0]
	for i := range T - 1 {
		if i <= turn {
			s[i+1] = u[i]
		} else {
			s[i+1] = (s[i] + math.Sqrt(s[i]*s[i]-4*steps[i])) / 2
		}
	}
	return s, turn
}

// fillPieces writes vectors of norm G with g_i.g_j = inner[min(i,j)]: beside a
// coordinate of its own, each piece has those that its predecessors left to all
// later ones.
func fillPieces(g [][]float64, inner []float64, G float64) {
	spread := 0.0 // the squares of the shared coordinates so far
	for i := range g {
		own, shared := math.Sqrt(max(0, G*G-spread)), 0.0
		if own > 1e-7*G {
			shared = (inner[i] - spread) / own
		}
		g[i][i] = own
		for later := i + 1; later < len(g); later++ {
			g[later][i] = shared
		}
		spread += shared * shared
	}
}

// innerProducts returns c with g_i.g_j = c[min(i,j)] for i != j. Up to the turn each
// is affine in c[turn], which makes |x_1|^2 the given square.
func innerProducts(S, w []float64, turn int, squareG, squareR float64) []float64 {
	T := len(w)
	constant, slope := make([]float64, T), make([]float64, T)
	for i := range constant {
		constant[i] = squareG
	}
	constant[turn], slope[turn] = 0, 1
	for i := turn - 1; i >= 0; i-- {
		constant[i] = ((w[i+1]-w[i])*squareG + constant[i+1]*S[i+2]) / (S[i+1] - w[i])
		slope[i] = slope[i+1] * S[i+2] / (S[i+1] - w[i])
	}
	rest, weight := squareR/S[0]-w[T-1]*squareG, 0.0
	for i := range T - 1 {
		rest -= w[i] * constant[i]
		weight += w[i] * slope[i]
	}
	for i := range constant {
		constant[i] += slope[i] * rest / weight
	}
	return constant
}
