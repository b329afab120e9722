package formula

import (
	"strconv"
	"strings"
)

// Levels of binding: an operand that binds weaker than its place asks for needs
// parentheses.
const (
	levelCases = iota
	levelSum
	levelQuotient // of labels: a/b on one line
	levelProduct
	levelPower
	levelAtom
)

// LaTeX returns the formula for math mode: D/(G*sqrt(T)) as \frac{D}{G\sqrt{T}}.
func (f *Formula) LaTeX() string {
	text, _ := latex(f.root)
	return text
}

// latex returns a node's text and the level at which it binds.
func latex(n *node) (text string, level int) {
	switch n.op {
	case opNumber:
		return latexNumber(n)
	case opName:
		return latexName(n.name), levelAtom
	case opNegate:
		return "-" + latexOperand(n.args[0], levelProduct, false), levelProduct
	case "+", "-":
		left := latexOperand(n.args[0], levelSum, true)
		strict := levelSum
		if n.op == "-" {
			strict = levelProduct
		}
		return left + " " + string(n.op) + " " + latexOperand(n.args[1], strict, false), levelSum
	case "*":
		left, right := latexOperand(n.args[0], levelProduct, true), latexOperand(n.args[1], levelProduct, false)
		return left + latexTimes(left, right) + right, levelProduct
	case "/":
		return `\frac{` + latexFree(n.args[0]) + "}{" + latexFree(n.args[1]) + "}", levelPower
	case opPower:
		return latexOperand(n.args[0], levelAtom, false) + "^{" + latexFree(n.args[1]) + "}", levelPower
	case opConditional:
		return latexCases(n), levelCases
	}
	return latexCall(n)
}

func latexFree(n *node) string {
	text, _ := latex(n)
	return text
}

// latexOperand returns a node in a place that asks for a level. Only a leading
// operand may begin with a minus sign.
func latexOperand(n *node, least int, leading bool) string {
	text, level := latex(n)
	if level < least || !leading && strings.HasPrefix(text, "-") {
		return `\left(` + text + `\right)`
	}
	return text
}

// latexTimes returns the sign of multiplication between two factors: none where
// two juxtaposed factors cannot be misread.
func latexTimes(left, right string) string {
	letter := right[0] >= 'a' && right[0] <= 'z' || right[0] >= 'A' && right[0] <= 'Z'
	digit := left[len(left)-1] >= '0' && left[len(left)-1] <= '9'
	switch {
	case strings.HasPrefix(right, `\left(`) && !digit, right[0] >= '0' && right[0] <= '9':
		return ` \cdot `
	case strings.Contains(left+right, `\mathrm`):
		return `\,`
	case letter:
		return " "
	}
	return ""
}

func latexCall(n *node) (text string, level int) {
	args := make([]string, len(n.args))
	for i, arg := range n.args {
		args[i] = latexFree(arg)
	}
	switch n.op {
	case "sqrt":
		return `\sqrt{` + args[0] + "}", levelAtom
	case "abs":
		return `\left|` + args[0] + `\right|`, levelAtom
	case "floor":
		return `\left\lfloor ` + args[0] + ` \right\rfloor`, levelAtom
	case "ceil":
		return `\left\lceil ` + args[0] + ` \right\rceil`, levelAtom
	}
	return `\` + string(n.op) + `\left(` + strings.Join(args, ", ") + `\right)`, levelPower
}

func latexCases(n *node) string {
	var lines strings.Builder
	for ; n.op == opConditional; n = n.args[2] {
		lines.WriteString(latexFree(n.args[1]) + ` & \text{if } ` + latexCondition(n.args[0]) + `, \\ `)
	}
	return `\begin{cases} ` + lines.String() + latexFree(n) + ` & \text{otherwise} \end{cases}`
}

var latexRelation = map[op]string{"<": "<", "<=": `\le`, ">": ">", ">=": `\ge`, "==": "=", "!=": `\ne`}

func latexCondition(n *node) string {
	switch n.op {
	case opNot:
		return `\text{not } \left(` + latexCondition(n.args[0]) + `\right)`
	case opAnd, opOr:
		parts := make([]string, len(n.args))
		for i, arg := range n.args {
			parts[i] = latexCondition(arg)
			if n.op == opAnd && arg.op == opOr {
				parts[i] = `\left(` + parts[i] + `\right)`
			}
		}
		return strings.Join(parts, ` \text{ `+string(n.op)+` } `)
	}
	return latexFree(n.args[0]) + " " + latexRelation[n.op] + " " + latexFree(n.args[1])
}

func latexNumber(n *node) (text string, level int) {
	if n.name == pi {
		return `\pi`, levelAtom
	}
	mantissa, exponent, scientific := strings.Cut(strconv.FormatFloat(n.value, 'g', -1, 64), "e")
	if !scientific {
		return mantissa, levelAtom
	}
	power, _ := strconv.Atoi(exponent)
	text = "10^{" + strconv.Itoa(power) + "}"
	if mantissa == "1" {
		return text, levelPower
	}
	return mantissa + ` \cdot ` + text, levelProduct
}

var greek = map[string]rune{
	"alpha": 'α', "beta": 'β', "gamma": 'γ', "delta": 'δ', "epsilon": 'ε', "eta": 'η', "theta": 'θ',
	"kappa": 'κ', "lambda": 'λ', "mu": 'μ', "rho": 'ρ', "sigma": 'σ', "tau": 'τ', "phi": 'φ',
}

// latexName writes mu as \mu, Lmax as L_{\max}, Lexp as L_{\mathrm{exp}}, Gloss as G_h, Rx as R_x, a_b as a_{b}
// and other long names upright.
func latexName(name string) string {
	stem, index, split := strings.Cut(name, "_")
	switch {
	case name == "Lmax":
		return `L_{\max}`
	case name == "Lexp":
		return `L_{\mathrm{exp}}`
	case name == "Rx":
		return `R_x`
	case name == "Gloss":
		return "G_h"
	case split && stem != "" && index != "":
		return latexName(stem) + "_{" + latexName(index) + "}"
	case greek[name] != 0:
		return `\` + name
	case len(name) == 1 && name != "_":
		return name
	}
	return `\mathrm{` + strings.ReplaceAll(name, "_", `\_`) + "}"
}
