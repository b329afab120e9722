package bound

import (
	"fmt"
	"math"
)

// prescribed is the assumption that eta_t is what a formula says, up to rounding.
// Where the formula has an unknown constant, the assumption on that constant
// speaks.
func prescribed(formula, latex string, step func(in Input, t int) float64) Assumption {
	return Assumption{
		Name:  "steps " + formula,
		LaTeX: latex,
		Reads: legality{},
		Check: func(in Input) error {
			return checkSteps(in, func(t int, eta float64) error {
				want := step(in, t)
				if math.Abs(eta-want) <= rounding*want || math.IsNaN(want) {
					return nil
				}
				return fmt.Errorf("eta_%d = %g is not %g", t, eta, want)
			})
		},
	}
}

// atMost is the assumption that no step exceeds a limit, up to rounding.
func atMost(name, latex string, limit func(in Input) float64) Assumption {
	return Assumption{
		Name:  "steps up to " + name,
		LaTeX: latex,
		Reads: legality{},
		Check: func(in Input) error {
			most := limit(in)
			if peak, _, legal := peaks(in); legal && !(peak > most*(1+rounding)) {
				return nil
			}
			return checkSteps(in, func(t int, eta float64) error {
				if eta <= most*(1+rounding) || math.IsNaN(most) {
					return nil
				}
				return fmt.Errorf("eta_%d = %g exceeds %s = %g", t, eta, name, most)
			})
		},
	}
}

// below is the assumption that all steps are less than a limit.
func below(name, latex string, limit func(in Input) float64) Assumption {
	return Assumption{
		Name:  "steps below " + name,
		LaTeX: latex,
		Reads: legality{},
		Check: func(in Input) error {
			end := limit(in)
			if peak, _, legal := peaks(in); legal && !(peak >= end) {
				return nil
			}
			return checkSteps(in, func(t int, eta float64) error {
				if eta < end || math.IsNaN(end) {
					return nil
				}
				return fmt.Errorf("eta_%d = %g is not below %s = %g", t, eta, name, end)
			})
		},
	}
}

var constantSteps = Assumption{
	Name:  "constant steps",
	LaTeX: `\eta_1=\eta_2=\dots=\eta_T`,
	Reads: sameness{},
	Check: func(in Input) error {
		if passes(in, sameness{}) {
			return nil
		}
		first := firstStep(in)
		return checkSteps(in, func(t int, eta float64) error {
			if math.Abs(eta-first) <= rounding*first {
				return nil
			}
			return fmt.Errorf("eta_%d = %g is not eta_1 = %g", t, eta, first)
		})
	},
}

// checkSteps returns the first step that is illegal, or else the first fault.
func checkSteps(in Input, fault func(t int, eta float64) error) error {
	if passes(in, legality{}) {
		return everyStep(in, fault)
	}
	var found error
	illegal := everyStep(in, func(t int, eta float64) error {
		if found == nil {
			found = fault(t, eta)
		}
		return legal(t, eta)
	})
	if illegal != nil {
		return illegal
	}
	return found
}
