package optimum

import (
	"gonum.org/v1/gonum/mat"

	"regret/problems/linear"
)

// halfspaces is c_k(v) = row_k.v + offset_k >= 0, besides an inner constraint on
// the first coordinates of v. The pairs of the rows come first.
type halfspaces struct {
	rows    *linear.Dense
	offsets []float64
	inner   constraint
	width   int // of the inner constraint
}

func (h halfspaces) pairs() int       { return h.rows.N + h.inner.pairs() }
func (h halfspaces) normalized() bool { return false }

// start leaves the rows' slacks to the caller, who knows a point inside.
func (h halfspaces) start(v, slack []float64) { h.inner.start(v[:h.width], slack[h.rows.N:]) }

func (h halfspaces) addForce(g, v, mult []float64) {
	back := make([]float64, h.rows.N)
	for k := range back {
		back[k] = -mult[k]
	}
	addTransposed(g, h.rows, back)
	h.inner.addForce(g[:h.width], v[:h.width], mult[h.rows.N:])
}

func (h halfspaces) addStiffness(m *mat.SymDense, v, slack, mult []float64) {
	ratios := make([]float64, h.rows.N)
	for k := range ratios {
		ratios[k] = mult[k] / slack[k]
	}
	addGram(m, h.rows, ratios)
	if h.inner.pairs() > 0 {
		h.inner.addStiffness(m.SliceSym(0, h.width).(*mat.SymDense), v[:h.width], slack[h.rows.N:], mult[h.rows.N:])
	}
}

// addPush uses d slack = row.dv + residual and d mult = (comp - mult d slack) / slack.
func (h halfspaces) addPush(rhs []float64, p point, comp []float64, ahead *point) {
	push := make([]float64, h.rows.N)
	for k := range push {
		push[k] = (comp[k] - p.mult[k]*h.residual(k, p)) / p.slack[k]
	}
	addTransposed(rhs, h.rows, push)
	if ahead != nil {
		ahead = h.within(*ahead)
	}
	h.inner.addPush(rhs[:h.width], *h.within(p), comp[h.rows.N:], ahead)
}

// residual is how far slack k is from its function.
func (h halfspaces) residual(k int, p point) float64 {
	return h.rows.Dot(k, p.w) + h.offsets[k] - p.slack[k]
}

// within is the part of a point that the inner constraint sees.
func (h halfspaces) within(p point) *point {
	return &point{w: p.w[:h.width], slack: p.slack[h.rows.N:], mult: p.mult[h.rows.N:]}
}

func (h halfspaces) reach(v, dv []float64) float64 { return h.inner.reach(v[:h.width], dv[:h.width]) }

func (h halfspaces) settle(v, slack []float64) { h.inner.settle(v[:h.width], slack[h.rows.N:]) }

func (h halfspaces) recover(step, p point, comp []float64, ahead *point) {
	for k := range h.rows.N {
		step.slack[k] = h.rows.Dot(k, step.w) + h.residual(k, p)
		step.mult[k] = (comp[k] - p.mult[k]*step.slack[k]) / p.slack[k]
	}
	if ahead != nil {
		ahead = h.within(*ahead)
	}
	h.inner.recover(*h.within(step), *h.within(p), comp[h.rows.N:], ahead)
}
