package config

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"regret/optim/schedule/formula"
)

// Names that formulas may use, by what is known where they stand.
var (
	sizeNames     = []string{"n", "d"}
	constantNames = []string{"D", "G", "Gloss", "R", "L", "Lmax", "Lexp", "mu", "sigma", "sigma_star", "Rx", "n", "d"}
	scalarNames   = append(slices.Clone(constantNames), "T")
	stepNames     = append(slices.Clone(scalarNames), "t")
)

// scalar is a number, or a formula that becomes one when constants are known.
type scalar struct {
	node    *yaml.Node
	value   float64
	formula *formula.Formula // nil for a plain number
}

// scalar decodes a number or a formula of the given names.
func (d *document) scalar(n *yaml.Node, names []string) (scalar, bool) {
	if n.Kind != yaml.ScalarNode {
		d.errorf(n, "want a number%s, not %s", orFormula(names), describe(n))
		return scalar{}, false
	}
	if n.Tag == "!!str" && !isNumber(n.Value) && !notFinite(n.Value) {
		if len(names) == 0 {
			d.errorf(n, "want a number, not %s", describe(n))
			return scalar{}, false
		}
		f, ok := d.formula(n, names)
		return scalar{node: n, formula: f}, ok
	}
	x, ok := d.number(n)
	return scalar{node: n, value: x}, ok
}

// eval computes the number, and says what stands in the way: a constant that
// is unknown or infinite, or a value that is not finite.
func (s scalar) eval(env environment) (float64, error) {
	if s.formula == nil {
		return s.value, nil
	}
	values, err := env.bind(s.formula)
	if err != nil {
		return 0, err
	}
	x, err := s.formula.Eval(values)
	if err != nil {
		return 0, env.blame(s.formula, err)
	}
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return 0, fmt.Errorf("%s is %v%s", s.node.Value, x, env.owner())
	}
	return x, nil
}

// number decodes a finite number.
func (d *document) number(n *yaml.Node) (float64, bool) {
	switch {
	case n.Kind != yaml.ScalarNode || n.Tag != "!!int" && n.Tag != "!!float" && n.Tag != "!!str":
		d.errorf(n, "want a number, not %s", describe(n))
	case notFinite(n.Value):
		d.errorf(n, "want a finite number, not %s", n.Value)
	case !plain(n) && isNumber(n.Value):
		d.errorf(n, "want a number: remove the quotes around %q", n.Value)
	default:
		if x, err := strconv.ParseFloat(n.Value, 64); err == nil {
			return x, true
		} else if errors.Is(err, strconv.ErrRange) {
			d.errorf(n, "%s is too large", n.Value)
		} else {
			d.errorf(n, "want a decimal number, not %q", n.Value)
		}
	}
	return 0, false
}

// integer decodes a whole number from lo to hi; 1e5 and 100_000 are whole.
func (d *document) integer(n *yaml.Node, lo, hi int) (int, bool) {
	x, ok := d.number(n)
	switch {
	case !ok:
		return 0, false
	case x != math.Trunc(x):
		d.errorf(n, "want a whole number, not %s", n.Value)
		return 0, false
	case x < float64(lo) || x > float64(hi):
		d.errorf(n, "%s is not in [%d, %d]", n.Value, lo, hi)
		return 0, false
	}
	return int(x), true
}

// text decodes a string.
func (d *document) text(n *yaml.Node) (string, bool) {
	if n.Kind != yaml.ScalarNode || n.Tag == "!!null" {
		d.errorf(n, "want text, not %s", describe(n))
		return "", false
	}
	return n.Value, true
}

// formula parses a formula and checks the names that it uses.
func (d *document) formula(n *yaml.Node, names []string) (*formula.Formula, bool) {
	if len(n.Value) > maxFormula {
		d.errorf(n, "the formula is longer than %d bytes", maxFormula)
		return nil, false
	}
	f, err := formula.Parse(n.Value, stepNames)
	if err != nil {
		d.formulaError(n, err, names)
		return nil, false
	}
	for _, name := range stepNames {
		if f.Uses(name) && !slices.Contains(names, name) {
			d.formulaAt(n, nameColumn(n.Value, name), notHere(name, names))
			return nil, false
		}
	}
	return f, true
}

// notHere explains why a name that formulas know elsewhere is not known here.
func notHere(name string, names []string) string {
	if name == "t" && slices.Contains(names, "T") {
		return "t varies along a run: only the step of kind: formula, and the times of a figure against t, may use it"
	}
	return fmt.Sprintf("%s is not known here: a formula in this place may use %s", name, strings.Join(names, ", "))
}

func orFormula(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return " or a formula"
}

// isNumber says whether text would be a number without quotes.
func isNumber(text string) bool {
	_, err := strconv.ParseFloat(text, 64)
	return err == nil || errors.Is(err, strconv.ErrRange)
}

// notFinite says whether text spells an infinity or no number.
func notFinite(text string) bool {
	x, err := strconv.ParseFloat(strings.Replace(text, ".", "", 1), 64)
	return err == nil && (math.IsNaN(x) || math.IsInf(x, 0))
}

// describe names a node for the end of "want a number, not ...".
func describe(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case n.Kind == yaml.MappingNode:
		return "a mapping"
	case n.Tag == "!!null":
		return "nothing"
	case n.Tag == "!!bool":
		return "the truth value " + n.Value
	}
	return strconv.Quote(n.Value)
}
