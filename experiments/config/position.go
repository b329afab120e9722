package config

import (
	"errors"
	"regexp"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"regret/optim/schedule/formula"
)

// formulaError reports an error of the formula parser at its place in the file.
func (d *document) formulaError(n *yaml.Node, err error, names []string) {
	var located *formula.Error
	if !errors.As(err, &located) {
		d.errorf(n, "formula: %v", err)
		return
	}
	d.formulaAt(n, located.Column, located.Msg)
}

// formulaAt records a diagnostic at a column of a formula, counted from 1 in
// runes, wherever the formula's text stands in the file.
func (d *document) formulaAt(n *yaml.Node, column int, message string) {
	message = "formula: " + message
	if offset, ok := d.sourceOffset(n, column-1); ok {
		d.at(n.Line, n.Column+offset, message)
		return
	}
	d.errorf(n, "%s (column %d of the formula)", message, column)
}

// sourceOffset returns how many runes behind the start of its node the given
// rune of a scalar's value stands in the file; not ok if the scalar spans lines.
func (d *document) sourceOffset(n *yaml.Node, index int) (int, bool) {
	runes := []rune(d.line(n.Line))
	if n.Column < 1 || n.Column > len(runes) || index < 0 {
		return 0, false
	}
	source := runes[n.Column-1:]
	offset := 0
	switch n.Style &^ yaml.FlowStyle {
	case yaml.DoubleQuotedStyle, yaml.SingleQuotedStyle:
		offset = 1
	case yaml.LiteralStyle, yaml.FoldedStyle:
		return 0, false
	}
	for range index {
		if offset >= len(source) {
			return 0, false
		}
		offset += sourceWidth(source[offset:], n.Style)
	}
	return offset, offset <= len(source)
}

// sourceWidth is the number of runes that stand for the next rune of a scalar:
// more than one for an escape.
func sourceWidth(source []rune, style yaml.Style) int {
	switch {
	case style&yaml.SingleQuotedStyle != 0 && strings.HasPrefix(string(source), "''"):
		return 2
	case style&yaml.DoubleQuotedStyle == 0 || source[0] != '\\' || len(source) < 2:
		return 1
	}
	switch source[1] {
	case 'x':
		return 4
	case 'u':
		return 6
	case 'U':
		return 10
	}
	return 2
}

// nameColumn is the column at which a formula first uses a name, counted from
// 1 in runes.
func nameColumn(text, name string) int {
	at := regexp.MustCompile(`\b` + regexp.QuoteMeta(name) + `\b`).FindStringIndex(text)
	if at == nil {
		return 1
	}
	return utf8.RuneCountInString(text[:at[0]]) + 1
}
