package config

import (
	"context"
	"slices"

	"gopkg.in/yaml.v3"

	"regret/optim/bound"
	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/linear"
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
	byHorizon map[int]*source // where the problem depends on the horizon alone
}

// finiteBuilder is met by problems that depend on nothing but their parameters.
type finiteBuilder interface {
	Build(ctx context.Context, optima *optimum.Store) (*problems.Problem, error)
}

// stepBuilder is met by problems that depend on the steps, but whose constants
// are known before.
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
	var env environment
	if user := k.uses(sizeNames); user != nil {
		n, d, bad := k.sizes(user)
		if bad != nil {
			return nil, bad
		}
		if T > 0 {
			n = T
		}
		env = env.with("n", float64(n)).with("d", float64(d))
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
			return nil, k.blameData(err)
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

// blameData says whether a problem cannot be built for its data alone.
func (k *kind) blameData(err error) *fault {
	if _, bad := k.data(k.node); bad != nil {
		return bad
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
		switch v := a.value.(type) {
		case scalar:
			if v.formula != nil && slices.ContainsFunc(names, v.formula.Uses) {
				return a.node
			}
		case *kind:
			if user := v.uses(names); user != nil {
				return user
			}
		}
	}
	return nil
}

// data loads the rows of a problem as they are in the source. A problem
// without data is a fault of the user that asks for them.
func (k *kind) data(user *yaml.Node) (*dataset.Data, *fault) {
	data := k.find("data")
	if data == nil {
		return nil, faultAt(user, "n and d are not known for %s", k.name)
	}
	b, bad := data.value.(*kind).build(environment{})
	if bad != nil {
		return nil, bad
	}
	loaded, err := b.value.(dataset.Source).Load(dataset.Regression)
	if err != nil {
		return nil, &fault{data.node, err}
	}
	return loaded, nil
}

// sizes returns n, the number of rows, and d, the number of parameters after
// preprocessing.
func (k *kind) sizes(user *yaml.Node) (n, d int, bad *fault) {
	loaded, bad := k.data(user)
	if bad != nil {
		return 0, 0, bad
	}
	rows := loaded.Rows
	if how := k.find("preprocess"); how != nil {
		prepared, _, err := problems.Preprocessing(how.value.(string), k.online()).Apply(linear.Densify(rows))
		if err != nil {
			return 0, 0, &fault{how.node, err}
		}
		rows = prepared
	}
	d = rows.Dim()
	if intercept := k.find("intercept"); intercept != nil && intercept.value.(bool) {
		d++
	}
	return rows.Len(), d, nil
}
