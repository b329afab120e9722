package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"regret/experiments/analysis"
	"regret/experiments/config"
	"regret/optim/bound"
	"regret/problems"
)

// summary is what notes and page say of a result.
type summary struct {
	Plan     *config.Plan
	Title    string
	Problems []problemSummary
	Given    string // constants in place of problems
	Bounds   []*boundSummary
	Claims   []analysis.Claim
	Figures  []embedded // of the page
	Config   string
}

// problemSummary is one problem with the constants that the run used.
type problemSummary struct {
	Name, Formula string
	Online        bool
	Certified     bool
	Value, Gap    string // of the comparator: F(u) and the certificate
	Certificate   string
	Constants     []constantSummary
	BuiltFor      string // the case of these numbers, where they differ between cases
}

type constantSummary struct{ Name, Value, Provenance, Formula string }

// boundSummary is one theorem with what came of it in every case.
type boundSummary struct {
	*bound.Theorem
	Judged   []judgedSummary
	Promised []promisedSummary
	Refused  []refusedSummary
}

// judgedSummary is a bound at the horizon of one case, with its terms as numbers.
type judgedSummary struct {
	Case                *config.Case
	Quantity, Mode      string
	Terms               []string
	PlusComparator      bool
	Value, Measured     string
	Ratio, Verdict, Why string
}

type refusedSummary struct {
	Case *config.Case
	Why  string
}

func summarize(r *analysis.Result) *summary {
	s := &summary{Plan: r.Plan, Title: r.Plan.Title, Claims: r.Claims, Config: string(r.Plan.Resolved)}
	if s.Title == "" {
		s.Title = r.Plan.Name
	}
	first := map[string]*config.Case{}
	for i := range r.Plan.Cases {
		c := &r.Plan.Cases[i]
		if !r.Plan.Runs() {
			s.Given = givenConstants(c.Instance)
			break
		}
		switch shown := first[c.ProblemLabel()]; {
		case shown == nil:
			first[c.ProblemLabel()] = c
			s.Problems = append(s.Problems, summarizeProblem(c.ProblemLabel(), c.Instance))
		case shown.Sampling.Law == nil && shown.Instance != c.Instance:
			s.builtFor(shown)
		}
	}
	s.Bounds = summarizeBounds(r)
	return s
}

// builtFor notes of which case the numbers of a problem are that differs between
// schedules or horizons.
func (s *summary) builtFor(c *config.Case) {
	for i := range s.Problems {
		if s.Problems[i].Name == c.ProblemLabel() {
			s.Problems[i].BuiltFor = fmt.Sprintf("%s, T = %d", c.Schedule, c.Horizon)
		}
	}
}

func summarizeProblem(name string, p *problems.Problem) problemSummary {
	s := problemSummary{
		Name: name, Formula: p.Formula, Online: p.Online, Certified: !math.IsNaN(p.Optimum.Gap),
		Value: digits(p.Optimum.Value), Gap: digits(p.Optimum.Gap), Certificate: p.Optimum.Method,
	}
	for _, c := range Constants(p.Constants) {
		s.Constants = append(s.Constants, constantSummary{c.Name, digits(c.Value), string(c.Provenance), c.Formula})
	}
	return s
}

// summarizeBounds gathers the judged rows and the promises by theorem, in the
// result's order.
func summarizeBounds(r *analysis.Result) []*boundSummary {
	var all []*boundSummary
	of := func(th *bound.Theorem) *boundSummary {
		for _, s := range all {
			if s.Theorem == th {
				return s
			}
		}
		s := &boundSummary{Theorem: th}
		all = append(all, s)
		return s
	}
	for i := range r.Bounds {
		b := &r.Bounds[i]
		s := of(b.Theorem)
		if b.Verdict == analysis.NotApplicable {
			s.refuse(b.Case, b.Why)
			continue
		}
		s.Judged = append(s.Judged, summarizeJudged(r, b))
	}
	for _, p := range r.Promises {
		s := of(p.Theorem)
		if p.Verdict == analysis.NotApplicable {
			s.refuse(p.Case, p.Why)
			continue
		}
		s.Promised = append(s.Promised, summarizePromise(p))
	}
	return all
}

// refuse notes a case once, whatever the number of rows.
func (s *boundSummary) refuse(c *config.Case, why string) {
	if n := len(s.Refused); n == 0 || s.Refused[n-1] != (refusedSummary{c, why}) {
		s.Refused = append(s.Refused, refusedSummary{c, why})
	}
}

func summarizeJudged(r *analysis.Result, b *analysis.Bound) judgedSummary {
	end := len(b.T) - 1
	s := judgedSummary{
		Case: b.Case, Quantity: b.Row.Name(), Mode: string(b.Row.Mode), PlusComparator: b.Row.PlusComparator,
		Value: digits(b.Value[end]), Ratio: digits(b.WorstRatio), Verdict: string(b.Verdict), Why: b.Why,
	}
	for _, term := range b.Terms[end] {
		s.Terms = append(s.Terms, digits(term))
	}
	if c := r.Curve(b.Case, b.Row.Quantity, b.Row.Average); c != nil {
		s.Measured = digits(c.Stats[len(c.Stats)-1].Mean)
	}
	return s
}

// Sum writes the bound as its terms: "0.1 + 0.2 = 0.3".
func (s judgedSummary) Sum() string {
	text := strings.Join(s.Terms, " + ")
	if s.PlusComparator {
		text += " + comparator"
	}
	return text + " = " + s.Value
}

// digits is a number for people.
func digits(x float64) string {
	switch {
	case math.IsNaN(x):
		return "undefined"
	case math.IsInf(x, 0):
		return map[bool]string{true: "infinite", false: "-infinite"}[x > 0]
	}
	return strconv.FormatFloat(x, 'g', 6, 64)
}

func (s *summary) theorems() []*bound.Theorem {
	all := make([]*bound.Theorem, len(s.Bounds))
	for i, b := range s.Bounds {
		all[i] = b.Theorem
	}
	return all
}
