package bound

import (
	"errors"
	"fmt"
	"math"
)

// Assumptions that theorems share. A theorem has one of the two on steps.
var (
	// convexLosses is not checked here: every objective of the suite is convex,
	// and its contract test checks that along random chords.
	convexLosses = Assumption{
		Name:  "convex losses",
		LaTeX: `f_1,\dots,f_T \text{ convex}`,
		Check: func(Input) error { return nil },
	}
	boundedDomain = Assumption{
		Name:  "bounded domain",
		LaTeX: `\|x-y\|\le D<\infty \text{ on the domain}`,
		Check: func(in Input) error { return positive("D", in.D) },
	}
	boundedSubgradients = Assumption{
		Name:  "bounded subgradients",
		LaTeX: `\|g_t\|\le G<\infty`,
		Check: func(in Input) error { return positive("G", in.G) },
	}
	knownDistance = Assumption{
		Name:  "known distance to the comparator",
		LaTeX: `\|x_1-u\|=R<\infty`,
		Check: func(in Input) error { return finite("R", in.R) },
	}
	observedRun = Assumption{
		Name:  "a run",
		LaTeX: `D_t=\max_{s\le t}\|x_s-u\|,\ G_t=\max_{s\le t}\|g_s\| \text{ observed}`,
		Check: func(in Input) error {
			if in.Observed == nil {
				return errors.New("the D and G of a run are not known")
			}
			return nil
		},
	}
	legalSteps = Assumption{
		Name:  "non-negative steps",
		LaTeX: `\eta_t\ge 0`,
		Reads: legality{},
		Check: func(in Input) error { return screened(in, legality{}, legal) },
	}
	nonIncreasingSteps = Assumption{
		Name:  "non-increasing steps",
		LaTeX: `\eta_1\ge\eta_2\ge\dots\ge\eta_T\ge 0`,
		Reads: descent{},
		Check: func(in Input) error { return screened(in, descent{}, noRise()) },
	}
)

// rounding is the relative increase of a step that passes for the rounding of
// its formula, measured from the lowest step so far: four units in the last
// place. It moves the bounds by less than rounding times sqrt(T) times D*G.
const rounding = 0x1p-50

// noRise is the test of the steps in turn.
func noRise() func(t int, eta float64) error {
	lowest, when := math.MaxFloat64, 0
	return func(t int, eta float64) error {
		if 0 <= eta && eta <= lowest {
			lowest, when = eta, t
			return nil
		}
		if err := legal(t, eta); err != nil {
			return err
		}
		if eta > lowest*(1+rounding) {
			return fmt.Errorf("eta_%d = %g exceeds eta_%d = %g", t, eta, when, lowest)
		}
		return nil
	}
}

func legal(t int, eta float64) error {
	if eta >= 0 && !math.IsInf(eta, 1) {
		return nil
	}
	if eta < 0 {
		return fmt.Errorf("eta_%d = %g is negative", t, eta)
	}
	return fmt.Errorf("eta_%d = %g is not a finite number", t, eta)
}

// everyStep returns the first fault among eta_1..eta_T.
func everyStep(in Input, fault func(t int, eta float64) error) error {
	for t, block := range forward(in, 1, in.Horizon) {
		for i, eta := range block {
			if err := fault(t+i, eta); err != nil {
				return err
			}
		}
	}
	return nil
}

// finite refuses a constant that is not a non-negative number.
func finite(name string, value float64) error {
	switch {
	case math.IsNaN(value):
		return fmt.Errorf("%s is not known", name)
	case math.IsInf(value, 1):
		return fmt.Errorf("%s is infinite", name)
	case value < 0:
		return fmt.Errorf("%s = %g is negative", name, value)
	}
	return nil
}

// positive also refuses 0: a domain of one point, or losses that are constant.
func positive(name string, value float64) error {
	if value == 0 {
		return fmt.Errorf("%s is 0", name)
	}
	return finite(name, value)
}
