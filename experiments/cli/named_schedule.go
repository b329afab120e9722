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

// namedSchedule builds a schedule of the catalogue from the parameters given, with
// defaults elsewhere and 1 for its scale.
func (q *question) namedSchedule(entry catalogue.Entry, given map[string]string, horizon int) (schedule.Schedule, string, error) {
	kind := entry.New()
	if _, ok := kind.(schedule.Schedule); !ok {
		return nil, "", badUsage("a %s is given as it is: --schedule 'D/(G*sqrt(t))'", entry.Kind)
	}
	var texts []string
	for _, p := range entry.Params() {
		text, set := given[p.Name]
		switch {
		case set:
		case p.Scale:
			text = "1"
		case p.Required:
			return nil, "", badUsage("%s needs its %s (%s): give --param %s=VALUE", entry.Kind, p.Name, p.Doc, p.Name)
		default:
			text = p.Default
		}
		if err := q.setParam(reflect.ValueOf(kind).Elem().FieldByIndex(p.Index), p, text, horizon); err != nil {
			return nil, "", err
		}
		if text != "" {
			texts = append(texts, p.Name+"="+text)
		}
	}
	s, err := loaded(kind.(schedule.Schedule))
	if err != nil {
		return nil, "", badUsage("%s: %v", entry.Kind, err)
	}
	return s, fmt.Sprintf("%s(%s)", entry.Kind, strings.Join(texts, ", ")), nil
}

// loaded reads the file of a schedule that has one.
func loaded(s schedule.Schedule) (schedule.Schedule, error) {
	switch s := s.(type) {
	case *schedule.Table:
		return s.Load()
	case *schedule.Refined:
		return s.Load()
	}
	return s, nil
}

// setParam sets a field from its text on the command line.
func (q *question) setParam(field reflect.Value, p catalogue.Param, text string, horizon int) error {
	switch field.Kind() {
	case reflect.Float64, reflect.Int:
		flag := "--param " + p.Name
		x, err := q.number(flag, text, horizon)
		if err != nil {
			return err
		}
		if !p.Range.Contains(x) {
			return badUsage("%s is %v, must lie in %s", flag, x, p.Range)
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

// number evaluates a formula of T and the constants given.
func (q *question) number(flag, text string, horizon int) (float64, error) {
	f, err := formula.Parse(text, append([]string{"T"}, constantNames...))
	if err != nil {
		return 0, badFormula(flag, text, err)
	}
	env, err := q.environment(f, flag)
	if err != nil {
		return 0, err
	}
	env["T"] = float64(horizon)
	x, err := f.Eval(env)
	if err != nil {
		return 0, badFormula(flag, text, err)
	}
	return x, nil
}
