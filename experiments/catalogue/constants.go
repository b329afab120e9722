package catalogue

import (
	"fmt"
	"slices"
)

// Constant is a number of a problem that theorems ask for.
type Constant struct {
	Name, Doc string
	Range     Interval
}

var constants = []Constant{
	{"D", "diameter of the domain", interval("(0,inf)")},
	{"G", "bound of the subgradients", interval("(0,inf)")},
	{"Gloss", "bound of the losses' subgradients, without the l1 term", interval("(0,inf)")},
	{"R", "distance from start to comparator", interval("(0,inf)")},
	{"L", "smoothness of F", interval("(0,inf)")},
	{"Lmax", "largest smoothness of a term", interval("(0,inf)")},
	{"mu", "strong convexity of F", interval("[0,inf)")},
	{"sigma", "noise of the stochastic gradient", interval("[0,inf)")},
}

// known are the other names of formulas, which no one gives in place of a problem.
var known = []Constant{
	{Name: "Lexp", Doc: "expected smoothness: the mean of |grad f_i(x) - grad f_i(u)|^2 is at most 2 Lexp [F(x) - F(u)]"},
	{Name: "sigma_star", Doc: "noise of the stochastic gradient at the minimizer"},
	{Name: "Rx", Doc: "of least squares on a population: the mean of |a|^2 a a' is at most Rx^2 times that of a a'"},
	{Name: "n", Doc: "number of rows, or of losses of an online problem"},
	{Name: "d", Doc: "number of parameters"},
	{Name: "T", Doc: "horizon: number of evaluated points"},
	{Name: "t", Doc: "time, from 1 to T; in the step of kind: formula and the times of a figure against t"},
}

// interval reads an interval that is part of the program.
func interval(text string) Interval {
	in, err := ParseInterval(text)
	if err != nil {
		panic("catalogue: " + err.Error())
	}
	return in
}

// Constants lists the constants that may be given instead of a problem.
func Constants() []Constant { return constants }

// FormulaNames lists all that formulas may name: the constants, what else is known of a
// problem, and time.
func FormulaNames() []Constant { return slices.Concat(constants, known) }

// ConstantOrder holds pairs of which no problem has the first above the second.
var ConstantOrder = []struct{ Small, Large, Why string }{
	{"R", "D", "start and minimizer both lie in the domain"},
	{"mu", "L", "F is no smoother than strongly convex"},
	{"L", "Lmax", "F is a mean of its terms"},
}

// CheckConstants returns an error, which starts with the name of a constant, if no
// problem has constants of these values. Those that are not given do not count.
func CheckConstants(values map[string]float64) error {
	for _, c := range constants {
		if x, given := values[c.Name]; given && !c.Range.Contains(x) {
			return fmt.Errorf("%s = %v is not in %s", c.Name, x, c.Range)
		}
	}
	for _, pair := range ConstantOrder {
		x, ok1 := values[pair.Small]
		y, ok2 := values[pair.Large]
		if ok1 && ok2 && x > y {
			return fmt.Errorf("%s = %v is above %s = %v, but %s", pair.Small, x, pair.Large, y, pair.Why)
		}
	}
	return nil
}
