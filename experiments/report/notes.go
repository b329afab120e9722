package report

import (
	_ "embed"
	"io"
	"regexp"
	"strings"
	"text/template"
)

//go:embed notes.md.tmpl
var markdownText string

//go:embed notes.tex.tmpl
var latexText string

var markdownNotes = template.Must(template.New("notes.md").
	Funcs(template.FuncMap{"md": escapeMarkdown, "prose": proseMarkdown, "statement": MarkdownStatement, "word": Word, "listed": listed}).Parse(markdownText))

// In LaTeX braces are everywhere, so its template has delimiters of its own.
var latexNotes = template.Must(template.New("notes.tex").Delims("<<", ">>").
	Funcs(template.FuncMap{"tex": escapeLaTeX, "display": displayed, "prose": proseLaTeX, "statement": LaTeXStatement, "number": latexNumber, "word": Word, "listed": listed}).Parse(latexText))

func writeMarkdown(w io.Writer, s *summary) error { return markdownNotes.Execute(w, s) }

func writeLaTeX(w io.Writer, s *summary) error { return latexNotes.Execute(w, s) }

func writeBibTeX(w io.Writer, s *summary) error {
	_, err := io.WriteString(w, BibTeX(s.theorems()))
	return err
}

var exponent = regexp.MustCompile(`e([+-])0*(\d+)$`)

// latexNumber writes the digits of a number for LaTeX's mathematics.
func latexNumber(text string) string {
	switch text {
	case "infinite":
		return `\infty`
	case "-infinite":
		return `-\infty`
	case "undefined", "":
		return `\text{--}`
	}
	if m := exponent.FindStringSubmatch(text); m != nil {
		sign := map[string]string{"+": "", "-": "-"}[m[1]]
		return exponent.ReplaceAllString(text, `\cdot10^{`+sign+m[2]+`}`)
	}
	return text
}

// LaTeXSum writes the bound as its terms.
func (s judgedSummary) LaTeXSum() string {
	text := latexTerms(s.Terms)
	if s.PlusComparator {
		text += `+\text{comparator}`
	}
	return text + "=" + latexNumber(s.Value)
}

// LaTeXSum writes the bound as its terms.
func (s promisedSummary) LaTeXSum() string { return latexTerms(s.Terms) + "=" + latexNumber(s.Value) }

func latexTerms(terms []string) string {
	out := make([]string, len(terms))
	for i, term := range terms {
		out[i] = latexNumber(term)
	}
	return strings.Join(out, "+")
}
