package report

import "strings"

var cellEscapes = strings.NewReplacer(
	`\`, `\\`, `|`, `\|`, `*`, `\*`, `_`, `\_`, "`", "\\`", `$`, `\$`, `<`, `&lt;`, `[`, `\[`, `]`, `\]`, "\n", " ",
)

// escapeMarkdown makes plain text safe for Markdown, table cells included.
func escapeMarkdown(text string) string { return cellEscapes.Replace(text) }

// proseLaTeX and proseMarkdown escape a text with formulas between dollars, and
// leave the formulas as they are.
func proseLaTeX(text string) string    { return aroundFormulas(text, escapeLaTeX) }
func proseMarkdown(text string) string { return aroundFormulas(text, escapeMarkdown) }

func aroundFormulas(text string, escape func(string) string) string {
	parts := strings.Split(text, "$")
	for i := 0; i < len(parts); i += 2 {
		parts[i] = escape(parts[i])
	}
	return strings.Join(parts, "$")
}
