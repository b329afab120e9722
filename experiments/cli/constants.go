package cli

import (
	"math"

	"regret/experiments/catalogue"
	"regret/optim/bound"
)

// constants are the numbers that theorems ask for; nil where not given.
type constants struct {
	D     *float64 `name:"D" help:"Diameter of the domain (inf: unbounded)." placeholder:"D"`
	G     *float64 `name:"G" help:"Bound of the subgradients." placeholder:"G"`
	Gloss *float64 `name:"Gloss" help:"Bound of the losses' subgradients without the l1 term, for proximal methods." placeholder:"G"`
	R     *float64 `name:"R" help:"Distance from start to minimizer." placeholder:"R"`
	L     *float64 `name:"L" help:"Smoothness of F (inf: not smooth)." placeholder:"L"`
	Lmax  *float64 `name:"Lmax" help:"Largest smoothness of a term (inf: not smooth)." placeholder:"L"`
	Mu    *float64 `name:"mu" help:"Strong convexity of F." placeholder:"MU"`
	Sigma *float64 `name:"sigma" help:"Noise of the stochastic gradient." placeholder:"S"`
}

// constantNames are the constants in the order of the flags.
var constantNames = []string{"D", "G", "Gloss", "R", "L", "Lmax", "mu", "sigma"}

// constantRule says which values of a constant make sense.
type constantRule struct {
	name              string
	value             *float64
	zeroOK, unbounded bool
}

func (c constants) rules() []constantRule {
	return []constantRule{
		{"D", c.D, false, true},
		{"G", c.G, false, false},
		{"Gloss", c.Gloss, false, false},
		{"R", c.R, false, false},
		{"L", c.L, false, true},
		{"Lmax", c.Lmax, false, true},
		{"mu", c.Mu, true, false},
		{"sigma", c.Sigma, true, false},
	}
}

// validate refuses numbers that no problem has.
func (c constants) validate() error {
	for _, r := range c.rules() {
		if r.value == nil {
			continue
		}
		x := *r.value
		switch {
		case math.IsNaN(x):
			return badUsage("--%s is not a number", r.name)
		case x < 0 || x == 0 && !r.zeroOK:
			return badUsage("--%s is %v, must be %s", r.name, x, map[bool]string{false: "positive", true: "zero or more"}[r.zeroOK])
		case math.IsInf(x, 1) && !r.unbounded:
			return badUsage("--%s is infinite, must be finite", r.name)
		}
	}
	given := c.given()
	for _, pair := range catalogue.ConstantOrder {
		x, ok1 := given[pair.Small]
		y, ok2 := given[pair.Large]
		if ok1 && ok2 && x > y {
			return badUsage("--%s %v is above --%s %v, but %s", pair.Small, x, pair.Large, y, pair.Why)
		}
	}
	return nil
}

// given returns the constants that were given, by name.
func (c constants) given() map[string]bound.Number {
	m := map[string]bound.Number{}
	for _, r := range c.rules() {
		if r.value != nil {
			m[r.name] = bound.Number(*r.value)
		}
	}
	return m
}

// input is what theorems are evaluated on; constants not given are unknown.
func (c constants) input(steps bound.Steps, horizon int) bound.Input {
	or := func(x *float64) float64 {
		if x == nil {
			return math.NaN()
		}
		return *x
	}
	return bound.Input{
		Steps: steps, Horizon: horizon,
		D: or(c.D), G: or(c.G), Gloss: or(c.Gloss), R: or(c.R), L: or(c.L), Lmax: or(c.Lmax), Mu: or(c.Mu), Sigma: or(c.Sigma),
	}
}
