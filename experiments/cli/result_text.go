package cli

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"regret/experiments/analysis"
	"regret/experiments/report"
)

// printResult writes the verdicts on bounds and claims; what failed only, if
// quiet.
func printResult(w io.Writer, r *analysis.Result, dir string, quiet bool) error {
	if !quiet || r.Failed() {
		fmt.Fprintln(w, r.Plan.Name)
	}
	if err := printVerdicts(w, r, quiet); err != nil {
		return err
	}
	if !quiet {
		printRefusals(w, r)
		if err := printPromises(w, r); err != nil {
			return err
		}
	}
	printClaims(w, r, quiet)
	if !quiet {
		fmt.Fprintf(w, "  results in %s\n", dir)
	}
	return nil
}

// printVerdicts writes one line for each problem, method, schedule and bound: the
// gravest verdict over horizons and quantities, and the worst ratio.
func printVerdicts(w io.Writer, r *analysis.Result, quiet bool) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for i, l := range verdictLines(r, quiet) {
		if i == 0 {
			fmt.Fprintln(table, "  problem\tmethod\tschedule\tbound\tverdict\tworst measured/bound")
		}
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\t%s\t%s", l.of.Case.Problem, l.of.Case.Method, l.of.Case.ScheduleLabel(), l.of.Theorem.ID, l.of.Verdict, ratio(l.worst))
		if !math.IsNaN(l.worst.WorstRatio) {
			fmt.Fprintf(table, " (%s, T = %d)", l.worst.Row.Name(), l.worst.Case.Horizon)
		}
		if l.of.Why != "" {
			fmt.Fprintf(table, "; %s", l.of.Why)
		}
		if u := l.undecided; u != nil && u != l.of {
			fmt.Fprintf(table, "; undecided for %s: %s", u.Row.Name(), u.Why)
		}
		fmt.Fprintln(table)
	}
	return table.Flush()
}

// verdictLine is what came of one bound for one problem, method and schedule.
type verdictLine struct {
	of        *analysis.Bound // with the gravest verdict
	worst     *analysis.Bound // with the worst ratio
	undecided *analysis.Bound // the first that needs more seeds, if any
}

// gravity orders verdicts; what is decided comes before what is not.
var gravity = []analysis.Verdict{analysis.Undecided, analysis.Holds, analysis.Vacuous, analysis.Heuristic, analysis.Violated}

func verdictLines(r *analysis.Result, quiet bool) []*verdictLine {
	type subject struct{ problem, method, schedule, theorem string }
	var lines []*verdictLine
	found := map[subject]*verdictLine{}
	for i := range r.Bounds {
		b := &r.Bounds[i]
		if b.Verdict == analysis.NotApplicable || quiet && b.Verdict != analysis.Violated {
			continue
		}
		key := subject{b.Case.Problem, b.Case.Method, b.Case.ScheduleLabel(), b.Theorem.ID}
		l := found[key]
		if l == nil {
			l = &verdictLine{of: b, worst: b}
			found[key] = l
			lines = append(lines, l)
		}
		if slices.Index(gravity, b.Verdict) > slices.Index(gravity, l.of.Verdict) {
			l.of = b
		}
		if tells(b, l.worst) {
			l.worst = b
		}
		if b.Verdict == analysis.Undecided && l.undecided == nil {
			l.undecided = b
		}
	}
	return lines
}

// tells says whether a ratio tells more than another: it is worse, it is decided,
// and the comparator's loss does not stand on both sides of it.
func tells(b, than *analysis.Bound) bool {
	if b.Verdict != than.Verdict && (b.Verdict == analysis.Undecided || than.Verdict == analysis.Undecided) {
		return than.Verdict == analysis.Undecided
	}
	if b.Row.PlusComparator != than.Row.PlusComparator {
		return than.Row.PlusComparator
	}
	return math.IsNaN(than.WorstRatio) || b.WorstRatio > than.WorstRatio
}

func ratio(b *analysis.Bound) string {
	if math.IsNaN(b.WorstRatio) {
		return "-"
	}
	return strconv.FormatFloat(b.WorstRatio, 'g', 4, 64)
}

// printRefusals says which bounds do not apply to what, and why; of those that
// nobody asked for, how many.
func printRefusals(w io.Writer, r *analysis.Result) {
	if len(r.Plan.Bounds) == 0 {
		refused := map[string]bool{}
		for _, b := range r.Bounds {
			if b.Verdict == analysis.NotApplicable {
				refused[b.Theorem.ID] = true
			}
		}
		if len(refused) > 0 {
			fmt.Fprintf(w, "  %d more bounds do not apply to one schedule or another: summary.csv says why\n", len(refused))
		}
		return
	}
	bounds := make([]*analysis.Bound, len(r.Bounds))
	for i := range r.Bounds {
		bounds[i] = &r.Bounds[i]
	}
	for _, remark := range report.Remarks(bounds) {
		if remark.Verdict == analysis.NotApplicable {
			fmt.Fprintf(w, "  %s (%s)\n", remark, strings.Join(remark.Problems, ", "))
		}
	}
}

func printClaims(w io.Writer, r *analysis.Result, quiet bool) {
	for _, c := range r.Claims {
		if quiet && c.Passed {
			continue
		}
		fmt.Fprintf(w, "  %s  %s\n        %s\n", report.Word(c.Verdict()), c.Text, c.Detail)
		for _, skipped := range c.Skipped {
			fmt.Fprintf(w, "        skipped %s\n", skipped)
		}
	}
}
