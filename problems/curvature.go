package problems

import (
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
)

// curvatures finds L, Lmax and mu from the ends c_i of phi” on each row.
//
// The ends are taken over the margins of the domain alone. That is enough for every
// theorem: beyond these margins phi may be continued by a loss of no other curvatures,
// see linear.Loss, and no point of the domain sees the difference.
type curvatures struct {
	model *linear.Model
	set   domain.Set
	rows  rowBounds
	plain *spectrum // of A'A/n, once it was asked for
}

const (
	supOfRow = ", c_i = sup phi'' over the margins of row i"
	infOfRow = ", c_i = inf phi'' over the margins of row i"
	bounded  = ", bounded by Collatz's quotients or the trace"
)

// largest returns Lmax = max_i c_i |a_i|^2 + ridge.
func (c *curvatures) largest() Constant {
	if unbounded, is := c.unbounded(); is {
		return unbounded
	}
	var largest float64
	for i, sup := range c.rows.sharpest {
		largest = max(largest, sup*c.rows.lengths[i]*c.rows.lengths[i])
	}
	out := Constant{largest + c.model.Ridge, Certified, "max_i c_i |a_i|^2 + ridge" + supOfRow}
	if c.quadratic() {
		out.Provenance, out.Formula = eigenvaluesOn(c.set), "max|a_i|^2 + ridge"
	} else if _, same := c.common(c.rows.sharpest); same {
		out.Formula = "sup phi'' * max|a_i|^2 + ridge"
	}
	return out
}

// smoothness returns L = lambda_max(sum_i c_i a_i a_i'/n) + ridge.
func (c *curvatures) smoothness() Constant {
	if unbounded, is := c.unbounded(); is {
		return unbounded
	}
	s := c.spectrum(c.rows.sharpest)
	out := Constant{s.largest + c.model.Ridge, Certified, "lambda_max(sum_i c_i a_i a_i'/n) + ridge" + supOfRow}
	if c.quadratic() {
		out.Formula = "lambda_max(A'A/n) + ridge"
		if s.exact {
			out.Provenance = eigenvaluesOn(c.set)
		}
	} else if _, same := c.common(c.rows.sharpest); same {
		out.Formula = "sup phi'' * lambda_max(A'A/n) + ridge"
	}
	if !s.exact {
		out.Formula += bounded
	}
	return out
}

// strongConvexity returns mu = lambda_min(sum_i c_i a_i a_i'/n) + ridge, the
// eigenvalue taken as 0 where rounding might have made it.
func (c *curvatures) strongConvexity() Constant {
	ridge := Constant{c.model.Ridge, Certified, "ridge"}
	if slices.Max(c.rows.flattest) == 0 {
		return ridge
	}
	s := c.spectrum(c.rows.flattest)
	if c.quadratic() && s.exact {
		if mu := c.inSpan(); s.least == 0 && mu > 0 {
			return Constant{mu, CertifiedInSpan, "least eigenvalue of A'A/n but 0, which is that of the span of the rows"}
		}
		return Constant{s.least + c.model.Ridge, eigenvaluesOn(c.set), "lambda_min(A'A/n) + ridge"}
	}
	if least := s.least - eigenvalueRounding*float64(c.model.Dim())*s.largest; least > 0 {
		return Constant{least + c.model.Ridge, Certified, "lambda_min(sum_i c_i a_i a_i'/n) + ridge" + infOfRow}
	}
	return ridge
}

// inSpan returns the strong convexity of least squares on the span of the rows, the
// least eigenvalue of A'A/n that is not 0, where subgradient steps from 0 and the
// minimizer of least norm stay in that span: on the whole space, without penalty.
func (c *curvatures) inSpan() float64 {
	if _, whole := c.set.(domain.WholeSpace); !whole || c.model.Ridge != 0 || c.model.L1 != 0 {
		return 0
	}
	return leastNonZero(c.model.Rows)
}

// eigenvaluesOn says how well the extreme eigenvalues of a constant Hessian stand for L
// and mu on a set. Differences of two points of the simplex have the sum 0, and the
// curvatures along them lie between these eigenvalues.
func eigenvaluesOn(set domain.Set) Provenance {
	if _, flat := set.(domain.Simplex); flat {
		return Certified
	}
	return Exact
}

// unbounded is what L and Lmax are where f_i is not smooth.
func (c *curvatures) unbounded() (constant Constant, is bool) {
	if c.model.L1 > 0 {
		return Constant{math.Inf(1), Exact, "the term l1 |theta|_1 has kinks"}, true
	}
	return Constant{math.Inf(1), Exact, "phi has a kink, or a curvature without bound, on the domain"},
		math.IsInf(slices.Max(c.rows.sharpest), 1)
}

func (c *curvatures) quadratic() bool {
	_, is := c.model.Loss.(linear.Squared)
	return is
}

// spectrum is that of sum_i ends_i a_i a_i'/n. Ends that are all the same only scale
// that of A'A/n.
func (c *curvatures) spectrum(ends []float64) spectrum {
	end, same := c.common(ends)
	if !same {
		return spectrumOf(c.model.Rows, ends)
	}
	if c.plain == nil {
		s := spectrumOf(c.model.Rows, nil)
		c.plain = &s
	}
	return spectrum{end * c.plain.least, end * c.plain.largest, c.plain.exact}
}

// common returns the one value that all rows have, those of zeros left aside.
func (c *curvatures) common(ends []float64) (value float64, same bool) {
	first := slices.IndexFunc(c.rows.lengths, func(length float64) bool { return length > 0 })
	if first < 0 {
		return 0, true
	}
	for i, e := range ends {
		if c.rows.lengths[i] > 0 && e != ends[first] {
			return 0, false
		}
	}
	return ends[first], true
}
