package cli

import (
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"regret/experiments/config"
	"regret/experiments/report"
	"regret/optim/bound"
	"regret/problems"
	"regret/problems/linear"
)

// shownProblem is a problem with all that is known of it in numbers.
type shownProblem struct {
	Name        string            `json:"name"`
	Formula     string            `json:"formula,omitempty"`
	BuiltFor    string            `json:"built_for,omitempty"` // of a worst instance: what it is made for
	Data        []string          `json:"data,omitempty"`      // what was done to features and targets
	Domain      string            `json:"domain,omitempty"`
	Constants   []shownConstant   `json:"constants"`
	Certificate *shownCertificate `json:"certificate,omitempty"`
}

type shownConstant struct {
	Name       string              `json:"name"`
	Value      bound.Number        `json:"value"`
	Provenance problems.Provenance `json:"provenance"`
	Formula    string              `json:"formula"`
}

// shownCertificate says what is proved of the minimum.
type shownCertificate struct {
	Value    bound.Number `json:"value"`    // F(u)
	Gap      bound.Number `json:"gap"`      // F(u) - F* <= Gap
	Relative bound.Number `json:"relative"` // Gap / max(|F(u)|, F(theta_1)-F(u))
	Norm     bound.Number `json:"norm"`     // |u|
	Method   string       `json:"method"`
	// MissedTarget is what Relative was to be at most, where it is more.
	MissedTarget bound.Number `json:"missed_target,omitempty"`
}

// isProblem tells a problem in YAML, or a file with problems, from a name.
func isProblem(argument string) bool {
	return strings.HasPrefix(strings.TrimSpace(argument), "{") || isConfiguration(argument)
}

func isConfiguration(argument string) bool {
	ending := filepath.Ext(argument)
	return ending == ".yaml" || ending == ".yml"
}

// showProblems prints the problem of a YAML mapping, or all those of a file.
func (c *showCommand) showProblems(con *console) error {
	if !c.question.empty() {
		return badUsage("a problem takes no schedule and no constants: only a bound does")
	}
	found, err := con.problems(c.ID)
	if err != nil {
		return err
	}
	all := make([]shownProblem, len(found))
	for i, p := range found {
		all[i] = describeProblem(p)
	}
	if c.JSON {
		return printJSON(con.out, all)
	}
	for i, p := range all {
		if i > 0 {
			fmt.Fprintln(con.out)
		}
		if err := p.print(con.out); err != nil {
			return err
		}
	}
	return nil
}

// problems builds the problem of a YAML mapping, or those of a file.
func (con *console) problems(argument string) ([]config.Problem, error) {
	if !isConfiguration(argument) {
		defer con.waitingFor("problem")()
		found, err := config.Problems(con.ctx, "problem", argument, config.Options{Optima: optima()})
		if con.ctx.Err() != nil {
			return nil, errInterrupted
		}
		return found, err
	}
	plan, err := con.loadPlan(argument, config.Options{Resolve: true})
	if err != nil {
		return nil, err
	}
	if !plan.Runs() {
		return nil, badUsage("%s gives constants in place of problems", argument)
	}
	var found []config.Problem
	seen := map[string]bool{}
	for _, c := range plan.Cases {
		if name := fullName(c); !seen[name] {
			seen[name] = true
			found = append(found, config.Problem{Name: name, Built: c.Instance, Constants: c.Instance.Constants})
		}
	}
	return found, nil
}

// fullName tells apart what a problem is at several horizons, if it is a sequence, and
// under several samplings: constants, and minimizers in hindsight, differ.
func fullName(c config.Case) string {
	name := c.Problem
	if c.Instance.Online {
		name += fmt.Sprintf(", T = %d", c.Horizon)
	}
	if c.Sampling.Label != "" {
		name += ", sampling " + c.Sampling.Label
	}
	return name
}

func describeProblem(p config.Problem) shownProblem {
	s := shownProblem{Name: p.Name}
	for _, c := range report.Constants(p.Constants) {
		s.Constants = append(s.Constants, shownConstant{c.Name, bound.Number(c.Value), c.Provenance, c.Formula})
	}
	if p.Built != nil {
		s.Formula, s.Data, s.Domain = p.Built.Formula, p.Built.Prepared, p.Built.Domain.String()
		s.Certificate = describeCertificate(p.Built)
		return s
	}
	unknown := bound.Number(math.NaN())
	s.Formula, s.BuiltFor = p.Kind.Formula, p.Kind.Doc
	s.Certificate = &shownCertificate{
		Value: unknown, Gap: unknown, Relative: unknown, Norm: unknown, Method: "construction, for the steps and the horizon of a run",
	}
	return s
}

func describeCertificate(p *problems.Problem) *shownCertificate {
	best := p.Optimum
	norm := bound.Number(math.Sqrt(linear.Dot(best.Theta, best.Theta)))
	unknown := bound.Number(math.NaN())
	if math.IsNaN(best.Gap) {
		return &shownCertificate{Value: unknown, Gap: unknown, Relative: unknown, Norm: norm, Method: best.Method}
	}
	shown := &shownCertificate{
		Value: bound.Number(best.Value), Gap: bound.Number(best.Gap), Relative: bound.Number(best.Relative()), Norm: norm, Method: best.Method,
	}
	if !best.Met() {
		shown.MissedTarget = bound.Number(best.Target)
	}
	return shown
}

func (s shownProblem) print(w io.Writer) error {
	fmt.Fprintln(w, s.Name)
	section(w, "formula", s.Formula)
	section(w, "built for each schedule and horizon", s.BuiltFor)
	section(w, "data", strings.Join(s.Data, "\n"))
	section(w, "domain", s.Domain)
	fmt.Fprintf(w, "\nconstants\n")
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, c := range s.Constants {
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", c.Name, digits(c.Value), c.Provenance, c.Formula)
	}
	if err := table.Flush(); err != nil || s.Certificate == nil {
		return err
	}
	return s.Certificate.print(w)
}

func (c *shownCertificate) print(w io.Writer) error {
	fmt.Fprintf(w, "\ncertificate\n")
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	if !math.IsNaN(float64(c.Value)) {
		fmt.Fprintf(table, "  F(u)\t%s\n", exactDigits(c.Value))
		fmt.Fprintf(table, "  F(u) - F* <=\t%s\n", digits(c.Gap))
		fmt.Fprintf(table, "  relative to max(|F*|, F(theta_1) - F*)\t%s\n", digits(c.Relative))
	}
	if c.MissedTarget != 0 {
		fmt.Fprintf(table, "  MISSED: wanted\t%s\n", digits(c.MissedTarget))
	}
	if !math.IsNaN(float64(c.Norm)) {
		fmt.Fprintf(table, "  |u|\t%s\n", digits(c.Norm))
	}
	fmt.Fprintf(table, "  by\t%s\n", c.Method)
	return table.Flush()
}
