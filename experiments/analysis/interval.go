package analysis

import (
	"math"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// difference is the mean of paired differences with its two one-sided limits of
// confidence: below High at the level that was asked for, and above Low at it.
type difference struct{ Mean, Low, High float64 }

// pairedDifference compares a with b, whose entries belong together, by
// Student's t: mean(a-b) -+ t_{level, n-1} sd(a-b)/sqrt(n), n >= 2.
func pairedDifference(a, b []float64, level float64) difference {
	d := make([]float64, len(a))
	for r := range d {
		d[r] = a[r] - b[r]
	}
	mean, deviation := stat.MeanStdDev(d, nil)
	half := studentsT(level, len(d)) * deviation / math.Sqrt(float64(len(d)))
	return difference{mean, mean - half, mean + half}
}

// studentsT returns the quantile of Student's t for n observations.
func studentsT(level float64, n int) float64 {
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(n - 1)}.Quantile(level)
}

// jackknife returns the half width of the two-sided interval for a statistic
// whose value without observation r is without[r]: t times the standard error
// of Tukey (1958), sqrt((n-1)/n sum (without_r - mean)^2).
func jackknife(without []float64, confidence float64) float64 {
	n := float64(len(without))
	variance := stat.PopVariance(without, nil)
	return studentsT((1+confidence)/2, len(without)) * math.Sqrt((n-1)*variance)
}
