package problems

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"

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
	Intercept  bool           `param:"intercept" default:"false" doc:"append a column of ones, subject to ridge, l1 and domain like any other"`
	Preprocess string         `param:"preprocess" enum:"none|standardize|scale|rows" default:"standardize" doc:"what is done to the features; targets of regression are centred unless none"`
	Positive   string         `param:"positive" default:"\"\"" doc:"label of the class +1, for two-class losses on data of more classes"`
}

// Validate asks for data, a valid domain, finite ridge and l1 >= 0 and a known
// preprocessing. In structs built in Go a nil Domain is the whole space and an
// empty Preprocess is standardize.
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
	switch how := s.preprocess(); how {
	case dataset.None, dataset.Standardize, dataset.Scale, dataset.UnitRows:
		return nil
	default:
		return fmt.Errorf("preprocess: %q is not one of none, standardize, scale, rows", string(how))
	}
}

func (s FiniteSum) set() domain.Set {
	if s.Domain == nil {
		return domain.WholeSpace{}
	}
	return s.Domain
}

func (s FiniteSum) preprocess() dataset.Preprocessing {
	if s.Preprocess == "" {
		return dataset.Standardize
	}
	return dataset.Preprocessing(s.Preprocess)
}

// build assembles the problem of a loss. Its LaTeX is in terms of
// z_i = a_i.theta and y_i; where are the definitions that it needs.
func (s FiniteSum) build(ctx context.Context, optima *optimum.Store, loss linear.Loss, task dataset.Task, latex string, where ...string) (*Problem, error) {
	data, err := s.load(task)
	if err != nil {
		return nil, err
	}
	model := &linear.Model{Rows: data.Rows, Y: data.Y, Loss: loss, Ridge: s.Ridge, L1: s.L1}
	set := s.set()
	best, err := optima.Minimize(ctx, model, set)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", data.Name, err)
	}
	start := make([]float64, model.Dim())
	set.Project(start)
	return &Problem{
		Objective: model,
		Domain:    set,
		Start:     start,
		Optimum:   best,
		Constants: constants(model, set, start, best.Theta),
		Content:   data.Digest(),
		Formula:   objective(latex, where, s.Ridge, s.L1),
	}, nil
}

// objective is F in LaTeX.
func objective(loss string, where []string, ridge, l1 float64) string {
	f := `F(\theta)=\frac1n\sum_{i=1}^n ` + loss
	where = append([]string{`z_i=a_i^\top\theta`}, where...)
	if ridge != 0 {
		f += `+\frac{\lambda}{2}\|\theta\|^2`
		where = append(where, `\lambda=`+texNumber(ridge))
	}
	if l1 != 0 {
		f += `+\lambda_1\|\theta\|_1`
		where = append(where, `\lambda_1=`+texNumber(l1))
	}
	return f + `,\quad ` + strings.Join(where, `,\ `)
}
