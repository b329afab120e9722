package config

import (
	"fmt"
	"math"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
)

// fault is an error at a place of the file.
type fault struct {
	node *yaml.Node
	err  error
}

func (f *fault) Error() string { return f.err.Error() }

func faultAt(n *yaml.Node, format string, args ...any) *fault {
	return &fault{n, fmt.Errorf(format, args...)}
}

// built is a kind made into a value, with its parameters in canonical form.
type built struct {
	value any    // a struct of the kind's type
	spec  string // "inverse-sqrt(alpha=0x1p-03)"
	// numbers holds the scalar parameters by name, those of nested kinds too.
	numbers map[string]float64
}

// build makes the kind's struct with its parameters computed in env, and
// validates it.
func (k *kind) build(env environment) (*built, *fault) {
	b, bad := k.fill(env)
	if bad != nil {
		return nil, bad
	}
	return b, k.validate(b.value)
}

// fill makes the kind's struct with its parameters computed in env.
func (k *kind) fill(env environment) (*built, *fault) {
	pointer := reflect.ValueOf(k.entry.New())
	b := &built{numbers: map[string]float64{}}
	var specs []string
	for _, a := range k.args {
		if a.param.Group == "compositions" {
			continue // it has no field: compose wraps the schedule
		}
		spec, bad := a.set(pointer.Elem().FieldByIndex(a.param.Index), env, b)
		if bad != nil {
			return nil, bad
		}
		specs = append(specs, a.param.Name+"="+spec)
	}
	b.value = pointer.Elem().Interface()
	b.spec = k.title + "(" + strings.Join(specs, ",") + ")"
	return b, nil
}

// validate calls the value's own Validate.
func (k *kind) validate(value any) *fault {
	if v, ok := value.(interface{ Validate() error }); ok {
		if err := v.Validate(); err != nil {
			return &fault{k.blame(err), err}
		}
	}
	return nil
}

// set computes the argument, stores it in a field, and returns its canonical
// text.
func (a argument) set(field reflect.Value, env environment, b *built) (string, *fault) {
	switch v := a.value.(type) {
	case scalar:
		x, bad := a.number(v, env)
		if bad != nil {
			return "", bad
		}
		b.numbers[a.param.Name] = x
		if field.Kind() == reflect.Int {
			field.SetInt(int64(x))
			return fmt.Sprintf("%d", int64(x)), nil
		}
		field.SetFloat(x)
		return hex(x), nil
	case []scalar:
		list := make([]float64, len(v))
		texts := make([]string, len(v))
		for i, s := range v {
			x, bad := a.number(s, env)
			if bad != nil {
				return "", bad
			}
			list[i], texts[i] = x, hex(x)
		}
		field.Set(reflect.ValueOf(list))
		return "[" + strings.Join(texts, ",") + "]", nil
	case *kind:
		nested, bad := v.build(env)
		if bad != nil {
			return "", bad
		}
		field.Set(reflect.ValueOf(v.shared(nested.value)))
		for name, x := range nested.numbers {
			b.numbers[name] = x
		}
		if v.group == "datasets" {
			return "content", nil // the key holds the hash of the content
		}
		return nested.spec, nil
	}
	field.Set(reflect.ValueOf(a.value))
	return fmt.Sprintf("%q", fmt.Sprint(a.value)), nil
}

// number evaluates a scalar and checks it against the parameter's tags.
func (a argument) number(s scalar, env environment) (float64, *fault) {
	x, err := s.eval(env)
	if err == nil {
		err = checkNumber(a.param, x)
	}
	if err != nil {
		return 0, &fault{s.node, err}
	}
	return x, nil
}

// checkNumber checks the range of a parameter, and that a whole one is whole.
func checkNumber(p catalogue.Param, x float64) error {
	switch {
	case p.Type.Kind() == reflect.Int && (x != math.Trunc(x) || math.Abs(x) > 1<<53):
		return fmt.Errorf("%s = %v is not a whole number", p.Name, x)
	case !p.Range.Contains(x):
		return fmt.Errorf("%s = %v is not in %s", p.Name, x, p.Range)
	}
	return nil
}

// blame finds the node of the parameter that an error of Validate names first,
// or else that of the whole kind.
func (k *kind) blame(err error) *yaml.Node {
	first, _, _ := strings.Cut(err.Error(), " ")
	for _, a := range k.args {
		if a.param.Name == strings.TrimSuffix(first, ":") {
			return a.node
		}
	}
	return k.node
}

// hex writes a number so that no bit is lost.
func hex(x float64) string { return fmt.Sprintf("%x", x) }
