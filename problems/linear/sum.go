package linear

import "math"

// Sum is a running sum with Neumaier's compensation: its error is about one
// rounding of the result, however many terms there are. The zero value is 0.
type Sum struct {
	total, lost float64
}

// Add adds x.
func (s *Sum) Add(x float64) {
	t := s.total + x
	if math.Abs(s.total) >= math.Abs(x) {
		s.lost += (s.total - t) + x
	} else {
		s.lost += (x - t) + s.total
	}
	s.total = t
}

// Value returns the sum so far.
func (s *Sum) Value() float64 {
	if math.IsInf(s.total, 0) {
		return s.total // the compensation of an overflow is NaN
	}
	return s.total + s.lost
}
