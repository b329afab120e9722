package analysis

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"
)

// summarize computes statistics of one value a repetition. A repetition that
// diverged counts as +Inf, and so do the mean and the deviation of a sample
// that holds one. values is left as it is.
func summarize(values []float64) Stats {
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	n := len(sorted)
	s := Stats{
		Count: n, Min: sorted[0], Max: sorted[n-1],
		Median: quantile(sorted, 0.5),
		Q05:    quantile(sorted, 0.05), Q25: quantile(sorted, 0.25),
		Q75: quantile(sorted, 0.75), Q95: quantile(sorted, 0.95),
	}
	switch {
	case math.IsInf(s.Max, 1):
		s.Mean, s.SD = math.Inf(1), math.Inf(1)
	case s.Min == s.Max: // no rounding where there is nothing to average
		s.Mean = s.Min
	default:
		s.Mean, s.SD = stat.MeanStdDev(values, nil)
	}
	return s
}

// StandardError returns the standard error of the mean, SD/sqrt(Count).
func (s Stats) StandardError() float64 { return s.SD / math.Sqrt(float64(s.Count)) }

// quantile interpolates linearly between order statistics, at position
// (n-1)p from the smallest: type 7 of Hyndman and Fan (1996).
func quantile(sorted []float64, p float64) float64 {
	position := p * float64(len(sorted)-1)
	below := int(position)
	low := sorted[below]
	if weight := position - float64(below); weight > 0 && sorted[below+1] != low {
		return low + weight*(sorted[below+1]-low)
	}
	return low
}
