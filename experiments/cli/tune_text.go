package cli

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"regret/optim/bound"
)

// print writes an optimum for people; a family's curve is in the JSON alone.
func (t *tuned) print(w io.Writer) error {
	promises{Schedule: t.Schedule, Horizon: t.Horizon, Constants: t.Constants}.printQuestion(w)
	fmt.Fprintf(w, "bound      %s (%s): %s\n", t.ID, t.Ref, quantityName(t.Quantity, t.Average))
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table)
	if f := t.Family; f != nil {
		fmt.Fprintf(table, "best %s\t%s\tof [%v, %v]\n", f.Param, digits(f.Best), f.Lo, f.Hi)
	} else {
		fmt.Fprintf(table, "value as given\t%s\n", digits(t.Given))
	}
	fmt.Fprintf(table, "best factor on eta\t%s\nvalue there\t%s\nvalue/minimax\t%s\n",
		digits(t.BestScale), digits(t.BestValue), digits(t.RatioToMinimax))
	if err := table.Flush(); err != nil {
		return err
	}
	if t.Family != nil && t.Family.Note != "" {
		fmt.Fprintf(w, "\n%s\n", t.Family.Note)
	}
	return nil
}

// print writes the end of a descent for people; the steps are in the JSON.
func (d descended) print(w io.Writer, base string) error {
	fmt.Fprintf(w, "bound      %s\nhorizon    T = %d\nconstants  %s\n\n", d.ID, d.Horizon, promises{Constants: d.Constants}.constants())
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, line := range []struct {
		name  string
		value bound.Number
	}{
		{"value of constant steps R/(G sqrt T)", d.Start},
		{"best value", d.Value},
		{"RG/sqrt T", d.Minimax},
		{"value/minimax", d.RatioToMinimax},
		{"iterations", bound.Number(d.Iterations)},
	} {
		fmt.Fprintf(table, "%s\t%s\n", line.name, digits(line.value))
	}
	fmt.Fprintf(table, "distance to linear decay\t%.2g of its first step\n", float64(d.Distance))
	if err := table.Flush(); err != nil {
		return err
	}
	if base != "" {
		fmt.Fprintf(w, "\nwrote %s.svg, %s.pdf, %s.png\n", base, base, base)
	}
	return nil
}

// joined lists flags.
func joined(flags []string) string { return strings.Join(flags, ", ") }
