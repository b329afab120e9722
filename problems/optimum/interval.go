package optimum

import "gonum.org/v1/gonum/mat"

// orthant is w_j >= 0 with sum_j w_j = 1, the simplex.
type orthant struct {
	affine
	d int
}

func (o orthant) pairs() int       { return o.d }
func (o orthant) normalized() bool { return true }

func (o orthant) start(w, slack []float64) {
	for j := range w {
		w[j], slack[j] = 1/float64(o.d), 1/float64(o.d)
	}
}

func (orthant) addForce(g, w, mult []float64) { lower(0).addForce(g, mult) }

func (orthant) addStiffness(h *mat.SymDense, w, slack, mult []float64) {
	addRatios(h, slack, mult)
}

func (orthant) addPush(rhs []float64, p point, comp []float64, _ *point) {
	lower(0).addPush(rhs, p.w, p.slack, p.mult, comp)
}

func (orthant) recover(step, p point, comp []float64, _ *point) {
	lower(0).recover(step.slack, step.mult, step.w, p.w, p.slack, p.mult, comp)
}

// interval is lo <= w_j <= hi: d pairs for the lower ends, then d for the upper.
type interval struct {
	affine
	lo, hi float64
	d      int
}

func (b interval) pairs() int { return 2 * b.d }

func (b interval) start(w, slack []float64) {
	for j := range w {
		w[j] = b.lo/2 + b.hi/2
		slack[j], slack[b.d+j] = w[j]-b.lo, b.hi-w[j]
	}
}

func (b interval) addForce(g, w, mult []float64) {
	lower(b.lo).addForce(g, mult[:b.d])
	upper(b.hi).addForce(g, mult[b.d:])
}

func (b interval) addStiffness(h *mat.SymDense, w, slack, mult []float64) {
	addRatios(h, slack[:b.d], mult[:b.d])
	addRatios(h, slack[b.d:], mult[b.d:])
}

func (b interval) addPush(rhs []float64, p point, comp []float64, _ *point) {
	lower(b.lo).addPush(rhs, p.w, p.slack[:b.d], p.mult[:b.d], comp[:b.d])
	upper(b.hi).addPush(rhs, p.w, p.slack[b.d:], p.mult[b.d:], comp[b.d:])
}

func (b interval) recover(step, p point, comp []float64, _ *point) {
	lower(b.lo).recover(step.slack[:b.d], step.mult[:b.d], step.w, p.w, p.slack[:b.d], p.mult[:b.d], comp[:b.d])
	upper(b.hi).recover(step.slack[b.d:], step.mult[b.d:], step.w, p.w, p.slack[b.d:], p.mult[b.d:], comp[b.d:])
}

// side is one inequality a coordinate, sign (w_j - end) >= 0.
type side struct{ end, sign float64 }

func lower(end float64) side { return side{end, 1} }
func upper(end float64) side { return side{end, -1} }

func (s side) addForce(g, mult []float64) {
	for j, y := range mult {
		g[j] -= s.sign * y
	}
}

// residual is how far slack j is from sign (w_j - end).
func (s side) residual(w, slack float64) float64 { return s.sign*(w-s.end) - slack }

// addPush uses d slack = sign dw + residual and
// d mult = (comp - mult d slack) / slack.
func (s side) addPush(rhs, w, slack, mult, comp []float64) {
	for j := range mult {
		rhs[j] += s.sign * (comp[j] - mult[j]*s.residual(w[j], slack[j])) / slack[j]
	}
}

func (s side) recover(dSlack, dMult, dw, w, slack, mult, comp []float64) {
	for j := range mult {
		dSlack[j] = s.sign*dw[j] + s.residual(w[j], slack[j])
		dMult[j] = (comp[j] - mult[j]*dSlack[j]) / slack[j]
	}
}

func addRatios(h *mat.SymDense, slack, mult []float64) {
	for j := range mult {
		h.SetSym(j, j, h.At(j, j)+mult[j]/slack[j])
	}
}
