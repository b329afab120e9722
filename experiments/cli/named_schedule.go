package cli

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"regret/experiments/catalogue"
	"regret/optim/schedule"
	"regret/optim/schedule/formula"
)

// namedSchedule builds a schedule of the catalogue from --param, with defaults
// elsewhere and 1 for its scale.
func (c *boundCommand) namedSchedule(entry catalogue.Entry, horizon int) (schedule.Schedule, string, error) {
	kind := entry.New()
	params := entry.Params()
	if err := knownParams(c.Param, entry.Kind, params); err != nil {
		return nil, "", err
	}
	var texts []string
	for _, p := range params {
		text, given := c.Param[p.Name]
		switch {
		case given:
		case p.Scale:
			text = "1"
		case p.Required:
			return nil, "", badUsage("%s needs its %s (%s): give --param %s=VALUE", entry.Kind, p.Name, p.Doc, p.Name)
		default:
			text = p.Default
		}
		if err := c.setParam(reflect.ValueOf(kind).Elem().FieldByIndex(p.Index), p, text, horizon); err != nil {
			return nil, "", err
		}
		if text != "" {
			texts = append(texts, p.Name+"="+text)
		}
	}
	s, ok := kind.(schedule.Schedule)
	if !ok {
		return nil, "", badUsage("%s is given as a formula: --schedule FORMULA", entry.Kind)
	}
	return s, fmt.Sprintf("%s(%s)", entry.Kind, strings.Join(texts, ", ")), nil
}

func knownParams(given map[string]string, kind string, params []catalogue.Param) error {
	var names []string
	for _, p := range params {
		names = append(names, p.Name)
	}
	for name := range given {
		if !slices.Contains(names, name) {
			return badUsage("%s has no parameter %q%s", kind, name, catalogue.DidYouMean(name, names))
		}
	}
	return nil
}

// setParam sets a field from its text on the command line.
func (c *boundCommand) setParam(field reflect.Value, p catalogue.Param, text string, horizon int) error {
	switch field.Kind() {
	case reflect.Float64, reflect.Int:
		x, err := c.number(p, text, horizon)
		if err != nil {
			return err
		}
		if field.Kind() == reflect.Float64 {
			field.SetFloat(x)
			return nil
		}
		if x != math.Trunc(x) {
			return badUsage("--param %s=%s is not a whole number", p.Name, text)
		}
		field.SetInt(int64(x))
	case reflect.Bool:
		x, err := strconv.ParseBool(text)
		if err != nil {
			return badUsage("--param %s=%s is neither true nor false", p.Name, text)
		}
		field.SetBool(x)
	case reflect.String:
		if p.Enum != nil && !slices.Contains(p.Enum, text) {
			return badUsage("--param %s=%s is none of %s", p.Name, text, strings.Join(p.Enum, ", "))
		}
		field.SetString(text)
	default: // lists have their own flag
		if text != "" {
			return badUsage("--param cannot set %s; steps are listed with --steps", p.Name)
		}
	}
	return nil
}

// number evaluates a parameter's formula of T and the constants given.
func (c *boundCommand) number(p catalogue.Param, text string, horizon int) (float64, error) {
	flag := "--param " + p.Name
	f, err := formula.Parse(text, append([]string{"T"}, constantNames...))
	if err != nil {
		return 0, badFormula(flag, text, err)
	}
	env, err := c.environment(f, flag)
	if err != nil {
		return 0, err
	}
	env["T"] = float64(horizon)
	x, err := f.Eval(env)
	if err != nil {
		return 0, badFormula(flag, text, err)
	}
	if !p.Range.Contains(x) {
		return 0, badUsage("%s is %v, must lie in %s", flag, x, p.Range)
	}
	return x, nil
}
