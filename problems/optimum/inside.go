package optimum

import (
	"slices"
	"strings"

	"regret/problems/domain"
)

// minimizeInside looks for a minimizer on the whole space where the target is missed: one
// that lies in the set is a minimizer on the set. Its proof does not grow with the set, as
// the Fenchel gap does by the diameter times what rounding leaves of the gradient. Proofs
// up to rounding of the data do not count, for on a set the others hold without.
func (j *judge) minimizeInside() {
	if j.target == 0 || j.best.Gap <= j.target*j.scale() || !reachesBeyond(j.set, j.best.Theta) {
		return
	}
	whole := newJudge(j.ctx, j.model, domain.WholeSpace{})
	if err := whole.minimize(); err != nil || strings.HasSuffix(whole.best.Method, nearby) || !whole.basis.full() {
		return
	}
	j.prefer(whole.best, j.set)
}

// prefer takes a certificate for the whole space if its point lies in the set and its
// gap is smaller.
func (r *record) prefer(whole Certificate, set domain.Set) {
	if whole.Gap < r.best.Gap && set.Contains(whole.Theta, 0) {
		r.best = whole
	}
}

// reachesBeyond says whether a bounded set holds a little more than theta, seen from 0. If
// not, theta is on the boundary; the converse fails for a box with a corner or side at 0.
func reachesBeyond(set domain.Set, theta []float64) bool {
	if _, whole := set.(domain.WholeSpace); whole || theta == nil {
		return false
	}
	beyond := slices.Clone(theta)
	for j := range beyond {
		beyond[j] *= 1 + 1e-6
	}
	return set.Contains(beyond, 0)
}

// full says whether no direction was left out. A search without a basis left out none.
func (b *basis) full() bool {
	if b == nil {
		return true
	}
	d, rank := b.change.Dims()
	return rank == d
}
