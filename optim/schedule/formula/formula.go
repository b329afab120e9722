// Package formula reads the formulas that users write for steps and parameters,
// such as "R/(G*sqrt(T)) * min(1, 5*(1 - t/T))".
//
// A formula knows numbers, the names that Parse is given, pi, + - * / ^ (and
// ** for ^), comparisons, cond ? a : b with and, or, not in the condition, and
// the functions sqrt exp log pow sin cos min max abs floor ceil; log is the
// natural logarithm. All else is refused with its column. The text is parsed by
// expr-lang/expr; the tree is compiled here, to closures over float64.
package formula

import (
	"fmt"
	"slices"

	"github.com/expr-lang/expr/parser"
)

// MaxLength is the greatest length of a formula in bytes. It also bounds the
// depth of every recursion over the formula.
const MaxLength = 1000

// Formula is a parsed formula. It is immutable: any number of goroutines may use it.
type Formula struct {
	text  string
	root  *node
	names []string
}

// Error is a mistake in a formula. Column counts runes from 1; a text that ends
// too early has its mistake one column after the last.
type Error struct {
	Column int
	Msg    string
}

func (e *Error) Error() string { return fmt.Sprintf("column %d: %s", e.Column, e.Msg) }

func errorAt(column int, format string, args ...any) *Error {
	return &Error{Column: column, Msg: fmt.Sprintf(format, args...)}
}

// Parse reads a formula in the given names. Its errors are of type *Error.
func Parse(text string, names []string) (*Formula, error) {
	tokens, err := scan(text)
	if err != nil {
		return nil, err
	}
	if err := tokens.check(names); err != nil {
		return nil, err
	}
	tree, err := parser.Parse(text)
	if err != nil {
		return nil, tokens.explain(err)
	}
	root, err := number(tree.Node)
	if err != nil {
		return nil, err
	}
	f := &Formula{text: text, root: root}
	root.visit(func(n *node) {
		if n.op == opName && !slices.Contains(f.names, n.name) {
			f.names = append(f.names, n.name)
		}
	})
	return f, nil
}

// String returns the text that was parsed.
func (f *Formula) String() string { return f.text }

// Names returns the names that the formula uses, in the order of their first use.
func (f *Formula) Names() []string { return slices.Clone(f.names) }

// Uses tells whether the formula depends on the name.
func (f *Formula) Uses(name string) bool { return slices.Contains(f.names, name) }
