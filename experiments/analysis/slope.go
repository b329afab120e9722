package analysis

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat"
)

// Slope is the least-squares slope of log mean on log x over a window, with
// the least and the largest slope of single repetitions. It is NaN, with the
// reason, where a value is not positive.
type Slope struct {
	Value, Low, High float64
	Why              string
}

// slopeAlongT fits a curve along its checkpoints. window is [from, to] in t,
// empty for all.
func slopeAlongT(c *Curve, window []float64) Slope {
	x := make([]float64, len(c.T))
	means := make([]float64, len(c.T))
	for k, t := range c.T {
		x[k], means[k] = float64(t), c.Stats[k].Mean
	}
	return fitSlopes(x, means, c.Runs, window)
}

// slopeAlongHorizon fits the final values of runs that differ in T alone.
func slopeAlongHorizon(curves []*Curve, window []float64) Slope {
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
	return fitSlopes(x, means, runs, window)
}

func fitSlopes(x, means []float64, runs [][]float64, window []float64) Slope {
	value, why := logLogSlope(x, means, window)
	s := Slope{Value: value, Low: math.Inf(1), High: math.Inf(-1), Why: why}
	for _, run := range runs {
		b, _ := logLogSlope(x, run, window)
		s.Low, s.High = min(s.Low, b), max(s.High, b) // NaN carries over
	}
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
