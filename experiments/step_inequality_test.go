package main

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim"
	"regret/optim/schedule"
	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/optimum"
)

// builder is what kinds of problems share.
type builder interface {
	Build(context.Context, *optimum.Store) (*problems.Problem, error)
}

// everyProblem returns each loss on each domain, with and without ridge, and with
// an L1 term of the given weight.
func everyProblem(l1 float64) map[string]builder {
	out := map[string]builder{}
	for _, set := range []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 0.7}, domain.Box{Lo: -0.2, Hi: 0.5}, domain.Simplex{}} {
		for _, ridge := range []float64{0, 0.1} {
			sum := problems.FiniteSum{
				Data:   dataset.Synthetic{Rows: 60, Dim: 5, Noise: 1, Condition: 1, Seed: 7},
				Domain: set, Ridge: ridge, L1: l1,
			}
			for name, problem := range map[string]builder{
				"squared":  problems.Squared{FiniteSum: sum},
				"logistic": problems.Logistic{FiniteSum: sum},
				"hinge":    problems.Hinge{FiniteSum: sum},
				"absolute": problems.Absolute{FiniteSum: sum},
				"huber":    problems.Huber{FiniteSum: sum, Delta: 0.5},
				"quantile": problems.Quantile{FiniteSum: sum, Tau: 0.8},
			} {
				out[fmt.Sprintf("%s/%s/ridge=%g", name, set, ridge)] = problem
			}
		}
	}
	return out
}

type drawnRows struct {
	random *rand.Rand
	n      int
}

func (r drawnRows) Fill(rows []int32, _ int) {
	for i := range rows {
		rows[i] = int32(r.random.IntN(r.n))
	}
}

// accountant checks the inequality that regret bounds are made of,
//
//	2 eta_t <g_t, theta_t-u> <= d_t^2 - d_{t+1}^2 + eta_t^2 |g_t|^2,  d_t = |theta_t-u|,
//
// at every step, with equality where nothing is projected; convexity,
// f_t(theta_t) - f_t(u) <= <g_t, theta_t-u>; and keeps both sides of their sum.
type accountant struct {
	t           *testing.T
	u           []float64
	projected   bool
	left, right float64
	scale       float64 // sum of the magnitudes that right is made of
}

func (a *accountant) observe(s optim.Step) {
	var inner, g2, d2, next2 float64
	for j, g := range s.Gradient {
		d, next := s.Theta[j]-a.u[j], s.Next[j]-a.u[j]
		inner, g2, d2, next2 = inner+g*d, g2+g*g, d2+d*d, next2+next*next
	}
	left, right := 2*s.Eta*inner, d2-next2+s.Eta*s.Eta*g2
	margin := 1e-12 * (d2 + next2 + s.Eta*s.Eta*g2)
	if left > right+margin || !a.projected && left < right-margin {
		a.t.Errorf("t=%d: 2 eta <g, theta-u> = %.17g beside %.17g (projected: %v)", s.T, left, right, a.projected)
	}
	if difference := s.Loss - s.ComparatorLoss; difference > inner+1e-12*(math.Abs(s.Loss)+math.Abs(s.ComparatorLoss)+math.Abs(inner)) {
		a.t.Errorf("t=%d: f(theta)-f(u) = %.17g above <g, theta-u> = %.17g", s.T, difference, inner)
	}
	a.left += inner
	a.right += right / (2 * s.Eta)
	a.scale += (d2 + next2) / (2 * s.Eta)
}

// TestStepInequality runs SGD on every problem, with decreasing and with
// increasing steps: the inequality asks nothing of them.
func TestStepInequality(t *testing.T) {
	testStepInequality(t, everyProblem(0))
	t.Run("l1", func(t *testing.T) { testStepInequality(t, everyProblem(0.1)) })
}

func testStepInequality(t *testing.T, kinds map[string]builder) {
	for name, kind := range kinds {
		p, err := kind.Build(context.Background(), nil)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		_, whole := p.Domain.(domain.WholeSpace)
		for stepName, steps := range map[string]optim.Steps{
			"decreasing": schedule.InverseSqrt{Alpha: 0.1},
			"increasing": schedule.Polynomial{Alpha: 0.003, Power: -0.5},
		} {
			t.Run(name+"/"+stepName, func(t *testing.T) {
				a := &accountant{t: t, u: p.Optimum.Theta, projected: !whole}
				_, err := optim.Run(context.Background(), optim.Job{
					Objective: p.Objective, Set: p.Domain, Method: optim.SGD{}, Steps: steps,
					Rows:  drawnRows{rand.New(rand.NewPCG(5, 6)), p.Objective.Len()},
					Start: p.Start, Comparator: p.Optimum.Theta, Horizon: 500, Observe: a.observe,
				}, nil)
				if err != nil {
					t.Fatal(err)
				}
				if a.left > a.right+1e-12*a.scale {
					t.Errorf("sum <g, theta-u> = %.15g above %.15g", a.left, a.right)
				}
				if whole && math.Abs(a.left-a.right) > 1e-10*max(math.Abs(a.left), math.Abs(a.right)) {
					t.Errorf("sum <g, theta-u> = %.15g, the right side %.15g", a.left, a.right)
				}
			})
		}
	}
}
