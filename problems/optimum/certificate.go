// Package optimum finds minimizers of finite sums over convex domains and
// certifies the error of the minimum independently of how it was found.
package optimum

import (
	"context"
	"fmt"
	"math"
)

// Certificate is a point of the domain with a proved bound on its excess: F*
// lies in [Value - Gap, Value].
type Certificate struct {
	Theta  []float64 // the point u
	Value  float64   // F(u)
	Gap    float64   // F(u) - F* <= Gap
	Method string    // the argument behind Gap, e.g. "Fenchel duality gap"
	// Scale is what the gap is measured against, max(|F(u)|, F(theta_1) - F(u)),
	// and Target the largest ratio that was asked for. Target is 0 where the
	// interval reached is all that is promised.
	Scale, Target float64
}

// Targets of the gap, relative to Scale. Non-smooth problems of more than
// Excepted numbers n*d have none: their certificate is the interval reached.
const (
	SmoothTarget    = 1e-12
	NonSmoothTarget = 1e-9
	Excepted        = 100_000
)

// nonSmoothTarget is the target of non-smooth problems of so many numbers, 0 for none.
func nonSmoothTarget(numbers int) float64 {
	if numbers <= Excepted {
		return NonSmoothTarget
	}
	return 0
}

// Tolerances are the largest relative gaps that pass for a certificate at all:
// with a target, and without one.
const (
	tolerance      = 1e-6
	looseTolerance = 1e-2
)

// Lower returns the lower bound F(u) - Gap of F*.
func (c Certificate) Lower() float64 { return c.Value - c.Gap }

// Relative returns Gap/Scale, 0 for a gap of 0.
func (c Certificate) Relative() float64 {
	if c.Gap == 0 {
		return 0
	}
	return c.Gap / c.Scale
}

// Against returns the certificate with the scale of a search that starts at
// theta_1, where F is first.
func (c Certificate) Against(first float64) Certificate {
	c.Scale = max(math.Abs(c.Value), first-c.Value)
	return c
}

// Met says whether the gap is within the target, if there is one.
func (c Certificate) Met() bool { return c.Target == 0 || c.Relative() <= c.Target }

// record remembers the best certificate of a search.
type record struct {
	ctx    context.Context // of the search
	first  float64         // F(theta_1)
	target float64         // of the relative gap, 0 for none
	best   Certificate
	// stale counts the candidates since the gap fell to half of mark; patience
	// is how many of them are borne once the gap is fair.
	stale, patience int
	mark            float64
}

func newRecord(ctx context.Context, first, target float64) record {
	return record{ctx: ctx, first: first, target: target, best: Certificate{Gap: math.Inf(1)}, patience: briefly, mark: math.Inf(1)}
}

// Patience with dense matrices, whose gaps fall by large factors, with conjugate
// gradients, and with proximal steps, within which the gap may stand still.
const (
	briefly = 3
	longer  = 15
	longest = 30
)

// add compares a candidate with the best. It says whether more candidates of
// the same kind are not worth the trouble: the gap is down at rounding, or has
// stopped falling where it is fair. On a domain so small that F hardly changes
// F(theta_1) - F* counts, unless the gap stands still for long.
func (r *record) add(candidate Certificate) (enough bool) {
	r.stale++
	if candidate.Gap < r.mark/2 {
		r.stale, r.mark = 0, candidate.Gap
	}
	if candidate.Gap < r.best.Gap {
		r.best = candidate
	}
	const fair, long = 1e-6, 10
	gap, scale := r.best.Gap, r.scale()
	patience := r.patience
	if gap > fair*(r.first-r.best.Value) {
		patience *= long
	}
	return gap <= 4*rounding*scale || gap <= fair*scale && r.stale >= patience
}

// scale is what a gap is measured against: max(|F*|, F(theta_1) - F*), where that is not
// next to nothing, as at theta_1 with F* = 0.
func (r *record) scale() float64 {
	const nothing = 1e-150
	return max(r.best.Against(r.first).Scale, nothing)
}

// verdict is the best certificate, if it is good enough.
func (r *record) verdict() (Certificate, error) {
	if math.IsInf(r.best.Gap, 1) {
		return Certificate{}, ErrUncertified
	}
	largest := tolerance
	if r.target == 0 {
		largest = looseTolerance
	}
	r.best.Scale, r.best.Target = r.scale(), r.target
	if wanted := largest * r.best.Scale; !(r.best.Gap <= wanted) {
		return Certificate{}, fmt.Errorf("%w: F(u) - F* <= %.2g is all that is proved, where %.2g is wanted (%g of max(|F*|, F(theta_1) - F*))",
			ErrUncertified, r.best.Gap, wanted, largest)
	}
	return r.best, nil
}
