package cli

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"regret/experiments/catalogue"
	"regret/optim/schedule"
	"regret/optim/schedule/formula"
)

// steps finds what --schedule or --steps mean, and what to call it.
func (c *boundCommand) steps(horizon int) (steps schedule.Schedule, label string, err error) {
	entry, named := catalogue.Lookup("schedules", c.Schedule)
	if len(c.Param) > 0 && !named {
		return nil, "", badUsage("--param sets a parameter of a named schedule; names: %s", strings.Join(catalogue.Kinds("schedules"), " "))
	}
	switch {
	case c.Schedule == "":
		return schedule.Table{Steps: c.Steps}, fmt.Sprintf("the %d steps given", len(c.Steps)), nil
	case named:
		return c.namedSchedule(entry, horizon)
	}
	steps, err = c.formula()
	return steps, "eta_t = " + c.Schedule, err
}

// nameLike matches texts that were meant as a name rather than a formula.
var nameLike = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)

// formula reads --schedule as a formula of t, T and the constants given.
func (c *boundCommand) formula() (schedule.Schedule, error) {
	f, err := formula.Parse(c.Schedule, append([]string{"t", "T"}, constantNames...))
	if err != nil && nameLike.MatchString(c.Schedule) {
		return nil, badUsage("%q is neither a schedule nor a formula%s", c.Schedule, catalogue.DidYouMean(c.Schedule, catalogue.Kinds("schedules")))
	}
	if err != nil {
		return nil, badFormula("--schedule", c.Schedule, err)
	}
	env, err := c.environment(f, "--schedule")
	if err != nil {
		return nil, err
	}
	return schedule.NewFormula(f, env)
}

// environment returns the constants that a formula may use, or an error that
// names the flag of one that it uses and that is not given.
func (c *boundCommand) environment(f *formula.Formula, flag string) (map[string]float64, error) {
	env := map[string]float64{}
	for name, x := range c.given() {
		env[name] = float64(x)
	}
	for _, name := range f.Names() {
		if _, ok := env[name]; !ok && name != "t" && name != "T" {
			return nil, badUsage("%s uses %s, which is not given: add --%s", flag, name, name)
		}
	}
	return env, nil
}

// badFormula shows where a formula is wrong.
func badFormula(flag, text string, err error) error {
	var located *formula.Error
	if !errors.As(err, &located) {
		return badUsage("%s: %w", flag, err)
	}
	return badUsage("%s: %w\n  %s\n  %s^", flag, err, text, strings.Repeat(" ", max(0, located.Column-1)))
}
