package config

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"

	"regret/optim/schedule"
	"regret/optim/schedule/formula"
)

// schedule builds a schedule for one problem and horizon: the kind itself, and
// the compositions around it.
func (k *kind) schedule(env environment) (*built, *fault) {
	b, bad := k.build(env)
	if bad != nil {
		return nil, bad
	}
	if bad := k.finish(b, env); bad != nil {
		return nil, bad
	}
	for _, a := range k.args {
		if a.param.Group == "compositions" {
			if bad := a.value.(*kind).compose(b, env); bad != nil {
				return nil, bad
			}
		}
	}
	return b, nil
}

// finish does what some kinds need besides their parameters: the file of a
// table is read, and the constants of a formula are bound.
func (k *kind) finish(b *built, env environment) *fault {
	switch v := b.value.(type) {
	case schedule.Table:
		loaded, err := v.Load()
		if err != nil {
			return &fault{k.find("file").node, err}
		}
		if v.File != "" {
			b.spec = fmt.Sprintf("table(sha256=%x)", sha256.Sum256(fmt.Appendf(nil, "%x", loaded.Steps)))
		}
		b.value = loaded
	case schedule.Refined:
		loaded, err := v.Load()
		if err != nil {
			return &fault{k.find("pilot").node, err}
		}
		steps := make([]float64, int(env.values["T"].Value))
		if err := loaded.ValidFor(len(steps)); err != nil {
			return &fault{k.find("pilot").node, err}
		}
		loaded.Fill(steps, 1, len(steps))
		b.spec = fmt.Sprintf("refined(sha256=%x)", sha256.Sum256(fmt.Appendf(nil, "%x", steps)))
		b.value = loaded
	case schedule.Formula:
		at := k.find("step").node
		f, err := formula.Parse(v.Step, stepNames)
		if err != nil {
			return &fault{at, err}
		}
		values, err := env.bind(f)
		if err != nil {
			return &fault{at, err}
		}
		bound, err := schedule.NewFormula(f, values)
		if err != nil {
			return &fault{at, err}
		}
		b.value = bound
		b.spec = fmt.Sprintf("formula(step=%q%s)", v.Step, valuesSpec(f, values))
	}
	return nil
}

// valuesSpec writes the constants that a formula uses; the horizon has its own
// place in the key.
func valuesSpec(f *formula.Formula, values map[string]float64) string {
	var b strings.Builder
	for _, name := range f.Names() {
		if name != "t" && name != "T" {
			fmt.Fprintf(&b, ",%s=%s", name, hex(values[name]))
		}
	}
	return b.String()
}

// compose wraps a schedule.
func (k *kind) compose(b *built, env environment) *fault {
	around, bad := k.fill(env)
	if bad != nil {
		return bad
	}
	inner := b.value.(schedule.Schedule)
	switch v := around.value.(type) {
	case schedule.Warmup:
		v.Of = inner
		b.value = v
	case schedule.Cooldown:
		v.Of = inner
		b.value = v
	default:
		panic(fmt.Sprintf("config: %T does not compose", v))
	}
	if bad := k.validate(b.value); bad != nil {
		return bad
	}
	b.spec += " " + around.spec
	for name, x := range around.numbers {
		b.numbers[name] = x
	}
	return nil
}

// checkSteps asks whether the schedule serves a run of T points, and finds the
// first step that is negative or not finite.
func (k *kind) checkSteps(s schedule.Schedule, T int, env environment) *fault {
	err := schedule.Check(s, T)
	if err == nil {
		return nil
	}
	if env.of != "" && (k.entry.Kind == "formula" || k.uses(constantNames) != nil) {
		err = errors.New(err.Error() + " (" + env.of + ")")
	}
	at := k.node
	if k.entry.Kind == "formula" {
		at = k.find("step").node
	}
	return &fault{at, err}
}
