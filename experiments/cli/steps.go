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
func (q *question) steps(given map[string]string, horizon int) (steps schedule.Schedule, label string, err error) {
	if q.Schedule == "" {
		return schedule.Table{Steps: q.Steps}, fmt.Sprintf("the %d steps given", len(q.Steps)), nil
	}
	if entry, named := catalogue.Lookup("schedules", q.Schedule); named {
		return q.namedSchedule(entry, given, horizon)
	}
	steps, err = q.formula("--schedule", q.Schedule)
	return steps, "eta_t = " + q.Schedule, err
}

// nameLike matches texts that were meant as a name rather than a formula.
var nameLike = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)

// formula reads a formula of t, T and the constants given.
func (q *question) formula(flag, text string) (schedule.Schedule, error) {
	f, err := formula.Parse(text, append([]string{"t", "T"}, constantNames...))
	if err != nil && flag == "--schedule" && nameLike.MatchString(text) {
		return nil, badUsage("%q is neither a schedule nor a formula%s", text, catalogue.DidYouMean(text, catalogue.Kinds("schedules")))
	}
	if err != nil {
		return nil, badFormula(flag, text, err)
	}
	env, err := q.environment(f, flag)
	if err != nil {
		return nil, err
	}
	return schedule.NewFormula(f, env)
}

// environment returns the constants that a formula may use, or an error that
// names the flag of one that it uses and that is not given.
func (q *question) environment(f *formula.Formula, flag string) (map[string]float64, error) {
	env := map[string]float64{}
	for name, x := range q.given() {
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
