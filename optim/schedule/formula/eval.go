package formula

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Eval returns the value of a formula whose names all have a value in env, t and
// T like any other. A value that is not finite is an error.
func (f *Formula) Eval(env map[string]float64) (float64, error) {
	c := compiler{env: env}
	value := c.number(f.root)
	if c.err != nil {
		return math.NaN(), c.err
	}
	if v := value.constant; math.IsNaN(v) || math.IsInf(v, 0) {
		return v, fmt.Errorf("%q is %g%s", f.text, v, f.with(env))
	}
	return value.constant, nil
}

// with lists the values that the formula was evaluated with.
func (f *Formula) with(env map[string]float64) string {
	if len(f.names) == 0 {
		return ""
	}
	values := make([]string, len(f.names))
	for i, name := range f.names {
		values[i] = name + " = " + strconv.FormatFloat(env[name], 'g', -1, 64)
	}
	return " with " + strings.Join(values, ", ")
}

// Bind fixes every name but t and T to its value in env and returns the formula
// as a function of these two. It returns an *Error at the first name without a
// value. The function allocates nothing and may be called concurrently; it
// returns what floating point makes of the formula, NaN and infinities included.
func (f *Formula) Bind(env map[string]float64) (func(t, T float64) float64, error) {
	c := compiler{env: env, free: true}
	code := c.number(f.root).function()
	return code, c.err
}
