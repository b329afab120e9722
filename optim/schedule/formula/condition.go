package formula

import "github.com/expr-lang/expr/ast"

// condition converts a tree whose value is true or false.
func condition(tree ast.Node) (*node, error) {
	at := tree.Location().From + 1
	switch tree := tree.(type) {
	case *ast.UnaryNode:
		if tree.Operator == "not" || tree.Operator == "!" {
			arg, err := condition(tree.Node)
			return &node{op: opNot, args: []*node{arg}, column: at}, err
		}
	case *ast.BinaryNode:
		switch tree.Operator {
		case "<", "<=", ">", ">=", "==", "!=":
			args, err := numbers(tree.Left, tree.Right)
			return &node{op: op(tree.Operator), args: args, column: at}, err
		case "and", "&&":
			return logical(opAnd, tree, at)
		case "or", "||":
			return logical(opOr, tree, at)
		}
	}
	return nil, errorAt(at, "a condition is needed here, such as t <= 100")
}

func logical(operator op, tree *ast.BinaryNode, at int) (*node, error) {
	// The parser turns a < b < c into (a < b) && (b < c) with b shared: followed
	// through nested formulas, the tree would double at every level.
	if right, ok := tree.Right.(*ast.BinaryNode); ok && right.Location() == tree.Location() {
		return nil, errorAt(at, "comparisons do not chain: write a < b and b < c")
	}
	left, err := condition(tree.Left)
	if err != nil {
		return nil, err
	}
	right, err := condition(tree.Right)
	return &node{op: operator, args: []*node{left, right}, column: at}, err
}
