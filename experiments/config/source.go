package config

import (
	"context"
	"errors"
	"slices"

	"gopkg.in/yaml.v3"

	"regret/optim/bound"
	"regret/problems"
	"regret/problems/optimum"
)

// source is a problem of the file: one instance for all schedules, one for each
// horizon, or one that is built for each schedule, as it depends on the steps.
type source struct {
	kind      *kind
	spec      string
	numbers   map[string]float64
	constants map[string]problems.Constant
	fixed     *problems.Problem
	builder   stepBuilder
	sampling  Sampling
	drawn     map[string]float64 // the sampling's numbers that a grid varies
	byHorizon map[int]*source    // where the problem depends on the horizon alone
}

// finiteBuilder is met by problems that depend on nothing but their parameters.
type finiteBuilder interface {
	Build(ctx context.Context, optima *optimum.Store) (*problems.Problem, error)
}

// stepBuilder is met by problems that depend on the steps, but whose constants
// are known before. They are online or ordered.
type stepBuilder interface {
	Constants() map[string]problems.Constant
	BuildFor(steps bound.Steps, T int) (*problems.Problem, error)
}

// newSource builds a problem as far as it can be built without steps, a sequence
// for every horizon.
func (f *file) newSource(k *kind) (*source, *fault) {
	if !k.online() || len(f.horizons) == 0 {
		return f.sourceFor(k, 0)
	}
	s := &source{kind: k, byHorizon: map[int]*source{}}
	for _, T := range f.horizons {
		part, bad := f.sourceFor(k, T)
		if bad != nil {
			return nil, bad
		}
		s.byHorizon[T] = part
	}
	return s, nil
}

// sourceFor builds a problem as far as it can be built without steps; a sequence
// for a run of T points, or for all of its rows if T is 0.
func (f *file) sourceFor(k *kind, T int) (*source, *fault) {
	env, bad := k.sizeEnvironment(T)
	if bad != nil {
		return nil, bad
	}
	b, bad := k.build(env)
	if bad != nil {
		return nil, bad
	}
	s := &source{kind: k, spec: b.spec, numbers: b.numbers}
	switch v := upTo(b.value, T).(type) {
	case stepBuilder:
		s.builder, s.constants = v, v.Constants()
	case finiteBuilder:
		p, err := v.Build(f.ctx, f.optima)
		if err != nil {
			return nil, k.fault(err)
		}
		s.fixed, s.constants = p, p.Constants
	default:
		return nil, faultAt(k.node, "%s cannot be built", k.entry.Kind)
	}
	return s, nil
}

// over returns the source as a run of T points sees it.
func (s *source) over(T int) *source {
	part := s.byHorizon[T]
	if part == nil {
		return s
	}
	out := *s
	out.spec, out.numbers, out.constants, out.fixed = part.spec, part.numbers, part.constants, part.fixed
	return &out
}

// sizeEnvironment holds n and d where a formula of the problem uses one, and only d
// for a problem without data that is told its dimension. In a run of T > 0 points n is T.
func (k *kind) sizeEnvironment(T int) (env environment, bad *fault) {
	user := k.uses(sizeNames)
	if user == nil {
		return env, nil
	}
	if dim := k.find("dim"); dim != nil && k.find("data") == nil {
		d, bad := dim.number(dim.value.(scalar), env)
		return env.with("d", d), bad
	}
	n, d, bad := k.sizes(user)
	if T > 0 {
		n = T
	}
	return env.with("n", float64(n)).with("d", float64(d)), bad
}

// fault blames the data for their own errors.
func (k *kind) fault(err error) *fault {
	var broken *problems.DataError
	if data := k.find("data"); data != nil && errors.As(err, &broken) {
		return &fault{data.node, err}
	}
	return &fault{k.blame(err), err}
}

// instance returns the problem for the steps and horizon of a case.
func (s *source) instance(c Case) (*problems.Problem, *fault) {
	if s.fixed != nil {
		return s.fixed, nil
	}
	p, err := s.builder.BuildFor(c.Steps, c.Horizon)
	if err != nil {
		return nil, faultAt(s.kind.node, "%w (schedule %s, horizon %d)", err, c.Schedule, c.Horizon)
	}
	return p, nil
}

// environment is what formulas of schedules and methods may use with this
// problem.
func (s *source) environment(T int) environment {
	return environment{values: s.constants, of: s.kind.name}.with("T", float64(T))
}

// uses finds a parameter, nested ones included, that is a formula of one of the
// names; nil if there is none.
func (k *kind) uses(names []string) *yaml.Node {
	for _, a := range k.args {
		if user := a.uses(names); user != nil {
			return user
		}
	}
	return nil
}

func (a argument) uses(names []string) *yaml.Node {
	switch v := a.value.(type) {
	case scalar:
		if v.formula != nil && slices.ContainsFunc(names, v.formula.Uses) {
			return a.node
		}
	case *kind:
		return v.uses(names)
	}
	return nil
}

// sized is met by problems whose n and d do not depend on other parameters.
type sized interface {
	Size() (n, d int, err error)
}

// sizes returns n, the number of rows, and d, the number of parameters, from
// the parameters that are no formula of them. A problem without data is a fault
// of the user that asks for them.
func (k *kind) sizes(user *yaml.Node) (n, d int, bad *fault) {
	known := *k
	known.args = slices.DeleteFunc(slices.Clone(k.args), func(a argument) bool { return a.uses(sizeNames) != nil })
	b, bad := known.fill(environment{})
	if bad != nil {
		return 0, 0, bad
	}
	problem, ok := b.value.(sized)
	if !ok {
		return 0, 0, faultAt(user, "n and d are not known for %s", k.name)
	}
	n, d, err := problem.Size()
	if err != nil {
		return 0, 0, k.fault(err)
	}
	return n, d, nil
}
