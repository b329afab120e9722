package analysis

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat"
)

// Slope is the least-squares slope of log mean on log x over a window. Low and
// High are its interval of confidence over repetitions, by the jackknife: how far
// the slope moves when one of them is left out. Value is NaN where a mean is not
// positive, Low and High are where there is one repetition or a mean without one
// of them is not positive; Why gives the reason.
type Slope struct {
	Value, Low, High float64
	Why              string
}

// slopeAlongT fits a curve along its checkpoints. window is [from, to] in t,
// empty for all.
func slopeAlongT(c *Curve, window []float64, confidence float64) Slope {
	x := make([]float64, len(c.T))
	means := make([]float64, len(c.T))
	for k, t := range c.T {
		x[k], means[k] = float64(t), c.Stats[k].Mean
	}
	return fitSlope(x, means, c.Runs, window, confidence)
}

// slopeAlongHorizon fits the final values of runs that differ in T alone.
func slopeAlongHorizon(curves []*Curve, window []float64, confidence float64) Slope {
	x := make([]float64, len(curves))
	means := make([]float64, len(curves))
	runs := make([][]float64, len(curves[0].Runs))
	for i, c := range curves {
		last := len(c.T) - 1
		x[i], means[i] = float64(c.Case.Horizon), c.Stats[last].Mean
		for r := range runs {
			runs[r] = append(runs[r], c.Runs[r][last])
		}
	}
	return fitSlope(x, means, runs, window, confidence)
}

func fitSlope(x, means []float64, runs [][]float64, window []float64, confidence float64) Slope {
	s := Slope{Low: math.NaN(), High: math.NaN()}
	if s.Value, s.Why = logLogSlope(x, means, window); s.Why != "" || len(runs) < 2 {
		return s
	}
	n := float64(len(runs))
	without := make([]float64, len(runs))
	others := make([]float64, len(x))
	for r, run := range runs {
		for k := range x {
			others[k] = means[k] + (means[k]-run[k])/(n-1)
		}
		if without[r], s.Why = logLogSlope(x, others, window); s.Why != "" {
			s.Why = fmt.Sprintf("without repetition %d %s", r+1, s.Why)
			return s
		}
	}
	half := jackknife(without, confidence)
	s.Low, s.High = s.Value-half, s.Value+half
	return s
}

// logLogSlope returns the slope of log y on log x within the window, or NaN
// and why there is none.
func logLogSlope(x, y, window []float64) (slope float64, why string) {
	var logX, logY []float64
	for k := range x {
		if len(window) == 2 && (x[k] < window[0] || x[k] > window[1]) {
			continue
		}
		if y[k] <= 0 || math.IsInf(y[k], 0) || math.IsNaN(y[k]) {
			return math.NaN(), fmt.Sprintf("the value at %g is %g", x[k], y[k])
		}
		logX, logY = append(logX, math.Log(x[k])), append(logY, math.Log(y[k]))
	}
	if len(logX) < 2 {
		return math.NaN(), "the window holds fewer than two points"
	}
	_, slope = stat.LinearRegression(logX, logY, nil, false)
	return slope, ""
}
