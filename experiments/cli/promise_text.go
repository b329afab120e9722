package cli

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"regret/experiments/analysis"
	"regret/optim/bound"
)

// printPromises writes the bounds that figures show without a run, at the longest
// horizon of each schedule.
func printPromises(w io.Writer, r *analysis.Result) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for i, p := range longest(r.Promises) {
		if i == 0 {
			fmt.Fprintln(table, "  without a run\tT\tbound\tsteps\tvalue")
		}
		of := strings.TrimPrefix(p.Case.Problem+", "+p.Case.Schedule, ", ")
		fmt.Fprintf(table, "  %s\t%d\t%s\t%s\t%s\n", of, p.Case.Horizon, p.Theorem.ID, p.Steps(), promised(p))
	}
	return table.Flush()
}

// longest leaves one promise for each problem, schedule, theorem and choice of
// steps.
func longest(promises []*analysis.Promise) []*analysis.Promise {
	type subject struct{ problem, schedule, theorem, of string }
	at := map[subject]int{}
	var out []*analysis.Promise
	for _, p := range promises {
		s := subject{p.Case.Problem, p.Case.Schedule, p.Theorem.ID, p.Of}
		i, seen := at[s]
		switch {
		case !seen:
			at[s] = len(out)
			out = append(out, p)
		case p.Case.Horizon > out[i].Case.Horizon:
			out[i] = p
		}
	}
	return out
}

// promised is the value, or what there is to say instead.
func promised(p *analysis.Promise) string {
	switch p.Verdict {
	case analysis.Promised:
		return digits(bound.Number(p.End()))
	case analysis.Vacuous:
		return "infinite (vacuous)"
	case analysis.Heuristic:
		return digits(bound.Number(p.End())) + " (heuristic)"
	}
	return "not applicable: " + p.Why
}
