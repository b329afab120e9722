package cli

import (
	"fmt"
	"math"
	"slices"

	"regret/experiments/catalogue"
	"regret/experiments/figure"
	"regret/optim/bound"
	"regret/optim/schedule"
	"regret/optim/tune"
)

// descended is the best schedule of all, as JSON.
type descended struct {
	ID             string                  `json:"id"`
	Horizon        int                     `json:"horizon"`
	Constants      map[string]bound.Number `json:"constants"`
	Start          bound.Number            `json:"start_value"` // of constant steps R/(G sqrt T)
	Value          bound.Number            `json:"value"`
	Minimax        bound.Number            `json:"minimax"` // RG/sqrt T
	RatioToMinimax bound.Number            `json:"ratio_to_minimax"`
	Iterations     int                     `json:"iterations"`
	// Distance is the largest difference from linear decay, in units of its first
	// step, over t < T: eta_T moves no point.
	Distance bound.Number `json:"distance_to_linear_decay"`
	Steps    []float64    `json:"steps"`
}

// drawnIterations are the schedules of the figure, besides the last one.
var drawnIterations = []int{0, 1, 3, 6, 10}

// descend finds the best schedule of all for a bound on the last iterate.
func (c *tuneCommand) descend(con *console) error {
	objective, ok := tune.Lookup(c.Best)
	if !ok {
		return badUsage("--best knows no descent on %q%s", c.Best, catalogue.DidYouMean(c.Best, objectiveNames()))
	}
	in, err := c.descentInput()
	if err != nil {
		return err
	}
	var path []tune.Iterate
	var failure error
	if err := con.interruptible(func() { path, failure = tune.Descend(objective, in, drawnIterations...) }); err != nil {
		return err
	}
	if failure != nil {
		return failure
	}
	last := path[len(path)-1]
	minimax := in.R * in.G / math.Sqrt(float64(in.Horizon))
	d := descended{
		ID: c.Best, Horizon: in.Horizon, Constants: c.constants.given(), Start: bound.Number(path[0].Value),
		Value: bound.Number(last.Value), Minimax: bound.Number(minimax), RatioToMinimax: bound.Number(last.Value / minimax),
		Iterations: last.Iteration, Distance: bound.Number(fromLinear(last.Steps, in)), Steps: last.Steps,
	}
	if c.Figure != "" {
		if err := figure.Draw(descentPlot(c.Best, path, in), c.Figure); err != nil {
			return err
		}
	}
	if c.JSON {
		return printJSON(con.out, d)
	}
	return d.print(con.out, c.Figure)
}

func objectiveNames() []string {
	var names []string
	for _, o := range tune.Objectives {
		names = append(names, o.Theorem)
	}
	return names
}

// descentInput checks what a descent needs: constant steps to start from.
func (c *tuneCommand) descentInput() (bound.Input, error) {
	none := bound.Input{}
	if err := c.constants.validate(); err != nil {
		return none, err
	}
	T := int(c.Horizon)
	switch {
	case T == 0:
		return none, badUsage("give --horizon, the number T of evaluated points")
	case T > tune.LongestDescent:
		return none, badUsage("--horizon %d is above %d, the most steps of a descent (every step is a variable of it); linear decay is the best schedule for last-exact at all horizons", T, tune.LongestDescent)
	case c.R == nil || c.G == nil:
		return none, badUsage("%s speaks of R and G: give --R and --G", c.Best)
	case T == 1 && c.Figure != "":
		return none, badUsage("--figure needs a horizon above 1: with one point there is no step to draw")
	}
	return c.constants.input(schedule.Constant{Step: *c.R / (*c.G * math.Sqrt(float64(T)))}, T), nil
}

// linearStep is eta_t of linear decay at its best scale, R(T-t)/(G T^{3/2}).
func linearStep(t int, in bound.Input) float64 {
	T := float64(in.Horizon)
	return in.R / in.G * (T - float64(t)) / (T * math.Sqrt(T))
}

// fromLinear is the largest distance of eta_1..eta_{T-1} from linear decay, over its
// first step.
func fromLinear(steps []float64, in bound.Input) float64 {
	worst := 0.0
	for i, eta := range steps[:in.Horizon-1] {
		worst = max(worst, math.Abs(eta-linearStep(i+1, in))/linearStep(1, in))
	}
	return worst
}

// descentPlot is eta_t against t on the way down, with linear decay as a thin line.
func descentPlot(id string, path []tune.Iterate, in bound.Input) figure.Plot {
	last := in.Horizon - 1 // eta_T moves no point
	times := make([]float64, last)
	linear := figure.Level{Label: "linear decay R(T−t)/(GT^{3/2})", X: times, Y: make([]float64, last)}
	for i := range times {
		times[i], linear.Y[i] = float64(i+1), linearStep(i+1, in)
	}
	p := figure.Plot{
		Title:  fmt.Sprintf("Descent on %s, T = %d", id, in.Horizon),
		XLabel: "t", YLabel: "η_{t}", Width: 5.5,
		Notes: []string{
			fmt.Sprintf("%s falls from %.4g to %.4g in %d iterations; RG/√T is %.4g", id,
				path[0].Value, path[len(path)-1].Value, path[len(path)-1].Iteration, in.R*in.G/math.Sqrt(float64(in.Horizon))),
			"thin: linear decay, under the last iteration where they agree",
		},
	}
	for _, it := range path {
		p.Curves = append(p.Curves, figure.Curve{Exact: true,
			Label: fmt.Sprintf("iteration %d", it.Iteration), X: times, Mean: slices.Clone(it.Steps[:last]),
		})
	}
	p.Levels = []figure.Level{linear}
	return p
}
