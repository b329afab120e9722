package config

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"regret/optim/schedule/formula"
	"regret/problems"
)

// environment is what the names of formulas stand for in one place.
type environment struct {
	values map[string]problems.Constant
	of     string // "problem X": whose constants they are
}

// with adds a number that is known exactly.
func (e environment) with(name string, value float64) environment {
	e.values = maps.Clone(e.values)
	if e.values == nil {
		e.values = map[string]problems.Constant{}
	}
	e.values[name] = problems.Constant{Value: value, Provenance: problems.Exact}
	return e
}

// bind returns the values of the names that a formula uses, t aside. It is an
// error if one is unknown or infinite.
func (e environment) bind(f *formula.Formula) (map[string]float64, error) {
	values := map[string]float64{}
	for _, name := range f.Names() {
		if name == "t" {
			continue
		}
		c, known := e.values[name]
		switch {
		case !known || math.IsNaN(c.Value):
			return nil, fmt.Errorf("%s is not known%s%s", name, e.owner(), e.offer())
		case math.IsInf(c.Value, 0):
			return nil, fmt.Errorf("%s is infinite%s%s", name, e.owner(), reason(c))
		}
		values[name] = c.Value
	}
	return values, nil
}

func (e environment) owner() string {
	if e.of == "" {
		return " here"
	}
	return " for " + e.of
}

// offer lists the names that can be used in place of an unknown one.
func (e environment) offer() string {
	var names []string
	for _, name := range scalarNames {
		if c, known := e.values[name]; known && !math.IsNaN(c.Value) && !math.IsInf(c.Value, 0) {
			names = append(names, name)
		}
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return "; known is " + names[0]
	}
	return "; known are " + strings.Join(names, ", ")
}

// blame adds whose constants a formula failed with, if it uses any.
func (e environment) blame(f *formula.Formula, err error) error {
	if e.of == "" || !slices.ContainsFunc(constantNames, f.Uses) {
		return err
	}
	return fmt.Errorf("%w for %s", err, e.of)
}

func reason(c problems.Constant) string {
	if c.Formula == "" {
		return ""
	}
	return ": " + c.Formula
}
