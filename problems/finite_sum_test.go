package problems_test

import (
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/linear"
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
		{problems.Poisson{FiniteSum: heart()}, "heart: row 2: the target is -1, but a count is at least 0"},
		{problems.Poisson{FiniteSum: problems.FiniteSum{Data: dataset.Synthetic{Rows: 9, Dim: 1, Noise: 99, Condition: 1, Seed: 1}}}, "counts with the mean"},
		{problems.Portfolio{}, "data must be given"},
		{problems.Portfolio{Data: dataset.Embedded{Name: "heart"}}, "heart: row 1: feature 4 is -0.320755, but a price relative is above 0"},
		{problems.Portfolio{Data: dataset.Market{}}, "days must be"},
		{problems.Exponential{FiniteSum: problems.FiniteSum{Data: dataset.Embedded{Name: "mushrooms"}}}, "mushrooms: no minimizer: the data are separable"},
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

// The formula says which label became +1, unless the labels are -1 and +1.
func TestFormulaStatesTheLabels(t *testing.T) {
	table := filepath.Join(t.TempDir(), "t.csv")
	if err := os.WriteFile(table, []byte("x,y\n1,a_1\n2,b\n0,b\n1,b\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		data     dataset.Source
		positive string
		want     string
	}{
		{dataset.Embedded{Name: "heart"}, "", ""},
		{dataset.Embedded{Name: "heart"}, "-1", `-1`},
		{dataset.Embedded{Name: "wine"}, "2", `2`},
		{dataset.CSV{File: table, Target: "y"}, "a_1", `a\_1`},
	} {
		p, err := logistic(problems.FiniteSum{Data: c.data, Positive: c.positive, Domain: domain.Ball{Radius: 1}}).Build(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		want := `z_i=a_i^\top\theta`
		if c.want != "" {
			want += `,\ y_i=1\text{ for label ` + c.want + `, else }{-1}`
		}
		if !strings.HasSuffix(p.Formula, `,\quad `+want) {
			t.Errorf("formula %s, want at its end %s", p.Formula, want)
		}
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

// n and d are those after preprocessing, with the intercept, whatever the
// labels, and are known without the other parameters.
func TestSize(t *testing.T) {
	for _, c := range []struct {
		s    problems.FiniteSum
		n, d int
	}{
		{problems.FiniteSum{Data: dataset.Embedded{Name: "ionosphere"}}, 351, 33},
		{problems.FiniteSum{Data: dataset.Embedded{Name: "ionosphere"}, Preprocess: "none", Intercept: true}, 351, 35},
		{problems.FiniteSum{Data: dataset.Embedded{Name: "concrete"}}, 1030, 8},
		{problems.FiniteSum{Data: dataset.Embedded{Name: "sotu"}, Preprocess: "tfidf", Intercept: true}, 11281, 13023},
	} {
		if n, d, err := c.s.Size(); n != c.n || d != c.d || err != nil {
			t.Errorf("%+v: %d x %d, error %v", c.s, n, d, err)
		}
	}
	_, _, err := problems.FiniteSum{Data: dataset.CSV{File: "nowhere"}}.Size()
	if broken := new(problems.DataError); !errors.As(err, &broken) || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("error %v", err)
	}
	_, _, err = problems.FiniteSum{Data: dataset.Embedded{Name: "sotu"}}.Size()
	if broken := new(problems.DataError); err == nil || errors.As(err, &broken) {
		t.Errorf("error %v of preprocessing, not of the data", err)
	}
}

// A sparse problem is the dense one that it stands for: F, gradients and the
// minimizer agree.
func TestSparseRowsMakeTheSameProblem(t *testing.T) {
	s := problems.FiniteSum{Data: dataset.Embedded{Name: "spambase"}, Preprocess: "scale", Intercept: true, Ridge: 0.01}
	sparse, err := logistic(s).Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := sparse.Objective.(*linear.Model).Rows.(*linear.Sparse); !ok {
		t.Fatal("rows are not sparse")
	}
	s.Data = filled{s.Data}
	dense, err := logistic(s).Build(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(sparse.Optimum.Value-dense.Optimum.Value) > 1e-12 {
		t.Errorf("F* of sparse rows %.16g, of dense ones %.16g", sparse.Optimum.Value, dense.Optimum.Value)
	}
	for name, c := range dense.Constants {
		if got := sparse.Constants[name].Value; math.Abs(got-c.Value) > 1e-9*math.Abs(c.Value) {
			t.Errorf("%s of sparse rows %.16g, of dense ones %.16g", name, got, c.Value)
		}
	}
}

// filled is a source with its zeros filled in.
type filled struct{ dataset.Source }

func (f filled) Load(task dataset.Task) (*dataset.Data, error) {
	data, err := f.Source.Load(task)
	if err == nil {
		data.Rows = linear.Densify(data.Rows)
	}
	return data, err
}
