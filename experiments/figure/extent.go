package figure

import (
	"math"
	"slices"
)

// A range that one value of 1e200 sets shows nothing else. So a range is that
// of the values within reach of the bulk of the measured ones, and the others
// are marked at its ends.
const (
	decadesAbove = 4  // the bulk, on a log axis
	decadesBelow = 6  // it
	decadesUnder = 1  // the lowest measured value, for bands and bounds
	spansAround  = 20 // halves of the middle half of the bulk, on a linear axis
	sizesAround  = 8  // of its values, on a linear axis
)

// extent collects the values that an axis should show, on a log axis their
// decadic logarithms.
type extent struct {
	log    bool
	bulk   []float64 // measured
	guests []float64 // bands and bounds
	first  []float64 // where each curve starts
}

// measured adds a curve's values, guest those of a band or a bound.
func (e *extent) measured(ys []float64) {
	n := len(e.bulk)
	e.bulk = e.append(e.bulk, ys)
	if len(e.bulk) > n {
		e.first = append(e.first, e.bulk[n])
	}
}

func (e *extent) guest(ys []float64) { e.guests = e.append(e.guests, ys) }

func (e *extent) append(to, ys []float64) []float64 {
	s := scale{log: e.log}
	for _, y := range ys {
		if !s.has(y) {
			continue
		}
		if e.log {
			y = math.Log10(y)
		}
		to = append(to, y)
	}
	return to
}

// scale is the axis that shows all values but far outliers. Without values
// it is [0, 1] or [1, 10].
func (e *extent) scale() scale {
	bulk := slices.Sorted(slices.Values(e.bulk))
	first := slices.Sorted(slices.Values(e.first))
	if len(bulk) == 0 { // the guests are all there is
		bulk = slices.Sorted(slices.Values(e.guests))
		first = bulk
	}
	if len(bulk) == 0 {
		bulk = []float64{0, 1}
		first = bulk
	}
	low, high := e.reach(bulk, quantile(first, 0.5))
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, v := range bulk {
		if low <= v && v <= high {
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
	}
	if e.log { // a band reaches down to nothing where a seed nears zero
		low = math.Max(low, lo-decadesUnder)
	}
	for _, v := range e.guests {
		if e.log {
			v = math.Max(v, low)
		}
		if low <= v && v <= high {
			lo, hi = math.Min(lo, v), math.Max(hi, v)
		}
	}
	if e.log {
		lo, hi = math.Pow(10, lo), math.Pow(10, hi)
	}
	return newScale(lo, hi, e.log)
}

// reach is the interval beyond which values are outliers.
func (e *extent) reach(bulk []float64, start float64) (low, high float64) {
	q1, q3 := quantile(bulk, 0.25), quantile(bulk, 0.75)
	if e.log {
		return math.Min(quantile(bulk, 0.1), start) - decadesBelow, math.Max(q1, start) + decadesAbove
	}
	around := math.Max(spansAround*(q3/2-q1/2), sizesAround*math.Max(math.Abs(q1), math.Abs(q3)))
	return math.Min(q1, start) - around, math.Max(q3, start) + around
}

// quantile is the empirical q-quantile of sorted values, the nearer one of
// two.
func quantile(sorted []float64, q float64) float64 {
	return sorted[int(math.Round(q*float64(len(sorted)-1)))]
}
