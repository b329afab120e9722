package report

import "strings"

// displayed sets a formula for LaTeX as a display and, where definitions follow it after
// `,\quad`, a line of text that can be broken: no page is wide enough for some.
func displayed(formula string) string {
	main, definitions, found := strings.Cut(formula, `,\quad`)
	text := "\\begin{equation*}\n  " + main + "\n\\end{equation*}"
	if !found {
		return text
	}
	parts := definitionsOf(definitions)
	return text + "\nwith $" + strings.Join(parts, "$, $") + "$"
}

// definitionsOf parts definitions at the commas between them: `,\ ` outside of braces
// and brackets.
func definitionsOf(text string) (parts []string) {
	depth, from := 0, 0
	for i, r := range text {
		switch {
		case strings.ContainsRune("{([", r):
			depth++
		case strings.ContainsRune("})]", r):
			depth--
		case depth == 0 && strings.HasPrefix(text[i:], `,\ `):
			parts = append(parts, strings.TrimSpace(text[from:i]))
			from = i + len(`,\ `)
		}
	}
	return append(parts, strings.TrimSpace(text[from:]))
}
