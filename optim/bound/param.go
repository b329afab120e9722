package bound

import (
	"fmt"
	"math"
	"strings"
)

// Param is a number that a theorem takes besides steps and constants.
type Param struct {
	Name    string
	Doc     string  // one line, with its range
	Default float64 // NaN: must be given
}

// param returns the value of one of a theorem's parameters, or its default. It
// panics if the theorem has no parameter of that name.
func (in Input) param(params []Param, name string) float64 {
	for _, p := range params {
		if p.Name != name {
			continue
		}
		if value, given := in.Params[name]; given {
			return value
		}
		return p.Default
	}
	panic("bound: no parameter " + name)
}

// Param returns the value of one of the theorem's parameters on an input, or its
// default. It panics if the theorem has no parameter of that name.
func (th *Theorem) Param(in Input, name string) float64 { return in.param(th.Params, name) }

// known refuses a parameter that is missing or outside its range.
func known(params []Param, name string, legal interval) Assumption {
	return Assumption{
		Name:  "known " + name,
		LaTeX: fmt.Sprintf(`\text{%s} \in %s`, strings.ReplaceAll(name, "_", `\_`), strings.ReplaceAll(legal.String(), "+Inf", `\infty`)),
		Check: func(in Input) error {
			switch value := in.param(params, name); {
			case math.IsNaN(value):
				return fmt.Errorf("%s is not given", name)
			case !legal.holds(value):
				return fmt.Errorf("%s = %g is outside %s", name, value, legal)
			}
			return nil
		},
	}
}

// interval is a range of parameters; an end may be left out.
type interval struct {
	lo, hi         float64
	openLo, openHi bool
}

func (i interval) holds(x float64) bool {
	return (x > i.lo || x == i.lo && !i.openLo) && (x < i.hi || x == i.hi && !i.openHi)
}

func (i interval) String() string {
	left, right := "[", "]"
	if i.openLo {
		left = "("
	}
	if i.openHi {
		right = ")"
	}
	return fmt.Sprintf("%s%g,%g%s", left, i.lo, i.hi, right)
}
