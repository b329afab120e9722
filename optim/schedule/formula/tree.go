package formula

import (
	"maps"
	"math"
	"slices"

	"github.com/expr-lang/expr/ast"
)

// op is what a node of the tree does: one of these, or a function's name.
type op string

const (
	opNumber      op = "number"
	opName        op = "name"
	opNegate      op = "negate"
	opPower       op = "^"
	opConditional op = "?:"
	opAnd         op = "and"
	opOr          op = "or"
	opNot         op = "not"
)

// node is one operation of a formula.
type node struct {
	op     op
	value  float64 // of a number
	name   string  // of a name, and of the number pi
	args   []*node
	column int
}

const pi = "pi"

// arity of a function; most is 0 where any number from least on will do.
type arity struct{ least, most int }

var functions = map[string]arity{
	"sqrt": {1, 1}, "exp": {1, 1}, "log": {1, 1}, "pow": {2, 2}, "sin": {1, 1}, "cos": {1, 1},
	"min": {2, 0}, "max": {2, 0}, "abs": {1, 1}, "floor": {1, 1}, "ceil": {1, 1},
}

func functionNames() []string { return slices.Sorted(maps.Keys(functions)) }

// visit calls f on the node and all below it, in the order of the text.
func (n *node) visit(f func(*node)) {
	f(n)
	for _, arg := range n.args {
		arg.visit(f)
	}
}

// number converts a tree whose value is a number.
func number(tree ast.Node) (*node, error) {
	at := tree.Location().From + 1
	switch tree := tree.(type) {
	case *ast.IntegerNode:
		return &node{op: opNumber, value: float64(tree.Value), column: at}, nil
	case *ast.FloatNode:
		return &node{op: opNumber, value: tree.Value, column: at}, nil
	case *ast.IdentifierNode:
		if tree.Value == pi {
			return &node{op: opNumber, value: math.Pi, name: pi, column: at}, nil
		}
		return &node{op: opName, name: tree.Value, column: at}, nil
	case *ast.UnaryNode:
		return unary(tree, at)
	case *ast.BinaryNode:
		return arithmetic(tree, at)
	case *ast.ConditionalNode:
		return conditional(tree)
	case *ast.BuiltinNode: // the parser's own: min, max, abs, floor, ceil
		return call(tree.Name, tree.Arguments, at)
	case *ast.CallNode: // all other functions
		if callee, ok := tree.Callee.(*ast.IdentifierNode); ok {
			return call(callee.Value, tree.Arguments, at)
		}
	}
	return nil, errorAt(at, "neither a number, a name nor a function of these")
}

func numbers(trees ...ast.Node) ([]*node, error) {
	nodes := make([]*node, len(trees))
	for i, tree := range trees {
		var err error
		if nodes[i], err = number(tree); err != nil {
			return nil, err
		}
	}
	return nodes, nil
}

func unary(tree *ast.UnaryNode, at int) (*node, error) {
	if tree.Operator != "-" && tree.Operator != "+" {
		return nil, errorAt(at, "%s makes a condition, not a number: write (%s (t < 5) ? 1 : 0)", tree.Operator, tree.Operator)
	}
	arg, err := number(tree.Node)
	if err != nil || tree.Operator == "+" {
		return arg, err
	}
	return &node{op: opNegate, args: []*node{arg}, column: at}, nil
}

func arithmetic(tree *ast.BinaryNode, at int) (*node, error) {
	operator := op(tree.Operator)
	switch operator {
	case "**":
		operator = opPower
	case "+", "-", "*", "/", opPower:
	default:
		return nil, notANumber(at)
	}
	args, err := numbers(tree.Left, tree.Right)
	return &node{op: operator, args: args, column: at}, err
}

func notANumber(at int) *Error {
	return errorAt(at, "a condition is not a number: write (condition ? 1 : 0)")
}

func conditional(tree *ast.ConditionalNode) (*node, error) {
	cond, err := condition(tree.Cond)
	if err != nil {
		return nil, err
	}
	branches, err := numbers(tree.Exp1, tree.Exp2)
	return &node{op: opConditional, args: append([]*node{cond}, branches...), column: cond.column}, err
}

func call(name string, arguments []ast.Node, at int) (*node, error) {
	want := functions[name]
	if n := len(arguments); n < want.least {
		return nil, errorAt(at, "%s needs %s, got %d", name, plural(want.least), n)
	} else if want.most > 0 && n > want.most {
		return nil, errorAt(at, "%s takes %s, got %d", name, plural(want.most), n)
	}
	args, err := numbers(arguments...)
	if name == "pow" {
		return &node{op: opPower, args: args, column: at}, err
	}
	return &node{op: op(name), args: args, column: at}, err
}

func plural(n int) string {
	if n == 1 {
		return "1 argument"
	}
	return string(rune('0'+n)) + " arguments"
}
