package report

import (
	"html/template"
	"strings"
)

var cellEscapes = strings.NewReplacer(
	`\`, `\\`, `|`, `\|`, `*`, `\*`, `_`, `\_`, "`", "\\`", `$`, `\$`, `<`, `&lt;`, `[`, `\[`, `]`, `\]`, "\n", " ",
)

// escapeMarkdown makes plain text safe for Markdown, table cells included.
func escapeMarkdown(text string) string { return cellEscapes.Replace(text) }

// proseLaTeX and proseMarkdown escape a text with formulas between dollars, and
// leave the formulas as they are.
func proseLaTeX(text string) string    { return aroundFormulas(text, escapeLaTeX) }
func proseMarkdown(text string) string { return aroundFormulas(text, escapeMarkdown) }

// proseHTML sets the formulas as code: the page asks for no script that would draw them.
func proseHTML(text string) template.HTML {
	parts := strings.Split(text, "$")
	for i, part := range parts {
		parts[i] = template.HTMLEscapeString(part)
		if i%2 == 1 {
			parts[i] = "<code>" + parts[i] + "</code>"
		}
	}
	return template.HTML(strings.Join(parts, ""))
}

func aroundFormulas(text string, escape func(string) string) string {
	parts := strings.Split(text, "$")
	for i := 0; i < len(parts); i += 2 {
		parts[i] = escape(parts[i])
	}
	return strings.Join(parts, "$")
}
