package report

import (
	"fmt"
	"strings"

	"regret/optim/bound"
)

// LaTeXStatement returns a theorem as a paragraph of LaTeX (amsmath) with its
// assumptions and \cite commands.
func LaTeXStatement(th *bound.Theorem) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%% %s (%s)\n\\paragraph{%s.}\nIf\n\\begin{gather*}\n", th.ID, th.Ref, escapeLaTeX(th.Title))
	for i, need := range th.Needs {
		if i > 0 {
			b.WriteString(",\\\\\n")
		}
		b.WriteString("  " + need.LaTeX)
	}
	fmt.Fprintf(&b, "\n\\end{gather*}\nthen\n%s\n(%s).\n", displayed(th.Statement), citeLaTeX(th))
	return b.String()
}

func citeLaTeX(th *bound.Theorem) string {
	var cites []string
	for _, c := range Citations(th) {
		if c.Locator == "" {
			cites = append(cites, fmt.Sprintf(`\cite{%s}`, c.Key))
		} else {
			cites = append(cites, fmt.Sprintf(`\cite[{%s}]{%s}`, escapeLaTeX(c.Locator), c.Key))
		}
	}
	return strings.Join(cites, "; ")
}

// MarkdownStatement returns a theorem as Markdown with mathematics in dollars and
// citations as Pandoc reads them.
func MarkdownStatement(th *bound.Theorem) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s** (`%s`, %s)\n\n$$%s$$\n\nAssumptions:\n\n", th.Title, th.ID, th.Ref, th.Statement)
	for _, need := range th.Needs {
		fmt.Fprintf(&b, "- %s: $%s$\n", need.Name, need.LaTeX)
	}
	fmt.Fprintf(&b, "\nSource: %s\n", citeMarkdown(th))
	return b.String()
}

func citeMarkdown(th *bound.Theorem) string {
	var cites []string
	for _, c := range Citations(th) {
		text := c.Short
		if c.Locator != "" {
			text += ", " + c.Locator
		}
		cites = append(cites, fmt.Sprintf("%s [@%s]", text, c.Key))
	}
	return strings.Join(cites, "; ")
}

// Citations lists the source of a theorem and the works related to it.
func Citations(th *bound.Theorem) []bound.Citation {
	return append([]bound.Citation{th.Citation}, th.Related...)
}

// Source names the source of a theorem and the works related to it, for people.
func Source(th *bound.Theorem) string {
	var texts []string
	for _, c := range Citations(th) {
		texts = append(texts, strings.TrimSuffix(c.Short+", "+c.Locator, ", "))
	}
	return strings.Join(texts, "; ")
}

// BibTeX returns the entries that theorems cite, each once.
func BibTeX(theorems []*bound.Theorem) string {
	var entries []string
	seen := map[string]bool{}
	for _, th := range theorems {
		for _, c := range Citations(th) {
			if !seen[c.Key] {
				seen[c.Key] = true
				entries = append(entries, strings.TrimSpace(c.BibTeX)+"\n")
			}
		}
	}
	return strings.Join(entries, "\n")
}
