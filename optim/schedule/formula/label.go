package formula

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Label returns the formula on one line for figures, in their light markup:
// D/(G*sqrt(T)) as D/(G√T), t^2 as t^{2}.
func (f *Formula) Label() string {
	text, _ := label(f.root)
	return text
}

// label returns a node's text and the level at which it binds.
func label(n *node) (text string, level int) {
	switch n.op {
	case opNumber:
		return labelNumber(n)
	case opName:
		return labelName(n.name), levelAtom
	case opNegate:
		return "−" + labelOperand(n.args[0], levelProduct, false), levelProduct
	case "+":
		return labelOperand(n.args[0], levelSum, true) + " + " + labelOperand(n.args[1], levelSum, false), levelSum
	case "-":
		return labelOperand(n.args[0], levelSum, true) + " − " + labelOperand(n.args[1], levelProduct-1, false), levelSum
	case "*":
		left, right := labelOperand(n.args[0], levelProduct, true), labelOperand(n.args[1], levelProduct, false)
		return left + labelTimes(left, right) + right, levelProduct
	case "/":
		return labelOperand(n.args[0], levelProduct, true) + "/" + labelOperand(n.args[1], levelPower, false), levelQuotient
	case opPower:
		exponent, _ := label(n.args[1])
		return labelOperand(n.args[0], levelAtom, false) + "^{" + exponent + "}", levelPower
	case opConditional:
		yes, _ := label(n.args[1])
		no, _ := label(n.args[2])
		return labelCondition(n.args[0]) + " ? " + yes + " : " + no, levelCases
	case "sqrt":
		return "√" + labelOperand(n.args[0], levelAtom, false), levelPower
	}
	return labelCall(n)
}

func labelOperand(n *node, least int, leading bool) string {
	text, level := label(n)
	if level < least || !leading && strings.HasPrefix(text, "−") {
		return "(" + text + ")"
	}
	return text
}

// labelTimes returns the sign of multiplication between two factors: none
// between a number and a letter, two letters, or before a root.
func labelTimes(left, right string) string {
	last, _ := utf8.DecodeLastRuneInString(left)
	first, _ := utf8.DecodeRuneInString(right)
	number := strings.Trim(left, "0123456789.") == ""
	single := utf8.RuneCountInString(left) == 1
	switch {
	case first >= '0' && first <= '9':
		return "·"
	case first == '√', last == ')' && first == '(', number && first == '(':
		return ""
	case (number || single) && (utf8.RuneCountInString(right) == 1 || strings.IndexAny(right, "^_√") == 1):
		return ""
	}
	return "·"
}

func labelCall(n *node) (text string, level int) {
	args := make([]string, len(n.args))
	for i, arg := range n.args {
		args[i], _ = label(arg)
	}
	switch n.op {
	case "abs":
		return "|" + args[0] + "|", levelAtom
	case "floor":
		return "⌊" + args[0] + "⌋", levelAtom
	case "ceil":
		return "⌈" + args[0] + "⌉", levelAtom
	}
	return string(n.op) + "(" + strings.Join(args, ", ") + ")", levelPower
}

var labelRelation = map[op]string{"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠"}

func labelCondition(n *node) string {
	switch n.op {
	case opNot:
		return "not (" + labelCondition(n.args[0]) + ")"
	case opAnd, opOr:
		parts := make([]string, len(n.args))
		for i, arg := range n.args {
			parts[i] = labelCondition(arg)
			if n.op == opAnd && arg.op == opOr {
				parts[i] = "(" + parts[i] + ")"
			}
		}
		return strings.Join(parts, " "+string(n.op)+" ")
	}
	left, right := labelOperand(n.args[0], levelSum, true), labelOperand(n.args[1], levelSum, true)
	return left + " " + labelRelation[n.op] + " " + right
}

func labelNumber(n *node) (text string, level int) {
	if n.name == pi {
		return "π", levelAtom
	}
	mantissa, exponent, scientific := strings.Cut(strconv.FormatFloat(n.value, 'g', -1, 64), "e")
	if !scientific {
		return mantissa, levelAtom
	}
	power, _ := strconv.Atoi(exponent)
	text = "10^{" + strings.Replace(strconv.Itoa(power), "-", "−", 1) + "}"
	if mantissa == "1" {
		return text, levelPower
	}
	return mantissa + "·" + text, levelProduct
}

// labelName writes mu as μ, Lmax as L_{max}, Gloss as G_{h}, Rx as R_{x} and a_b as a_{b}.
func labelName(name string) string {
	stem, index, split := strings.Cut(name, "_")
	switch {
	case name == "Lmax":
		return "L_{max}"
	case name == "Lexp":
		return "L_{exp}"
	case name == "Rx":
		return "R_{x}"
	case name == "Gloss":
		return "G_{h}"
	case split && stem != "" && index != "":
		return labelName(stem) + "_{" + labelName(index) + "}"
	case greek[name] != 0:
		return string(greek[name])
	}
	return name
}
