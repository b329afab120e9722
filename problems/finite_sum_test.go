package problems_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
)

func heart() problems.FiniteSum {
	return problems.FiniteSum{Data: dataset.Embedded{Name: "heart"}, Domain: domain.Ball{Radius: 1}}
}

func TestErrors(t *testing.T) {
	with := func(change func(*problems.FiniteSum)) problems.FiniteSum {
		s := heart()
		change(&s)
		return s
	}
	for _, c := range []struct {
		kind builder
		want string
	}{
		{problems.Squared{}, "data must be given"},
		{squared(with(func(s *problems.FiniteSum) { s.Data = dataset.Embedded{Name: "hart"} })), "no data set"},
		{squared(with(func(s *problems.FiniteSum) { s.Domain = domain.Ball{Radius: -1} })), "radius must be"},
		{squared(with(func(s *problems.FiniteSum) { s.Ridge = math.NaN() })), "ridge must be"},
		{squared(with(func(s *problems.FiniteSum) { s.Ridge = math.Inf(1) })), "ridge must be"},
		{squared(with(func(s *problems.FiniteSum) { s.L1 = -1 })), "l1 must be"},
		{squared(with(func(s *problems.FiniteSum) { s.Preprocess = "whiten" })), "preprocess"},
		{squared(with(func(s *problems.FiniteSum) { s.Positive = "1" })), "two-class"},
		{logistic(with(func(s *problems.FiniteSum) { s.Positive = "7" })), "not a label"},
		{logistic(with(func(s *problems.FiniteSum) { s.Data = dataset.Embedded{Name: "digits"} })), "positive: LABEL"},
		{logistic(with(func(s *problems.FiniteSum) { s.Data = dataset.Embedded{Name: "diabetes"} })), "no classes"},
		{logistic(with(func(s *problems.FiniteSum) {
			s.Data, s.Positive, s.Domain = dataset.Embedded{Name: "iris"}, "0", nil
		})), "iris: no minimizer: the data are separable"},
		{problems.Huber{FiniteSum: heart()}, "delta must be"},
		{problems.Quantile{FiniteSum: heart(), Tau: 1}, "tau must lie"},
	} {
		if _, err := c.kind.Build(context.Background(), nil); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v, want one with %q", c.kind, err, c.want)
		}
	}
}

func TestDefaults(t *testing.T) {
	s := heart()
	s.Domain, s.Ridge = nil, 0.01
	p, err := logistic(s).Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if p.Domain != (domain.WholeSpace{}) || p.Online {
		t.Errorf("domain %v, online %t", p.Domain, p.Online)
	}
	s.Preprocess = "standardize"
	again, err := logistic(s).Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if again.Content != p.Content {
		t.Errorf("features are not standardized by default")
	}
	s.Preprocess = "none"
	if raw, err := logistic(s).Build(context.Background(), nil); err != nil || raw.Content == p.Content {
		t.Errorf("the content does not tell preprocessings apart (%v)", err)
	}
}

// The start is the projection of 0: the uniform distribution on the simplex.
func TestStartOnTheSimplex(t *testing.T) {
	s := heart()
	s.Domain = domain.Simplex{}
	p, err := hinge(s).Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range p.Start {
		if math.Abs(v-1.0/13) > 1e-15 {
			t.Errorf("start %v", p.Start)
		}
	}
}

// On centred columns an intercept takes up the mean of the targets; with both
// centred there is nothing left for it.
func TestIntercept(t *testing.T) {
	s := problems.FiniteSum{Data: dataset.Embedded{Name: "diabetes"}, Intercept: true}
	p, err := squared(s).Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if d := p.Objective.Dim(); d != 11 || math.Abs(p.Optimum.Theta[10]) > 1e-10 {
		t.Errorf("dimension %d, intercept %g", d, p.Optimum.Theta[10])
	}
	s.Intercept = false
	if plain, err := squared(s).Build(context.Background(), nil); err != nil || plain.Content == p.Content {
		t.Errorf("the content does not tell the intercept apart (%v)", err)
	}
}

func TestFormula(t *testing.T) {
	s := heart()
	s.Ridge, s.L1 = 1e-7, 0.5
	p, err := problems.Huber{FiniteSum: s, Delta: 2}.Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := `F(\theta)=\frac1n\sum_{i=1}^n h_\delta(z_i-y_i)+\frac{\lambda}{2}\|\theta\|^2+\lambda_1\|\theta\|_1,\quad z_i=a_i^\top\theta,\ ` +
		`h_\delta(r)=\tfrac12r^2\ (|r|\le\delta),\ \delta|r|-\tfrac12\delta^2\ (|r|>\delta),\ \delta=2,\ \lambda=1\cdot10^{-7},\ \lambda_1=0.5`
	if p.Formula != want {
		t.Errorf("formula\n%s\nwant\n%s", p.Formula, want)
	}
}
