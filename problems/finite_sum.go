package problems

import (
	"context"
	"errors"
	"fmt"
	"math"

	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// FiniteSum holds what all problems on data have in common:
//
//	F(theta) = (1/n) sum_i phi(a_i.theta, y_i) + (Ridge/2)|theta|^2 + L1 |theta|_1
//
// over theta in Domain. Each kind of problem embeds it and adds its loss phi.
type FiniteSum struct {
	Data       dataset.Source `param:"data" group:"datasets" doc:"rows a_i and targets y_i"`
	Domain     domain.Set     `param:"domain" group:"domains" default:"whole-space" doc:"convex set that theta lives in"`
	Ridge      float64        `param:"ridge" range:"[0,inf)" default:"0" doc:"lambda of the term (lambda/2)|theta|^2, a part of every f_i"`
	L1         float64        `param:"l1" range:"[0,inf)" default:"0" doc:"lambda_1 of the term lambda_1|theta|_1, a part of every f_i"`
	Intercept  bool           `param:"intercept" default:"false" doc:"append a column of ones, subject to penalties and domain like any other"`
	Preprocess string         `param:"preprocess" enum:"auto|none|standardize|scale|rows|tfidf" default:"auto" doc:"what is done to the features; targets of regression are centred unless none; auto is standardize, and none where online, as all but rows look at the whole sequence"`
	Positive   string         `param:"positive" default:"\"\"" doc:"label of the class +1 against the rest, for two-class losses; must be given for text and for more than two labels, and is else the larger number"`
	Order
}

// Validate asks for data, a valid domain, finite ridge and l1 >= 0 and a known
// preprocessing. In structs built in Go a nil Domain is the whole space and an
// empty Preprocess is auto.
func (s FiniteSum) Validate() error {
	if s.Data == nil {
		return errors.New("data must be given")
	}
	for _, part := range []any{s.Data, s.Domain} {
		if v, ok := part.(interface{ Validate() error }); ok {
			if err := v.Validate(); err != nil {
				return err
			}
		}
	}
	if !(s.Ridge >= 0) || math.IsInf(s.Ridge, 1) {
		return errors.New("ridge must be finite and at least 0")
	}
	if !(s.L1 >= 0) || math.IsInf(s.L1, 1) {
		return errors.New("l1 must be finite and at least 0")
	}
	return s.preprocess().Validate()
}

func (s FiniteSum) set() domain.Set {
	if s.Domain == nil {
		return domain.WholeSpace{}
	}
	return s.Domain
}

func (s FiniteSum) preprocess() dataset.Preprocessing { return Preprocessing(s.Preprocess, s.Online) }

// Preprocessing is what the parameter preprocess stands for. The default auto, or
// nothing, is standardize, and none for online problems: all but rows use features
// that have not been seen yet.
func Preprocessing(name string, online bool) dataset.Preprocessing {
	switch {
	case name != "" && name != "auto":
		return dataset.Preprocessing(name)
	case online:
		return dataset.None
	}
	return dataset.Standardize
}

// build assembles the problem of a loss. Its LaTeX is in terms of
// z_i = a_i.theta and y_i; where are the definitions that it needs.
func (s FiniteSum) build(ctx context.Context, optima *optimum.Store, loss linear.Loss, task dataset.Task, latex string, where ...string) (*Problem, error) {
	data, err := s.load(task)
	if err == nil {
		data, err = s.rows(data)
	}
	if err != nil {
		return nil, err
	}
	where = append(s.definitions(data, task), where...)
	model := &linear.Model{Rows: data.Rows, Y: data.Y, Loss: loss, Ridge: s.Ridge, L1: s.L1}
	set := s.set()
	best, err := optima.Minimize(ctx, model, set)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", data.Name, err)
	}
	start := origin(set, model.Dim())
	p := &Problem{
		Objective: model,
		Domain:    set,
		Start:     start,
		Optimum:   best,
		Constants: constants(model, set, start, best.Theta),
		Rows:      func() RowConstants { return rowConstants(model, set) },
		Content:   data.Digest(),
		Prepared:  data.Prepared,
		Formula:   s.formula(latex, where),
	}
	if s.Online {
		inSequence(p, s.Ridge)
	}
	return p, nil
}

// formula is F in LaTeX, or the loss of a step.
func (s FiniteSum) formula(loss string, where []string) string {
	f := `F(\theta)=\frac1n\sum_{i=1}^n ` + loss
	if s.Online {
		f = `f_i(\theta)=` + loss
	}
	where = append([]string{`z_i=a_i^\top\theta`}, where...)
	if s.Ridge != 0 {
		f += `+\frac{\lambda}{2}\|\theta\|^2`
		where = append(where, `\lambda=`+texNumber(s.Ridge))
	}
	if s.L1 != 0 {
		f += `+\lambda_1\|\theta\|_1`
		where = append(where, `\lambda_1=`+texNumber(s.L1))
	}
	if s.Online {
		where = append(where, `i=1,\dots,T`)
	}
	return texWhere(f, where)
}
