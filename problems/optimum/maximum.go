package optimum

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
)

// ErrUnbounded is returned if a maximum of affine functions falls for ever in some
// direction: on the whole space without ridge it then has no minimizer.
var ErrUnbounded = errors.New("no minimizer: all pieces fall for ever along a direction; add a ridge term or a bounded domain")

// MinimizeMaximum minimizes a maximum of affine functions over the whole space, a
// ball, a box or the simplex, and bounds F(u) - F* by weak duality, independently
// of the solver: see pieces.gap and basis.wholeGap. Its errors are those of
// Minimize, with ErrUnbounded. A nil store keeps nothing.
func (s *Store) MinimizeMaximum(ctx context.Context, m *linear.Maximum, set domain.Set) (Certificate, error) {
	return s.Find(maximumKey(m, set), func() (Certificate, error) { return minimizeMaximum(ctx, m, set) })
}

func maximumKey(m *linear.Maximum, set domain.Set) string {
	digest := sha256.New()
	fmt.Fprintf(digest, "maximum, absolute %t, ridge %x\n%T%+v\n", m.Absolute, m.Ridge, set, set)
	hashNumbers(digest, m.Offsets)
	for i := range m.Rows.Len() {
		columns, values := m.Rows.Entries(i)
		if columns != nil {
			fmt.Fprintln(digest, columns)
		}
		hashNumbers(digest, values)
	}
	return hex.EncodeToString(digest.Sum(nil))
}

// summit searches for the minimum of a maximum.
type summit struct {
	judge
	f         *linear.Maximum
	pieces    *pieces
	unbounded bool
}

func minimizeMaximum(ctx context.Context, m *linear.Maximum, set domain.Set) (Certificate, error) {
	if err := inRange(m.Rows, m.Offsets); err != nil {
		return Certificate{}, err
	}
	origin := make([]float64, m.Dim())
	set.Project(origin)
	s := &summit{f: m, pieces: newPieces(m)}
	s.judge = judge{record: newRecord(ctx, m.Value(origin), nonSmoothTarget(m.Rows.Len()*m.Rows.Dim())), set: set}
	if err := s.minimize(); err != nil {
		return Certificate{}, err
	}
	if err := ctx.Err(); err != nil {
		return Certificate{}, err
	}
	if s.unbounded && math.IsInf(s.best.Gap, 1) {
		return Certificate{}, ErrUnbounded
	}
	return s.verdict()
}

// minimize runs the interior-point method and certifies its iterates.
func (s *summit) minimize() error {
	e, theta, err := s.program()
	if err != nil {
		return err
	}
	e.solver().run(func(p *solver) bool {
		return s.consider(theta(p.w[:e.set.width]), e.weights(p))
	})
	return nil
}

// program is the epigraph in the coordinates that suit the domain, and the way back
// from them to theta.
func (s *summit) program() (e *epigraph, theta func(w []float64) []float64, err error) {
	rows, inner := s.pieces.rows, constraint(free{})
	theta = func(w []float64) []float64 { return w }
	switch set := s.set.(type) {
	case domain.WholeSpace:
		if s.pieces.ridge == 0 {
			if s.basis, err = newBasis(rows); err != nil {
				return nil, nil, err
			}
			rows, theta = s.basis.rows, s.basis.theta
		}
	case domain.Simplex:
		e, theta = s.onSimplex()
		return e, theta, nil
	default:
		inner = constraintOf(set, rows.D)
	}
	return newEpigraph(rows, s.pieces.offsets, inner, s.pieces.ridge), theta, nil
}

// consider certifies theta with weights of the pieces.
func (s *summit) consider(theta, weights []float64) (enough bool) {
	if s.ctx.Err() != nil || s.falls(theta) {
		return true
	}
	theta = slices.Clone(theta)
	s.set.Project(theta)
	c := Certificate{Theta: theta, Value: s.f.Value(theta), Method: "weak duality"}
	if s.basis == nil {
		c.Gap = s.pieces.gap(s.set, theta, weights)
	} else {
		c.Gap, c.Method = s.basis.wholeGap(s.pieces, theta, weights, c.Value)
	}
	return s.add(c)
}

// falls says whether all pieces are known to fall along theta, by more than
// rounding, on the whole space without ridge.
func (s *summit) falls(theta []float64) bool {
	if s.basis == nil {
		return false
	}
	size := math.Sqrt(linear.Dot(theta, theta))
	for i := range s.pieces.rows.N {
		row := s.pieces.rows.Row(i)
		if linear.Dot(row, theta) >= -rounding*size*math.Sqrt(linear.Dot(row, row)) {
			return false
		}
	}
	s.unbounded = true
	return true
}
