package optimum

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"regret/problems/linear"
)

// ball is the single inequality (radius - |w|^2/radius)/2 >= 0, whose gradient
// has norm 1 on the sphere.
type ball struct{ radius float64 }

func (ball) pairs() int       { return 1 }
func (ball) normalized() bool { return false }

func (b ball) start(w, slack []float64) {
	clear(w)
	slack[0] = b.radius / 2
}

func (b ball) addForce(g, w, mult []float64) {
	for j, v := range w {
		g[j] += mult[0] * (v / b.radius)
	}
}

func (b ball) addStiffness(h *mat.SymDense, w, slack, mult []float64) {
	for j := range w {
		h.SetSym(j, j, h.At(j, j)+mult[0]/b.radius)
	}
	h.SymRankOne(h, mult[0]/slack[0]/b.radius/b.radius, mat.NewVecDense(len(w), w))
}

// reach solves |w + t dw| = radius for t > 0.
func (b ball) reach(w, dw []float64) float64 {
	square, half := linear.Dot(dw, dw), linear.Dot(w, dw)
	if square == 0 {
		return math.Inf(1)
	}
	left := b.radius*b.radius - linear.Dot(w, w)
	root := math.Sqrt(half*half + square*max(left, 0))
	if half > 0 {
		return left / (half + root)
	}
	return (root - half) / square
}

// settle replaces the slack by its function where that has digits: close to
// the sphere the slack of the linearized equations is the better one.
func (b ball) settle(w, slack []float64) {
	const close = 1e-6
	if exact := b.function(linear.Dot(w, w)); exact > close*b.radius {
		slack[0] = exact
	}
}

// residual is how far the slack is from its function, at the end of the step
// ahead where there is one: the function is not linear.
func (b ball) residual(p point, ahead *point) float64 {
	norm := linear.Dot(p.w, p.w)
	if ahead != nil {
		norm += linear.Dot(ahead.w, ahead.w)
	}
	return b.function(norm) - p.slack[0]
}

// function is the left side of the inequality, of |w|^2.
func (b ball) function(square float64) float64 { return (b.radius - square/b.radius) / 2 }

// addPush uses d slack = -w.dw/radius + residual and
// d mult = (comp - mult d slack) / slack.
func (b ball) addPush(rhs []float64, p point, comp []float64, ahead *point) {
	push := (comp[0] - p.mult[0]*b.residual(p, ahead)) / p.slack[0]
	for j, v := range p.w {
		rhs[j] -= push * v / b.radius
		if ahead != nil {
			rhs[j] -= ahead.mult[0] * ahead.w[j] / b.radius
		}
	}
}

func (b ball) recover(step, p point, comp []float64, ahead *point) {
	step.slack[0] = b.residual(p, ahead) - linear.Dot(p.w, step.w)/b.radius
	step.mult[0] = (comp[0] - p.mult[0]*step.slack[0]) / p.slack[0]
}
