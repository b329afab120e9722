package bound

import (
	"fmt"
	"math"

	"regret/problems/linear"
)

// WorstLast returns the instance on which subgradient descent with the given
// positive steps attains last-exact at x_T: f(x) = max(0, max_t <g_t,x>) with |g_t| = G,
// x_1 at distance R of the minimizer 0, and piece t answering at step t. (E1 of
// the catalogue of bounds.) It has dimension T, unless f = G max(0, x) on the line
// is worst.
//
// Construction. Let u_t and m_t be those of last-exact. The way from x_1 to x_T uses
// sizes s_1 = m_1 and s_{t+1} = u_t up to the turn, the first t with
// u_t > m_{t+1}; from there on s_{t+1} is the larger root of s_t = s + eta_t/s. The
// point x_1 = sum w_t g_t has the weights w_t = S_t-S_{t+1}, S_t = s_1 s_t, S_{T+1} = 0. The
// pieces have inner products <g_s,g_t> = G^2-h_{min(s,t)} for which the pieces t, t+1, ..., T are
// equal at x_t: the condition is h_t (S_{t+1}-w_t) = h_{t+1} S_{t+2}. After the turn h_t = 0, and that of
// the turn makes |x_1|^2 = S_1 (G^2 S_1 - sum w_t h_t) = R^2. No difference of close numbers is taken.
func WorstLast(steps Steps, T int, G, R float64) (Instance, error) {
	if err := valid(T, constant{"G", G}, constant{"R", R}); err != nil {
		return Instance{}, err
	}
	if T > maxPieces {
		return Instance{}, errPieces
	}
	in := Input{Steps: steps, Horizon: T, G: G, R: R}
	eta, err := positiveSteps(in)
	if err != nil {
		return Instance{}, err
	}
	path := newLastPath(eta)
	if path.s[0]*path.s[0] <= R/G {
		return straightLast(T, G, R), nil
	}
	f := newPieces(path.shortfalls(G, R), G)
	instance := newInstance(f, path.start(f), make([]float64, T))
	instance.G, instance.R = G, R
	return instance, nil
}

// positiveSteps returns eta_1..eta_{T-1}.
func positiveSteps(in Input) ([]float64, error) {
	if err := everyStep(in, legal); err != nil {
		return nil, err
	}
	eta := make([]float64, in.Horizon-1)
	for t, step := range backward(in, 1, in.Horizon-1) {
		if step == 0 {
			return nil, fmt.Errorf("the worst instance of last-exact needs positive steps: eta_%d is 0", t)
		}
		eta[t-1] = step
	}
	return eta, nil
}

// straightLast is f = G max(0, x) from x_1 = R: the way is too short for a worse one.
func straightLast(T int, G, R float64) Instance {
	f := newStaircase(T, 1)
	f.Own[0], f.Shared[0], f.Cut = G, G, true
	instance := newInstance(f, []float64{R}, []float64{0})
	instance.G = G
	return instance
}

// lastPath holds s_1..s_T, S_1..S_{T+1}, w_1..w_T and the turn, all 0-based.
type lastPath struct {
	s, S, w []float64
	turn    int
}

func newLastPath(eta []float64) lastPath {
	T := len(eta) + 1
	u, m := make([]float64, T), make([]float64, T)
	p := lastPath{s: make([]float64, T), S: make([]float64, T+1), w: make([]float64, T), turn: T - 2}
	for i := T - 2; i >= 0; i-- {
		u[i] = max(math.Sqrt(eta[i]), m[i+1])
		m[i] = u[i] + eta[i]/u[i]
		if u[i] > m[i+1] {
			p.turn = i
		}
	}
	p.s[0] = m[0]
	for i := range T - 1 {
		if i <= p.turn {
			p.s[i+1] = u[i]
		} else {
			p.s[i+1] = (p.s[i] + math.Sqrt(max(0, p.s[i]*p.s[i]-4*eta[i]))) / 2
		}
	}
	for i := range p.s {
		p.S[i] = p.s[0] * p.s[i]
	}
	for i := range p.w {
		p.w[i] = p.S[i] - p.S[i+1]
		if i < T-1 && p.s[i+1] > 0 {
			p.w[i] = p.s[0] * (eta[i] / p.s[i+1]) // the same without cancellation
		}
	}
	return p
}

// shortfalls returns h with <g_i,g_j> = G^2 - h[min(i,j)] for i != j.
func (p lastPath) shortfalls(G, R float64) []float64 {
	h := make([]float64, len(p.w)) // in units of that of the turn
	h[p.turn] = 1
	for i := p.turn - 1; i >= 0; i-- {
		h[i] = h[i+1] * p.S[i+2] / (p.S[i+1] - p.w[i])
	}
	var weighted linear.Sum
	for i, w := range p.w {
		weighted.Add(w * h[i])
	}
	S := p.S[0]
	unit := (G*S - R) * (G*S + R) / S / weighted.Value()
	for i := range h {
		h[i] *= unit
	}
	return h
}

// start returns x_1 = sum w_t g_t: what the pieces share weighs with all later w.
func (p lastPath) start(f *Staircase) []float64 {
	x := make([]float64, len(p.w))
	var later linear.Sum
	for j := len(x) - 1; j >= 0; j-- {
		x[j] = p.w[j]*f.Own[j] + later.Value()*f.Shared[j]
		later.Add(p.w[j])
	}
	return x
}

// newPieces returns vectors of norm G with <g_i,g_j> = G^2 - h[min(i,j)]. Beside a
// coordinate b of its own, each piece has those that its predecessors left to all
// later ones, a = (b^2-h)/b; what the next has for its own is b^2-a^2 = h (2-h/b^2).
func newPieces(h []float64, G float64) *Staircase {
	f := newStaircase(len(h), len(h))
	f.Cut = true
	square := G * G // of the piece's own coordinate
	for i := range h {
		if square <= 0 {
			break // all that is left was shared
		}
		own := math.Sqrt(square)
		f.Own[i], f.Shared[i] = own, own-h[i]/own
		square = h[i] * (2 - h[i]/square)
	}
	return f
}
