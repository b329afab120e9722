package analysis

import (
	"bytes"
	"encoding/csv"
	"math"
	"path/filepath"
	"strconv"
	"strings"

	"regret/experiments/config"
	"regret/experiments/store"
)

// WriteTables writes curves.csv, bounds.csv and summary.csv to dir.
func WriteTables(dir string, r *Result) error {
	for name, rows := range map[string][][]string{
		"curves.csv":  curveRows(r),
		"bounds.csv":  boundRows(r),
		"summary.csv": summaryRows(r),
	} {
		var text bytes.Buffer
		if err := csv.NewWriter(&text).WriteAll(rows); err != nil {
			return err
		}
		if err := store.WriteFile(filepath.Join(dir, name), text.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

func curveRows(r *Result) [][]string {
	rows := [][]string{{"problem", "method", "schedule", "sampling", "horizon", "average", "quantity", "t",
		"count", "mean", "sd", "median", "min", "max", "q05", "q25", "q75", "q95"}}
	for i := range r.Curves {
		c := &r.Curves[i]
		for k, s := range c.Stats {
			row := append(caseCells(c.Case), c.Average, c.Quantity, strconv.Itoa(c.T[k]), strconv.Itoa(s.Count))
			rows = append(rows, append(row, cells(s.Mean, s.SD, s.Median, s.Min, s.Max, s.Q05, s.Q25, s.Q75, s.Q95)...))
		}
	}
	return rows
}

func boundRows(r *Result) [][]string {
	rows := [][]string{{"problem", "method", "schedule", "sampling", "horizon", "bound", "quantity", "average", "t",
		"value", "kind", "mode", "applies", "why", "worst_ratio", "steps", "scale"}}
	for i := range r.Bounds {
		b := &r.Bounds[i]
		row := func(t, value, ratio string) []string {
			applies := strconv.FormatBool(b.Verdict != NotApplicable)
			return append(caseCells(b.Case), b.Theorem.ID, b.Row.Quantity, b.Row.Average, t,
				value, string(b.Kind), string(b.Row.Mode), applies, b.Why, ratio, config.Given, "1")
		}
		for k, t := range b.T {
			if b.Value != nil {
				rows = append(rows, row(strconv.Itoa(t), cell(b.Value[k]), cell(b.Ratio[k])))
			}
		}
		if b.Value == nil {
			rows = append(rows, row("", "", ""))
		}
	}
	for _, p := range r.Promises {
		rows = append(rows, promiseRows(p)...)
	}
	return rows
}

// promiseRows are the rows of a bound without a run: nothing was measured.
func promiseRows(p *Promise) [][]string {
	row := func(t, value, scale string) []string {
		return append(caseCells(p.Case), p.Theorem.ID, p.Row.Quantity, p.Row.Average, t,
			value, string(p.Kind), string(p.Row.Mode), strconv.FormatBool(p.Verdict != NotApplicable), p.Why, "", p.Of, scale)
	}
	if p.Value == nil {
		return [][]string{row("", "", "")}
	}
	var rows [][]string
	for k, t := range p.T {
		rows = append(rows, row(strconv.Itoa(t), cell(p.Value[k]), cell(p.Scale)))
	}
	return rows
}

func summaryRows(r *Result) [][]string {
	rows := [][]string{{"entry", "problem", "method", "schedule", "sampling", "horizon", "quantity", "average",
		"bound", "final_mean", "final_bound", "worst_ratio", "verdict", "why"}}
	for i := range r.Bounds {
		b := &r.Bounds[i]
		measured, value := "", ""
		if b.Value != nil {
			measured, value = cell(r.finalMean(b)), cell(b.Final())
		}
		row := append([]string{"bound"}, caseCells(b.Case)...)
		rows = append(rows, append(row, b.Row.Quantity, b.Row.Average, b.Theorem.ID,
			measured, value, cell(b.WorstRatio), string(b.Verdict), b.Why))
	}
	for _, p := range r.Promises {
		value := ""
		if p.Value != nil {
			value = cell(p.End())
		}
		row := append([]string{"promise"}, caseCells(p.Case)...)
		rows = append(rows, append(row, p.Row.Quantity, p.Row.Average, p.Theorem.ID, "", value, "", string(p.Verdict), p.Why))
	}
	for i := range r.Claims {
		rows = append(rows, claimRows(&r.Claims[i])...)
	}
	return rows
}

// claimRows is one row for the claim and one for each of its findings.
func claimRows(c *Claim) [][]string {
	words := map[Verdict]string{Holds: "holds", Violated: "fails", Undecided: "undecided"}
	limit := map[string]string{"below": string(c.Below), "above": string(c.Above)}
	why := strings.Join(append([]string{c.Text + ": " + c.Detail}, c.Skipped...), "; skipped ")
	rows := [][]string{{"claim", c.Problem, c.Method, c.Schedule, c.Sampling, "", c.Quantity, c.Average,
		strings.Trim(limit["below"]+", "+limit["above"], ", "), "", "", "", words[c.Verdict()], why}}
	for _, f := range c.Findings {
		first := f.Cases[0]
		schedule, horizon, measured, against := first.Schedule, strconv.Itoa(first.Horizon), "", ""
		if len(c.Order) > 0 {
			schedule = ""
		}
		if len(f.Cases) > 1 && f.Cases[0].Horizon != f.Cases[1].Horizon {
			horizon = ""
		}
		if !math.IsNaN(f.Limit) {
			measured, against = cell(f.Measured), cell(f.Limit)
		}
		rows = append(rows, []string{"finding", first.Problem, first.Method, schedule, first.Sampling.Name, horizon, c.Quantity, f.Average,
			limit[f.Side], measured, against, "", words[f.Verdict], f.Text})
	}
	return rows
}

// Final is the bound at T. It must have a value.
func (b *Bound) Final() float64 { return b.Value[len(b.Value)-1] }

// finalMean is the measured mean at T beside a bound.
func (r *Result) finalMean(b *Bound) float64 {
	c := r.Curve(b.Case, b.Row.Quantity, b.Row.Average)
	return c.Stats[len(c.Stats)-1].Mean
}

// Curve returns the curve of a case, or nil.
func (r *Result) Curve(c *config.Case, quantity, average string) *Curve {
	for i := range r.Curves {
		if k := &r.Curves[i]; k.Case == c && k.Quantity == quantity && k.Average == average {
			return k
		}
	}
	return nil
}

func caseCells(c *config.Case) []string {
	return []string{c.Problem, c.Method, c.Schedule, c.Sampling.Name, strconv.Itoa(c.Horizon)}
}

func cells(values ...float64) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = cell(v)
	}
	return out
}

// cell writes a number in the shortest form that reads back exactly.
func cell(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
