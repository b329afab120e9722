package formula

import (
	"math"

	"regret/problems/linear"
)

// compiler turns nodes into closures. Parts without t and T are folded.
type compiler struct {
	env  map[string]float64
	free bool // t and T are arguments, not names of env
	err  error
}

type function = func(t, T float64) float64

// code is a compiled number: a constant if eval is nil.
type code struct {
	constant float64
	eval     function
}

func (c code) function() function {
	if c.eval != nil {
		return c.eval
	}
	value := c.constant
	return func(_, _ float64) float64 { return value }
}

func (c *compiler) number(n *node) code {
	switch n.op {
	case opNumber:
		return code{constant: n.value}
	case opName:
		return c.name(n)
	case opConditional:
		return c.conditional(n)
	case "min", "max":
		return c.extremum(n)
	case "+", "-", "*", "/", opPower:
		return binary(n.op, c.number(n.args[0]), c.number(n.args[1]))
	}
	return unaryCode(unaryFunctions[n.op], c.number(n.args[0]))
}

func (c *compiler) name(n *node) code {
	if c.free && n.name == "t" {
		return code{eval: func(t, _ float64) float64 { return t }}
	}
	if c.free && n.name == "T" {
		return code{eval: func(_, T float64) float64 { return T }}
	}
	value, ok := c.env[n.name]
	if !ok && c.err == nil {
		c.err = errorAt(n.column, "%s has no value here", n.name)
	}
	return code{constant: value}
}

// conditional evaluates one branch alone, so that the other may be undefined.
func (c *compiler) conditional(n *node) code {
	cond, yes, no := c.condition(n.args[0]), c.number(n.args[1]), c.number(n.args[2])
	if cond.eval == nil {
		if cond.constant {
			return yes
		}
		return no
	}
	p, f, g := cond.eval, yes.function(), no.function()
	return code{eval: func(t, T float64) float64 {
		if p(t, T) {
			return f(t, T)
		}
		return g(t, T)
	}}
}

// extremum folds min and max from the left; NaN wins over every number.
func (c *compiler) extremum(n *node) code {
	value := c.number(n.args[0])
	for _, arg := range n.args[1:] {
		value = binary(n.op, value, c.number(arg))
	}
	return value
}

var unaryFunctions = map[op]func(float64) float64{
	opNegate: func(x float64) float64 { return -x },
	"sqrt":   math.Sqrt, "exp": linear.Exp, "log": math.Log, "sin": math.Sin, "cos": math.Cos,
	"abs": math.Abs, "floor": math.Floor, "ceil": math.Ceil,
}

func unaryCode(f func(float64) float64, arg code) code {
	if arg.eval == nil {
		return code{constant: f(arg.constant)}
	}
	x := arg.eval
	return code{eval: func(t, T float64) float64 { return f(x(t, T)) }}
}
