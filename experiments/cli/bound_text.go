package cli

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"regret/optim/bound"
)

// print writes the promises as a table, and below it what does not apply.
func (p promises) print(w io.Writer) error {
	p.printQuestion(w)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	applies := 0
	for _, b := range p.Bounds {
		if !b.Applies {
			continue
		}
		if applies++; applies == 1 {
			fmt.Fprintf(table, "\nbound\tmethod\tquantity\tkind\tvalue\tvalue/minimax\tbest factor on eta\tvalue there\n")
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", b.ID, b.Method, quantityName(b.Quantity, b.Average), b.Kind,
			digits(b.Value), digits(b.RatioToMinimax), digits(b.BestScale), digits(b.BestValue))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if applies < len(p.Bounds) {
		fmt.Fprintf(w, "\nnot applicable\n")
	}
	for _, b := range p.Bounds {
		if b.Applies {
			continue
		}
		fmt.Fprintf(w, "  %s: %s\n", b.ID, b.Why)
		if p.selected && b.Missing != nil {
			fmt.Fprintf(w, "    give %s\n", joined(b.Missing))
		}
	}
	return nil
}

// printQuestion writes what was asked.
func (p promises) printQuestion(w io.Writer) {
	fmt.Fprintf(w, "schedule   %s\nhorizon    T = %d\n", p.Schedule, p.Horizon)
	if len(p.Constants) > 0 {
		fmt.Fprintf(w, "constants  %s\n", p.constants())
	}
	if len(p.params) > 0 {
		fmt.Fprintf(w, "parameters %s\n", strings.Join(p.params, " "))
	}
}

// constants are those that were given, in the order of the flags.
func (p promises) constants() string {
	var texts []string
	for _, name := range constantNames {
		if x, ok := p.Constants[name]; ok {
			texts = append(texts, fmt.Sprintf("%s=%v", name, float64(x)))
		}
	}
	return strings.Join(slices.Clip(texts), " ")
}

// quantityName is the name of the row that a result speaks of.
func quantityName(quantity, average string) string {
	return bound.Row{Quantity: quantity, Average: average}.Name()
}

// exactDigits writes a number with all its digits.
func exactDigits(x bound.Number) string { return strconv.FormatFloat(float64(x), 'g', -1, 64) }

// digits is x with seven digits; a number that does not exist is a dash.
func digits(x bound.Number) string {
	if math.IsNaN(float64(x)) {
		return "-"
	}
	return strconv.FormatFloat(float64(x), 'g', 7, 64)
}
