package cli

import (
	"math"

	"regret/optim/bound"
	"regret/optim/tune"
)

// tuneCommand finds the best of many schedules for one bound.
type tuneCommand struct {
	question
	ID     string `name:"id" help:"The bound to make small." placeholder:"ID"`
	Family string `help:"Find the best value of a parameter of the named schedule, each value at its own best scale; the ends are numbers or formulas of T and the constants." placeholder:"NAME=LO:HI"`
	Best   string `help:"Find the best schedule of all by descent on this bound, last-exact or last-omega, from constant steps." placeholder:"ID"`
	Figure string `help:"With --best: draw the schedules on the way down to BASE.svg, BASE.pdf and BASE.png." placeholder:"BASE"`
	JSON   bool   `name:"json" help:"Print JSON: the curve of a family, the steps of the best schedule."`
}

func (c *tuneCommand) Run(con *console) error {
	switch {
	case c.Best != "" && (c.ID != "" || c.Family != "" || c.Schedule != "" || len(c.Steps) > 0 || len(c.Param) > 0 || c.GradientNorms != ""):
		return badUsage("--best looks among all schedules: give it --horizon, --R and --G alone")
	case c.Best != "":
		return c.descend(con)
	case c.Figure != "":
		return badUsage("--figure draws the descent of --best")
	case c.ID == "":
		return badUsage("give --id, the bound to make small, or --best, to look among all schedules")
	case c.Family != "" && c.Schedule == "":
		return badUsage("--family varies a parameter of a named schedule: give --schedule NAME")
	}
	theorems, err := lookupBounds([]string{c.ID})
	if err != nil {
		return err
	}
	var fam *family
	if c.Family != "" {
		if fam, err = c.readFamily(); err != nil {
			return err
		}
	}
	a, err := c.question.read(theorems)
	if err != nil {
		return err
	}
	t := newTuned(theorems[0], a)
	t.Constants = c.constants.given()
	if err := t.search(con, c, fam, a); err != nil {
		return err
	}
	if c.JSON {
		return printJSON(con.out, t)
	}
	return t.print(con.out)
}

// tuned is the best scale of a schedule, or the best member of a family, as JSON.
type tuned struct {
	Schedule       string                  `json:"schedule"`
	Horizon        int                     `json:"horizon"`
	Constants      map[string]bound.Number `json:"constants"`
	ID             string                  `json:"id"`
	Ref            string                  `json:"ref"`
	Method         string                  `json:"method"`
	Quantity       string                  `json:"quantity"`
	Average        string                  `json:"average,omitempty"`
	Given          bound.Number            `json:"value"` // of the schedule as given
	BestScale      bound.Number            `json:"best_scale"`
	BestValue      bound.Number            `json:"best_value"`
	RatioToMinimax bound.Number            `json:"ratio_to_minimax"` // of the best value
	Family         *tunedFamily            `json:"family,omitempty"`
}

// newTuned holds what is known before the search.
func newTuned(th *bound.Theorem, a *asked) *tuned {
	in := a.on(th)
	row := th.RowsOn(in)[0]
	return &tuned{
		Schedule: a.label, Horizon: in.Horizon, ID: th.ID, Ref: th.Ref, Method: methodOf(th),
		Quantity: row.Quantity, Average: row.Average, Given: bound.Number(math.NaN()),
	}
}

// search fills in the optimum.
func (t *tuned) search(con *console, c *tuneCommand, fam *family, a *asked) error {
	th, _ := bound.Lookup(c.ID)
	in := a.on(th)
	var failure error
	err := con.interruptible(func() {
		if failure = affordable(th, in, fam); failure != nil {
			return
		}
		if fam != nil {
			failure = t.tuneFamily(th, in, c, fam)
			return
		}
		t.Given = bound.Evaluate(th, in).Value
		var scale, value float64
		if scale, value, failure = tune.Scale(th, in); failure == nil {
			t.set(th, in, scale, value)
		}
	})
	switch {
	case err != nil:
		return err
	case failure != nil && len(missing(th, in)) > 0:
		return badUsage("%w\n  give %s", failure, joined(missing(th, in)))
	case failure != nil:
		return badUsage("%w", failure)
	}
	return nil
}

func (t *tuned) set(th *bound.Theorem, in bound.Input, scale, value float64) {
	t.BestScale, t.BestValue, t.RatioToMinimax = bound.Number(scale), bound.Number(value), bound.Number(math.NaN())
	if th.Minimax != nil {
		t.RatioToMinimax = bound.Number(value / th.Minimax(in))
	}
}

// How many sweeps over the steps a search makes, about, and how many steps all
// sweeps may visit: a minute's worth.
const (
	sweepsOfScale  = 200
	sweepsOfFamily = 170
	maxVisits      = 1_000_000_000
)

// affordable refuses a search that would take hours.
func affordable(th *bound.Theorem, in bound.Input, fam *family) error {
	sweeps := 1
	if in.Horizon > maxVisits/(sweepsOfScale*sweepsOfFamily) {
		if _, _, closed := tune.ClosedForm(th, in); !closed {
			sweeps = sweepsOfScale
		}
	}
	if fam != nil {
		sweeps *= sweepsOfFamily
	}
	if sweeps > 1 && in.Horizon > maxVisits/sweeps {
		return badUsage("the search sweeps about %d times over the steps of T = %d points: give --horizon %d or less",
			sweeps, in.Horizon, maxVisits/sweeps)
	}
	return nil
}
