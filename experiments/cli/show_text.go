package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"regret/experiments/config"
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
		if err := s.Bound.print(w); err != nil {
			return err
		}
	case len(s.Variants) > 0:
		return s.printVariants(w)
	default:
		section(w, "formula", s.Formula)
		if err := printParams(w, s.paramsHeading(), s.Params); err != nil {
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

// paramsHeading says what formulas may stand in place of numbers, which have a range.
func (s shown) paramsHeading() string {
	names := config.FormulaNames(s.Group)
	if len(names) == 0 || !slices.ContainsFunc(s.Params, func(p shownParam) bool { return p.Range != "" }) {
		return "parameters"
	}
	return "parameters (numbers may be formulas of " + strings.Join(names, ", ") + ")"
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

func (b *shownBound) print(w io.Writer) error {
	section(w, b.heading(), b.Statement)
	if b.Method != "" {
		section(w, "of the method", b.Method)
	}
	section(w, "assumptions", strings.Join(b.Assumptions, "\n"))
	if err := printParams(w, "parameters (regret bound --param NAME=VALUE)", b.Params); err != nil {
		return err
	}
	rows := make([]string, len(b.Rows))
	for i, row := range b.Rows {
		rows[i] = describeRow(row)
	}
	section(w, "bounds", strings.Join(rows, "\n"))
	section(w, "tightness", b.Tightness)
	section(w, "caveat", b.Caveat)
	section(w, "source", b.Source)
	section(w, "bibtex", b.BibTeX)
	return nil
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

func printParams(w io.Writer, heading string, params []shownParam) error {
	if len(params) == 0 {
		return nil
	}
	fmt.Fprintf(w, "\n%s\n", heading)
	return printRows(w, "  ", params)
}

// printRows writes a line for each parameter.
func printRows(w io.Writer, indent string, params []shownParam) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, p := range params {
		name, given, values := p.Name, p.given(), p.values()
		for line := range strings.SplitSeq(wrapped(p.Doc, 72), "\n") {
			fmt.Fprintf(table, "%s%s\t%s\t%s\t%s\n", indent, name, given, values, line)
			name, given, values = "", "", "" // of the lines below
		}
	}
	return table.Flush()
}

// given says what a parameter is where it is left out.
func (p shownParam) given() string {
	switch {
	case p.Required:
		return "required"
	case p.Default == "" || p.Default == `""` || p.Default == "[]":
		return "optional"
	}
	return "default " + p.Default
}

// values says what a parameter may be.
func (p shownParam) values() string {
	switch {
	case p.Enum != nil:
		return strings.Join(p.Enum, "|")
	case p.Group != "":
		return "one of the " + p.Group
	}
	return p.Range
}
