package formula

// truth is a compiled condition: a constant if eval is nil.
type truth struct {
	constant bool
	eval     func(t, T float64) bool
}

func (c truth) function() func(t, T float64) bool {
	if c.eval != nil {
		return c.eval
	}
	value := c.constant
	return func(_, _ float64) bool { return value }
}

func (c *compiler) condition(n *node) truth {
	switch n.op {
	case opNot:
		p := c.condition(n.args[0])
		f := p.function()
		return p.fold(truth{}, func(t, T float64) bool { return !f(t, T) })
	case opAnd:
		p, q := c.condition(n.args[0]), c.condition(n.args[1])
		f, g := p.function(), q.function()
		return p.fold(q, func(t, T float64) bool { return f(t, T) && g(t, T) })
	case opOr:
		p, q := c.condition(n.args[0]), c.condition(n.args[1])
		f, g := p.function(), q.function()
		return p.fold(q, func(t, T float64) bool { return f(t, T) || g(t, T) })
	}
	return comparison(n.op, c.number(n.args[0]), c.number(n.args[1]))
}

// fold returns the constant value of f if both operands are constant.
func (c truth) fold(other truth, f func(t, T float64) bool) truth {
	if c.eval == nil && other.eval == nil {
		return truth{constant: f(0, 0)}
	}
	return truth{eval: f}
}

func comparison(operator op, left, right code) truth {
	x, y := left.function(), right.function()
	var f func(t, T float64) bool
	switch operator {
	case "<":
		f = func(t, T float64) bool { return x(t, T) < y(t, T) }
	case "<=":
		f = func(t, T float64) bool { return x(t, T) <= y(t, T) }
	case ">":
		f = func(t, T float64) bool { return x(t, T) > y(t, T) }
	case ">=":
		f = func(t, T float64) bool { return x(t, T) >= y(t, T) }
	case "==":
		f = func(t, T float64) bool { return x(t, T) == y(t, T) }
	default:
		f = func(t, T float64) bool { return x(t, T) != y(t, T) }
	}
	if left.eval == nil && right.eval == nil {
		return truth{constant: f(0, 0)}
	}
	return truth{eval: f}
}
