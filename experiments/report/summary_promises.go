package report

import (
	"strings"

	"regret/experiments/analysis"
	"regret/experiments/config"
	"regret/problems"
)

// promisedSummary is a bound at the horizon of one case that was not run.
type promisedSummary struct {
	Case           *config.Case
	Quantity, Kind string
	Steps          string // "as given", "times 0.5"
	Terms          []string
	Value, Verdict string
}

func summarizePromise(p *analysis.Promise) promisedSummary {
	s := promisedSummary{
		Case: p.Case, Quantity: p.Row.Name(), Kind: kindTexts[p.Kind],
		Steps: p.Steps(), Value: digits(p.End()), Verdict: string(p.Verdict),
	}
	for _, term := range p.Terms[len(p.Terms)-1] {
		s.Terms = append(s.Terms, digits(term))
	}
	return s
}

// Of names the case: its problem, if there is one, and schedule.
func (s promisedSummary) Of() string { return caseName(s.Case) }

// Of names the case: its problem and method, if it has a problem, and schedule.
func (s refusedSummary) Of() string {
	if s.Case.Problem == "" {
		return s.Case.ScheduleLabel()
	}
	return s.Case.Label()
}

func caseName(c *config.Case) string {
	if c.Problem == "" {
		return c.ScheduleLabel()
	}
	return c.Problem + ", " + c.ScheduleLabel()
}

// Sum writes the bound as its terms: "0.1 + 0.2 = 0.3".
func (s promisedSummary) Sum() string { return strings.Join(s.Terms, " + ") + " = " + s.Value }

// givenConstants lists the constants of a file without problems: "G = 1, R = 1".
func givenConstants(p *problems.Problem) string {
	var texts []string
	for _, c := range Constants(p.Constants) {
		texts = append(texts, c.Name+" = "+digits(c.Value))
	}
	return strings.Join(texts, ", ")
}
