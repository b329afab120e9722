package optimum

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"

	"regret/problems/domain"
)

// constraint is the domain as an interior-point method sees it: inequalities
// c_k(w) >= 0, each with a slack s_k = c_k(w) and a multiplier y_k whose
// product is driven to 0.
type constraint interface {
	// pairs is the number of inequalities.
	pairs() int
	// start moves w to a point well inside and writes its slacks.
	start(w, slack []float64)
	// addForce adds -sum_k y_k grad c_k(w) to g.
	addForce(g, w, mult []float64)
	// addStiffness adds to h what eliminating slacks and multipliers from
	// Newton's equations leaves there.
	addStiffness(h *mat.SymDense, w, slack, mult []float64)
	// addPush adds to the right side what the elimination leaves there, for
	// the wanted changes comp of the products; ahead is the predictor, nil
	// while it is being computed.
	addPush(rhs []float64, p point, comp []float64, ahead *point)
	// reach is the longest step in the direction dw that stays in the set, as
	// far as the slacks do not say so themselves.
	reach(w, dw []float64) float64
	// settle brings slacks that are not linear in w up to date with it.
	settle(w, slack []float64)
	// recover writes the moves of slacks and multipliers that follow from
	// step.w.
	recover(step, p point, comp []float64, ahead *point)
	// normalized says whether, besides, the coordinates add up to 1.
	normalized() bool
}

// point is an iterate, or a step from one: w, the slacks and multipliers of
// the constraint, and the multiplier of sum_j w_j = 1.
type point struct {
	w, slack, mult []float64
	level          float64
}

func constraintOf(set domain.Set, d int) constraint {
	switch s := set.(type) {
	case domain.WholeSpace:
		return free{}
	case domain.Ball:
		return ball{radius: s.Radius}
	case domain.Box:
		return interval{lo: s.Lo, hi: s.Hi, d: d}
	case domain.Simplex:
		return orthant{d: d}
	}
	panic(fmt.Sprintf("optimum: no solver for the domain %T", set))
}

// affine is what constraints without curvature share.
type affine struct{}

func (affine) reach(w, dw []float64) float64 { return math.Inf(1) }
func (affine) settle(w, slack []float64)     {}
func (affine) normalized() bool              { return false }

// free is no constraint at all.
type free struct{ affine }

func (free) pairs() int                                             { return 0 }
func (free) start(w, slack []float64)                               {}
func (free) addForce(g, w, mult []float64)                          {}
func (free) addStiffness(h *mat.SymDense, w, slack, mult []float64) {}
func (free) addPush(rhs []float64, p point, comp []float64, ahead *point) {
}
func (free) recover(step, p point, comp []float64, ahead *point) {}
