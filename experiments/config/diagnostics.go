package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Diagnostic is one thing wrong with a configuration, and where. Lines and
// columns count from 1, columns in runes; a zero column means that only the
// line is known, a zero line that only the file is.
type Diagnostic struct {
	File      string
	Line, Col int
	Message   string
	source    string // the line of the file
}

// Diagnostics is everything wrong with a configuration, in the file's order.
type Diagnostics []Diagnostic

// maxDiagnostics is where the search for more mistakes ends: it keeps the report
// of a hopeless file readable, and its cost in bounds.
const maxDiagnostics = 100

// Error prints every diagnostic with its source line and a caret.
func (ds Diagnostics) Error() string {
	var b strings.Builder
	for i, d := range ds {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(d.String())
	}
	if len(ds) == maxDiagnostics {
		b.WriteString("\n... too many errors")
	}
	return b.String()
}

// String is "file:line:col: message", and below it the source line and a
// caret under the column.
func (d Diagnostic) String() string {
	where := d.File
	if d.Line > 0 {
		where += fmt.Sprintf(":%d", d.Line)
		if d.Col > 0 {
			where += fmt.Sprintf(":%d", d.Col)
		}
	}
	text := where + ": " + d.Message
	if d.Line == 0 || strings.TrimSpace(d.source) == "" {
		return text
	}
	gutter := fmt.Sprintf("%5d | ", d.Line)
	shown, caret := window(d.source, d.Col)
	text += "\n" + gutter + shown
	if caret > 0 {
		text += "\n" + strings.Repeat(" ", len(gutter)-2) + "| " + strings.Repeat(" ", caret-1) + "^"
	}
	return text
}

// window cuts a long line to the part around the column, and makes every rune
// one printable cell wide, so that the caret stands below it.
func window(line string, col int) (shown string, caret int) {
	const width = 110
	runes := []rune(line)
	for i, r := range runes {
		switch {
		case r == '\t':
			runes[i] = ' '
		case !unicode.IsPrint(r):
			runes[i] = unicode.ReplacementChar
		}
	}
	from := 0
	if len(runes) > width && col > width/2 {
		from = min(col-width/2, len(runes)-width/2)
	}
	to := min(from+width, len(runes))
	shown = string(runes[from:to])
	if from > 0 {
		shown = "…" + shown
		from--
	}
	if to < len(runes) {
		shown += "…"
	}
	return shown, max(0, col-from)
}

// sorted puts diagnostics in the file's order.
func (ds Diagnostics) sorted() Diagnostics {
	out := slices.Clone(ds)
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	return out
}
