package cli

import (
	"regret/optim/bound"
	"regret/optim/schedule"
)

// boundCommand evaluates theorems on a schedule and given constants.
type boundCommand struct {
	Schedule string            `help:"A formula of t, T and the constants, or a schedule's name; its scale is 1 unless --param sets it." placeholder:"FORMULA|NAME"`
	Steps    stepList          `help:"The steps eta_1,eta_2,... themselves." placeholder:"A,B,C"`
	Horizon  count             `help:"T, the number of evaluated points; by default the number of --steps." placeholder:"T"`
	Param    map[string]string `help:"A parameter of the named schedule: a number, or a formula of T and the constants." mapsep:"none" placeholder:"NAME=VALUE"`
	ID       []string          `name:"id" help:"Only these bounds." placeholder:"ID"`
	JSON     bool              `name:"json" help:"Print JSON."`
	constants
}

// maxHorizon keeps an evaluation within minutes.
const maxHorizon = 100_000_000

func (c *boundCommand) Run(con *console) error {
	theorems, err := lookupBounds(c.ID)
	if err != nil {
		return err
	}
	if err := c.constants.validate(); err != nil {
		return err
	}
	horizon, err := c.horizon()
	if err != nil {
		return err
	}
	steps, label, err := c.steps(horizon)
	if err != nil {
		return err
	}
	if err := schedule.Check(steps, horizon); err != nil {
		return badUsage("%s: %w", label, err)
	}
	p := promises{Schedule: label, Horizon: horizon, Constants: c.constants.given()}
	in := c.constants.input(steps, horizon)
	for _, th := range theorems {
		if con.ctx.Err() != nil {
			return errInterrupted
		}
		p.Bounds = append(p.Bounds, promise{bound.Evaluate(th, in), th.TermNames})
	}
	if c.JSON {
		return printJSON(con.out, p)
	}
	return p.print(con.out)
}

// horizon is T as given, or the number of steps given.
func (c *boundCommand) horizon() (int, error) {
	if (c.Schedule == "") == (len(c.Steps) == 0) {
		return 0, badUsage("give either --schedule or --steps")
	}
	horizon := int(c.Horizon)
	if horizon == 0 {
		horizon = len(c.Steps)
	}
	switch {
	case horizon == 0:
		return 0, badUsage("give --horizon, the number T of evaluated points")
	case c.Schedule == "" && horizon > len(c.Steps):
		return 0, badUsage("--steps lists %d steps, fewer than the horizon %d: a run of T points has steps eta_1, ..., eta_T (eta_T never moves theta_T, but enters regret and average bounds)",
			len(c.Steps), horizon)
	case horizon > maxHorizon:
		return 0, badUsage("--horizon %d is above %d, the most steps that this command evaluates", horizon, maxHorizon)
	}
	return horizon, nil
}

// promises is what the theorems promise for one schedule, as JSON.
type promises struct {
	Schedule  string                  `json:"schedule"`
	Horizon   int                     `json:"horizon"`
	Constants map[string]bound.Number `json:"constants"`
	Bounds    []promise               `json:"bounds"`
}

// promise is one theorem at T.
type promise struct {
	bound.Result
	TermNames []string `json:"term_names"`
}
