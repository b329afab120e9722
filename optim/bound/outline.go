package bound

import "math"

// outline is the steps eta_1..eta_{t-1} as few groups, the last first: a step each near the end, and
// from there on about 1/outlineShare of the way. A search over many starting values
// runs on it; what it finds is then evaluated on the steps.
type outline []stepGroup

// stepGroup is n steps with the sums of eta, eta^2 and eta^2 G^2.
type stepGroup struct{ n, steps, squares, energy float64 }

const (
	outlineShare = 64
	// outlineBlock is the length of the blocks that are summed once for all points.
	outlineBlock = 4096
)

func (g *stepGroup) add(eta, norm []float64) {
	steps, squares, energy := g.steps, g.squares, g.energy // in registers
	norm = norm[:len(eta)]
	for i, x := range eta {
		square := x * x
		steps += x
		squares += square
		energy += square * norm[i] * norm[i]
	}
	*g = stepGroup{g.n + float64(len(eta)), steps, squares, energy}
}

func (g *stepGroup) join(h stepGroup) {
	g.n += h.n
	g.steps += h.steps
	g.squares += h.squares
	g.energy += h.energy
}

// blockSums returns the groups eta_1..eta_4096, eta_4097.. and so on up to t.
func blockSums(in Input, t int) []stepGroup {
	var sums []stepGroup
	norms := newNormBlock(in, outlineBlock)
	eta := make([]float64, outlineBlock)
	for first := 1; first+outlineBlock-1 <= t; first += outlineBlock {
		in.Steps.Fill(eta, first, in.Horizon)
		var g stepGroup
		g.add(eta, norms.fill(first, outlineBlock))
		sums = append(sums, g)
	}
	return sums
}

// newOutline draws the steps before t, given the sums of the blocks.
func newOutline(in Input, t int, blocks []stepGroup) outline {
	whole := max(0, t-1-outlineShare*outlineBlock) / outlineBlock // blocks that are not near
	var out outline
	var group stepGroup
	for when, step := range stridesBack(in, whole*outlineBlock+1, t-1) {
		group.add([]float64{step.eta}, []float64{step.norm})
		if group.n >= float64((t-when)/outlineShare) {
			out, group = append(out, group), stepGroup{}
		}
	}
	if group.n > 0 {
		out, group = append(out, group), stepGroup{}
	}
	for i := whole - 1; i >= 0; i-- {
		group.join(blocks[i])
		if group.n >= float64((t-i*outlineBlock)/outlineShare) || i == 0 {
			out, group = append(out, group), stepGroup{}
		}
	}
	return out
}

// energy returns the sum of eta^2 G^2.
func (o outline) energy() float64 {
	sum := 0.0
	for i := range o {
		sum += o[i].energy
	}
	return sum
}

// recursion is that of [stronglyConvexLast] from e_t, see [strongPoint]: it returns about e_1 and
// the noise. The e before each of n steps are on average those along the way, and half of the whole change
// over n more.
func (o outline) recursion(e, mu float64) (first, noise float64) {
	for i := range o {
		g := &o[i]
		if e == 0 {
			break
		}
		y := e * g.steps
		if g.n == 1 {
			noise += e * g.energy
			e = max(0, e-mu*y*(2+y)) / ((1 + y) * (1 + y))
			continue
		}
		z := 2*g.steps + g.squares*(e/(1+y)+2*mu)
		growth := mu * z * (1 + mu*z/2*(1+mu*z/3))
		if mu*z > 0x1p-10 {
			growth = math.Expm1(mu * z)
		}
		after := e / (1 + (e/mu+1)*growth)
		u := (e - after) / (e + after)
		mean := 2 * e * after / (e + after) * (1 + u*u/3)
		noise += g.energy * (mean + (e-after)/(2*g.n))
		e = after
	}
	return e, noise
}
