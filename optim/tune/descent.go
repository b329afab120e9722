package tune

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/optimize"

	"regret/optim/bound"
)

// LongestDescent is the largest horizon that Descend takes.
const LongestDescent = 10_000

// Iterate is a schedule on the way down.
type Iterate struct {
	Iteration int     // 0 is the start
	Value     float64 // the bound
	// Steps are eta_1..eta_T. No point depends on eta_T: leave it out of comparisons of
	// shape. It is 0 if the bound does not depend on it either, and otherwise a
	// parameter that the descent has moved with the others.
	Steps []float64
}

// Descend minimizes a bound over all schedules eta_1..eta_T > 0, from in.Steps on,
// with T = in.Horizon and the constants R and G of in. It returns the iterates
// whose number is in at, as far as there are so many, and always the last one.
//
// The variables are y_t with eta_t = (R/(G sqrt T)) y_t^2: they need no constraint, and
// unlike log eta_t they can leave a step near 0 again. The method is L-BFGS (Liu and
// Nocedal, Math. Program. 45, 1989) with the analytic gradient; it is
// deterministic. Both bounds have one stationary point, so that a small gradient
// means the best schedule of all. An error says if it could not be reached.
func Descend(o Objective, in bound.Input, at ...int) ([]Iterate, error) {
	start, err := startOf(o, in)
	if err != nil {
		return nil, err
	}
	d := &descent{
		objective: o, horizon: in.Horizon,
		unit: in.R / in.G / math.Sqrt(float64(in.Horizon)), worst: in.R * in.G, at: at,
		eta: make([]float64, len(start)),
	}
	for i := range start {
		start[i] = math.Sqrt(start[i] / d.unit)
	}
	if len(start) == 0 { // one point and no step: the gap is at most RG
		return []Iterate{{Value: d.worst, Steps: make([]float64, in.Horizon)}}, nil
	}
	if err := d.run(start); err != nil {
		return nil, err
	}
	return d.kept, nil
}

// startOf returns the steps that the objective depends on, or why the input will
// not do.
func startOf(o Objective, in bound.Input) ([]float64, error) {
	for _, c := range []struct {
		name  string
		value float64
	}{{"R", in.R}, {"G", in.G}} {
		if !(c.value > 0 && c.value <= math.MaxFloat64) {
			return nil, fmt.Errorf("descent needs %s positive and finite, got %g", c.name, c.value)
		}
	}
	if in.Horizon < 1 || in.Horizon > LongestDescent {
		return nil, fmt.Errorf("descent takes horizons from 1 to %d, got %d", LongestDescent, in.Horizon)
	}
	steps := make([]float64, in.Horizon)
	in.Steps.Fill(steps, 1, in.Horizon)
	if !o.LastStep {
		steps = steps[:in.Horizon-1]
	}
	for i, eta := range steps {
		if !(eta > 0 && eta <= math.MaxFloat64) {
			return nil, fmt.Errorf("descent starts from positive, finite steps, but eta_%d is %g", i+1, eta)
		}
	}
	return steps, nil
}

// descent records an optimization. It implements optimize.Recorder.
type descent struct {
	objective   Objective
	horizon     int
	unit, worst float64 // R/(G sqrt T) and RG
	at          []int
	kept        []Iterate
	eta         []float64 // scratch: steps for R = G = 1
}

// The descent stops at the first size of the gradient of sqrt(T) f in y. Rounding
// of the value, about 1e-15, often ends it earlier, but not above the second: the
// square root of that, with a margin.
const (
	smallGradient      = 1e-10
	sufficientGradient = 1e-7
)

func (d *descent) run(start []float64) error {
	problem := optimize.Problem{
		Func: func(y []float64) float64 { return d.gradient(make([]float64, len(y)), y) },
		Grad: func(grad, y []float64) { d.gradient(grad, y) },
	}
	settings := &optimize.Settings{
		Recorder: d, Converger: optimize.NeverTerminate{}, GradientThreshold: smallGradient,
		MajorIterations: 10_000, FuncEvaluations: 20_000,
	}
	// The error of a line search that finds no smaller value is no failure where
	// rounding leaves none.
	result, failure := optimize.Minimize(problem, start, settings, &optimize.LBFGS{})
	if result == nil {
		return failure
	}
	if slope := floats.Norm(result.Gradient, math.Inf(1)); !(slope <= sufficientGradient) {
		return errors.Join(fmt.Errorf("descent stopped after %d iterations with the gradient at %.2g",
			iteration(result.Stats), slope), failure)
	}
	if n, last := len(d.kept), iteration(result.Stats); n == 0 || d.kept[n-1].Iteration != last {
		d.keep(last, result.X)
	}
	return nil
}

// gradient returns sqrt(T) f and its gradient in y.
func (d *descent) gradient(grad, y []float64) float64 {
	root := math.Sqrt(float64(d.horizon))
	for i := range y {
		d.eta[i] = y[i] * y[i] / root
	}
	value := d.objective.Gradient(grad, d.eta)
	for i := range y {
		grad[i] *= 2 * y[i]
	}
	return root * value
}

func (d *descent) keep(iteration int, y []float64) {
	steps := make([]float64, d.horizon)
	for i := range y {
		steps[i] = d.unit * y[i] * y[i]
	}
	value := d.gradient(make([]float64, len(y)), y) / math.Sqrt(float64(d.horizon))
	d.kept = append(d.kept, Iterate{Iteration: iteration, Value: d.worst * value, Steps: steps})
}

// Init implements optimize.Recorder.
func (d *descent) Init() error { return nil }

// Record implements optimize.Recorder.
func (d *descent) Record(at *optimize.Location, op optimize.Operation, stats *optimize.Stats) error {
	if n := iteration(*stats); op == optimize.MajorIteration && slices.Contains(d.at, n) {
		d.keep(n, at.X)
	}
	return nil
}

// iteration is the number of line searches so far: the package counts the start
// as its first iteration.
func iteration(stats optimize.Stats) int { return stats.MajorIterations - 1 }
