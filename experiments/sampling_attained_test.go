package main

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"regret/experiments/worst"
	"regret/optim"
	"regret/optim/average"
	"regret/optim/bound"
	"regret/optim/schedule"
	"regret/problems"
	"regret/problems/sampling"
)

// divided is a sum whose rows are divided by weights, so that weighted they are what
// they were.
type divided struct {
	problems.Objective
	weights []float64
}

func (d divided) Subgradient(dst, theta []float64, i int) float64 {
	loss := d.Objective.Subgradient(dst, theta, i)
	for j := range dst {
		dst[j] /= d.weights[i]
	}
	return loss / d.weights[i]
}

// repeated draws every row so many times in a row.
type repeated int

func (r repeated) Fill(rows []int32, k int) {
	for i := range rows {
		rows[i] = int32((k - 1 + i) / int(r))
	}
}

// On the worst instance of Zinkevich's theorem the bound is attained in one cycle
// through its rows, by batches that each hold one row three times, and by rows that
// are divided by weights and drawn with them.
func TestSamplingsAttainZinkevich(t *testing.T) {
	const T, D, G = 64, 2, 4
	steps := schedule.Constant{Step: D / (G * math.Sqrt(T))}
	p, err := worst.NewZinkevich(D, G).BuildFor(steps, T)
	if err != nil {
		t.Fatal(err)
	}
	cyclic, err := sampling.Cyclic{}.Of(p)
	if err != nil {
		t.Fatal(err)
	}
	weights := make([]float64, T)
	for i := range weights {
		weights[i] = []float64{0.25, 2, 8}[i%3]
	}
	job := optim.Job{
		Objective: p.Objective, Set: p.Domain, Method: optim.SGD{}, Steps: steps, Rows: cyclic.Draws(nil),
		Start: p.Start, Comparator: p.Optimum.Theta, Horizon: T, Averages: []average.Average{average.Uniform{}}, Checkpoints: []int{T},
	}
	batched, weighted := job, job
	batched.Rows, batched.Batch = repeated(3), 3
	weighted.Objective, weighted.Weights = divided{p.Objective, weights}, weights
	want := zinkevichBound(t, bound.Input{Steps: steps, Horizon: T, D: D, G: G})
	for name, job := range map[string]optim.Job{"cyclic": job, "batched": batched, "weighted": weighted} {
		if got := finalRegret(t, job); math.Abs(got-want) > 1e-12*want {
			t.Errorf("%s: average regret %.17g, the bound is %.17g", name, got, want)
		}
	}
}

func zinkevichBound(t *testing.T, in bound.Input) float64 {
	t.Helper()
	th, ok := bound.Lookup("zinkevich")
	if !ok {
		t.Fatal("there is no zinkevich")
	}
	return float64(bound.Evaluate(th, in).Value)
}

func finalRegret(t *testing.T, job optim.Job) (regret float64) {
	t.Helper()
	at, err := optim.Run(context.Background(), job, func(s *optim.Snapshot) { regret = s.Averages[0].Regret })
	if at != 0 || err != nil {
		t.Fatalf("diverged at %d, error %v", at, err)
	}
	return regret
}

// Under every sampling, on every problem with a bounded domain and on every path: no
// gradient is beyond the G of the law, and the regret is below Zinkevich's bound with
// that G.
func TestEverySamplingIsBoundedOnEveryPath(t *testing.T) {
	const T = 200
	tested := 0
	for name, b := range everyProblem(0.1) {
		p, err := b.Build(context.Background(), nil)
		if err != nil || math.IsInf(p.Constants["D"].Value, 1) {
			continue // no minimizer, or no bound to test
		}
		tested++
		for kind, s := range map[string]sampling.Sampling{
			"shuffle": sampling.Shuffle{}, "shuffle-once": sampling.ShuffleOnce{}, "cyclic": sampling.Cyclic{},
			"mini-batch": sampling.MiniBatch{Size: 4, Replacement: true}, "different": sampling.MiniBatch{Size: 4},
			"importance": sampling.Importance{By: "gradient"}, "mixed": sampling.Importance{By: "gradient", Mix: 0.5},
		} {
			law, err := s.Of(p)
			if err != nil {
				t.Fatalf("%s, %s: %v", name, kind, err)
			}
			D, G := law.Constants["D"].Value, law.Constants["G"].Value
			steps := schedule.Constant{Step: D / (G * math.Sqrt(T))}
			job := optim.Job{
				Objective: p.Objective, Set: p.Domain, Method: optim.SGD{}, Steps: steps,
				Rows: law.Draws(rand.NewPCG(1, 2)), Batch: law.Batch, Weights: law.Weights,
				Start: p.Start, Comparator: p.Optimum.Theta, Horizon: T,
				Averages: []average.Average{average.Uniform{}}, Checkpoints: []int{T},
				Observe: func(s optim.Step) {
					square := 0.0
					for _, g := range s.Gradient {
						square += g * g
					}
					if norm := math.Sqrt(square); norm > G*(1+1e-12) {
						t.Errorf("%s, %s: |g_%d| = %v is beyond G = %v", name, kind, s.T, norm, G)
					}
				},
			}
			regret := finalRegret(t, job)
			if limit := zinkevichBound(t, bound.Input{Steps: steps, Horizon: T, D: D, G: G}); regret > limit*(1+1e-10) {
				t.Errorf("%s, %s: regret %v, the bound is %v", name, kind, regret, limit)
			}
		}
	}
	if tested < 30 {
		t.Errorf("%d problems only", tested)
	}
}
