package cli

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
)

// printTerms writes one theorem with its numbers: the terms, their sum, and what is
// known of the best.
func (p *promises) printTerms(w io.Writer) error {
	fmt.Fprintln(w)
	p.printQuestion(w)
	b := p.Bounds[0]
	if !b.Applies {
		section(w, "not applicable", strings.ReplaceAll(b.Why, "; ", "\n"))
		if b.Missing != nil {
			section(w, "give", strings.Join(b.Missing, "\n"))
		}
		return nil
	}
	fmt.Fprintf(w, "\n%s, %s\n", quantityName(b.Quantity, b.Average), kindTexts[b.Kind])
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for i, term := range b.Terms {
		fmt.Fprintf(table, "  %s\t%s\n", b.TermNames[i], digits(term))
	}
	fmt.Fprintf(table, "  sum\t%s\n", digits(b.Value))
	if digits(b.RatioToMinimax) != "-" {
		fmt.Fprintf(table, "  sum/minimax\t%s\n", digits(b.RatioToMinimax))
	}
	if digits(b.BestValue) != "-" {
		fmt.Fprintf(table, "  best factor on eta\t%s\n  value there\t%s\n", digits(b.BestScale), digits(b.BestValue))
	}
	return table.Flush()
}
