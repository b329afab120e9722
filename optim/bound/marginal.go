package bound

import (
	"math"

	"regret/problems/linear"
)

// marginal is the function U_t on [0,D] of [regretAnySteps], piecewise linear with
// jumps, and W_t(0). Its pieces lie on two piles that meet at d*: a shift of all
// pieces of a pile is a number, and only the pieces that d* passes are touched.
// Those are few while the steps change slowly. There are up to D/(2 eta G) pieces,
// and steps that oscillate pass a good part of them each time.
type marginal struct {
	D           float64
	left, right pile // their last pieces are next to d*
	atZero      linear.Sum
}

func newMarginal(D float64) *marginal {
	u := &marginal{D: D}
	u.left.push(piece{x1: D})
	return u
}

// stay adds a step of length 0, or the last point: U grows by wG.
func (u *marginal) stay(wG float64) {
	u.left.dy += wG
	u.right.dy += wG
}

// prepend takes U_{t+1} to U_t, for a step eta with the weight w.
func (u *marginal) prepend(eta, w, G float64) {
	k, e := w/eta, eta*G
	if e == 0 || math.IsInf(k, 1) {
		u.stay(w * G)
		return
	}
	at := u.cross(k)
	if at >= e {
		u.dropBelow(e)
		u.left.dx -= e
		u.left.dy -= w * G
	} else {
		u.reflect(e, w*G)
	}
	u.right.dx += e
	u.right.dy += w * G
	u.dropBeyond()
	from, to := math.Abs(e-at), min(u.D, e+at)
	if from < to {
		u.left.push(piece{from, to, k * from, k})
	}
}

// cross moves the meeting point of the piles to d* = sup{d: U(d) >= k d}.
func (u *marginal) cross(k float64) float64 {
	for len(u.right.pieces) > 0 {
		p := u.right.pop()
		if p.y0 < k*p.x0 {
			u.right.push(p)
			break
		}
		below, above := p.split(p.crossing(k))
		if below.x0 < below.x1 {
			u.left.push(below)
		}
		if above.x0 < above.x1 {
			u.right.push(above)
			return above.x0
		}
	}
	for len(u.left.pieces) > 0 {
		p := u.left.pop()
		if p.end() >= k*p.x1 {
			u.left.push(p)
			return p.x1
		}
		below, above := p.split(p.crossing(k))
		if above.x0 < above.x1 {
			u.right.push(above)
		}
		if below.x0 < below.x1 {
			u.left.push(below)
			return below.x1
		}
	}
	return 0
}

// dropBelow forgets U on [0,e], and adds its integral to W(0).
func (u *marginal) dropBelow(e float64) {
	for len(u.left.pieces) > 0 {
		p := u.left.moved(0)
		if p.x0 >= e {
			return
		}
		below, above := p.split(e)
		u.atZero.Add(below.integral())
		if above.x0 < above.x1 {
			u.left.pieces[0] = u.left.unmoved(above)
			return
		}
		u.left.pieces = u.left.pieces[1:]
	}
}

// reflect replaces the left pile by wG - U(e-d) on [0, e-d*], and adds the integral
// of U on [0,e] to W(0).
func (u *marginal) reflect(e, wG float64) {
	for i := range u.left.pieces {
		u.atZero.Add(u.left.moved(i).integral())
	}
	u.left = pile{pieces: u.left.pieces[:0]}
	mirror := func(p piece) piece { return piece{e - p.x1, e - p.x0, wG - p.end(), p.slope} }
	push := func(p piece) {
		if within, _ := p.split(u.D); within.x0 < within.x1 {
			u.left.push(within)
		}
	}
	first := len(u.right.pieces)
	for first > 0 && u.right.moved(first-1).x0 < e {
		first--
	}
	if e > u.D {
		push(piece{x1: e - u.D, y0: wG})
	}
	for i := first; i < len(u.right.pieces); i++ {
		p, _ := u.right.moved(i).split(e)
		u.atZero.Add(p.integral())
		push(mirror(p))
	}
}

// dropBeyond forgets what was shifted beyond D.
func (u *marginal) dropBeyond() {
	for len(u.right.pieces) > 0 {
		p := u.right.moved(0)
		if p.x0 < u.D {
			below, _ := p.split(u.D)
			u.right.pieces[0] = u.right.unmoved(below)
			return
		}
		u.right.pieces = u.right.pieces[1:]
	}
}

// integral returns W(D).
func (u *marginal) integral() float64 {
	sum := u.atZero
	for _, pile := range []*pile{&u.left, &u.right} {
		for i := range pile.pieces {
			sum.Add(pile.moved(i).integral())
		}
	}
	return sum.Value()
}
