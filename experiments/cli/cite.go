package cli

import (
	"fmt"
	"strings"

	"regret/experiments/catalogue"
	"regret/experiments/report"
	"regret/optim/bound"
)

type citeCommand struct {
	ID     []string `arg:"" help:"Bounds, as \"regret list bounds\" names them."`
	Format string   `enum:"bibtex,latex,markdown" default:"bibtex" help:"bibtex, latex or markdown."`
}

func (c *citeCommand) Run(con *console) error {
	theorems, err := lookupBounds(c.ID)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(con.out, cite(theorems, c.Format))
	return err
}

// cite returns the BibTeX entries of theorems, or their statements with references.
func cite(theorems []*bound.Theorem, format string) string {
	if format == "bibtex" {
		return report.BibTeX(theorems)
	}
	var texts []string
	for _, th := range theorems {
		if format == "latex" {
			texts = append(texts, report.LaTeXStatement(th))
		} else {
			texts = append(texts, report.MarkdownStatement(th))
		}
	}
	return strings.Join(texts, "\n")
}

// lookupBounds finds theorems by ID; all of them if none is named.
func lookupBounds(ids []string) ([]*bound.Theorem, error) {
	if len(ids) == 0 {
		ids = catalogue.Kinds("bounds")
	}
	var found []*bound.Theorem
	for _, id := range ids {
		th, ok := bound.Lookup(id)
		if !ok {
			return nil, badUsage("there is no bound %q%s", id, catalogue.DidYouMean(id, catalogue.Kinds("bounds")))
		}
		found = append(found, th)
	}
	return found, nil
}
