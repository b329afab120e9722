package cli

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"regret/optim/bound"
)

// print writes an entry for people.
func (s shown) print(w io.Writer) error {
	fmt.Fprintf(w, "%s (%s)\n", s.Kind, s.Group)
	if s.Doc != "" {
		fmt.Fprintf(w, "%s\n", s.Doc)
	}
	switch {
	case s.Filled != nil:
		section(w, s.Bound.heading(), s.Bound.Statement)
		return s.Filled.printTerms(w)
	case s.Bound != nil:
		s.Bound.print(w)
	case len(s.Variants) > 0:
		return s.printVariants(w)
	default:
		section(w, "formula", s.Formula)
		if err := printParams(w, s.Params); err != nil {
			return err
		}
		section(w, "source", s.Source)
		for _, th := range s.Theorems {
			th.print(w)
		}
	}
	section(w, "example", s.Example)
	return nil
}

// printVariants writes each under the words that choose it.
func (s shown) printVariants(w io.Writer) error {
	for _, v := range s.Variants {
		fmt.Fprintf(w, "\nof: %s\n  %s\n  formula: %s\n  source: %s\n", v.Kind, v.Doc, v.Formula, v.Source)
		if err := printRows(w, "    ", v.Params); err != nil {
			return err
		}
	}
	section(w, "example", s.Example)
	return nil
}

var kindTexts = map[bound.Kind]string{
	bound.Upper:    "an upper bound",
	bound.Lower:    "a lower bound",
	bound.ExactSup: "exact: the supremum over the class",
}

func (b *shownBound) heading() string {
	return fmt.Sprintf("statement (%s, %s)", b.Ref, kindTexts[b.Kind])
}

func (b *shownBound) print(w io.Writer) {
	section(w, b.heading(), b.Statement)
	section(w, "assumptions", strings.Join(b.Assumptions, "\n"))
	rows := make([]string, len(b.Rows))
	for i, row := range b.Rows {
		rows[i] = describeRow(row)
	}
	section(w, "bounds", strings.Join(rows, "\n"))
	section(w, "tightness", b.Tightness)
	section(w, "caveat", b.Caveat)
	section(w, "source", b.Source)
	section(w, "bibtex", b.BibTeX)
}

// section writes a heading and an indented text, or nothing without text.
func section(w io.Writer, heading, text string) {
	text = strings.TrimSpace(text)
	if text == "" {
		return
	}
	fmt.Fprintf(w, "\n%s\n", heading)
	for line := range strings.SplitSeq(text, "\n") {
		fmt.Fprintln(w, strings.TrimRight("  "+line, " "))
	}
}

func printParams(w io.Writer, params []shownParam) error {
	if len(params) == 0 {
		return nil
	}
	fmt.Fprintf(w, "\nparameters\n")
	return printRows(w, "  ", params)
}

// printRows writes a line for each parameter.
func printRows(w io.Writer, indent string, params []shownParam) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, p := range params {
		given := "default " + p.Default
		if p.Required {
			given = "required"
		} else if p.Default == "" {
			given = "optional"
		}
		values := p.Range
		switch {
		case p.Enum != nil:
			values = strings.Join(p.Enum, "|")
		case p.Group != "":
			values = "one of the " + p.Group
		}
		fmt.Fprintf(table, "%s%s\t%s\t%s\t%s\n", indent, p.Name, given, values, p.Doc)
	}
	return table.Flush()
}
