package config

import (
	"fmt"
	"math"
	"strconv"

	"gopkg.in/yaml.v3"

	"regret/optim/schedule/formula"
)

// factor reads what multiplies the bounds: a number, or a formula of constants
// and T, and of t along t.
func (f *file) factor(n *yaml.Node, fig *Figure) bool {
	if n == nil {
		return true
	}
	names := scalarNames
	if fig.Against == "t" {
		names = stepNames
	}
	s, ok := f.scalar(n, names)
	switch {
	case !ok:
		return false
	case s.formula != nil:
		fig.Times = s.formula.String()
	case s.value <= 0:
		f.errorf(n, "times is %v, must be positive", s.value)
		return false
	default:
		fig.Times = strconv.FormatFloat(s.value, 'g', -1, 64)
	}
	return true
}

// checkFactors evaluates the factors of all figures at the end of a case.
func (f *file) checkFactors(c *Case) {
	for i, n := range f.factors {
		if n == nil {
			continue
		}
		if _, err := f.figures[i].Factor(c, c.Horizon); err != nil {
			f.errorf(n, "%v", err)
			f.factors[i] = nil // once is enough
		}
	}
}

// Factor is what the figure multiplies the bounds of a case by at t: 1 unless it
// says otherwise. It is an error if that is not a positive number.
func (fig Figure) Factor(c *Case, t int) (float64, error) {
	if fig.Times == "" {
		return 1, nil
	}
	f, err := formula.Parse(fig.Times, stepNames)
	if err != nil {
		return 0, err
	}
	env := environment{values: c.Instance.Constants, of: c.Problem}.with("T", float64(c.Horizon))
	values, err := env.bind(f)
	if err != nil {
		return 0, err
	}
	values["t"] = float64(t)
	x, err := f.Eval(values)
	if err != nil {
		return x, env.blame(f, err)
	}
	if !(x > 0 && x <= math.MaxFloat64) {
		err = fmt.Errorf("%s is %v for T = %d, must be positive", fig.Times, x, c.Horizon)
	}
	return x, err
}

// FactorLabel is the factor as an axis shows it, "√T/(R·G)"; empty for none.
func (fig Figure) FactorLabel() string {
	if fig.Times == "" {
		return ""
	}
	f, err := formula.Parse(fig.Times, stepNames)
	if err != nil {
		return fig.Times
	}
	return f.Label()
}

// times writes the factor: a number, or a formula.
func (fig Figure) times() *yaml.Node {
	if !isNumber(fig.Times) {
		return textNode(fig.Times)
	}
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!float", Value: fig.Times}
	if _, err := strconv.Atoi(fig.Times); err == nil {
		n.Tag = "!!int"
	}
	return n
}
