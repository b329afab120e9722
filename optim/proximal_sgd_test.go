package optim_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim"
	"regret/optim/average"
	"regret/problems/linear"
)

// line is [-r, r] with the proximal step of k|x|.
type line struct{ interval }

func (line) Shrink(x []float64, k float64) { linear.SoftThreshold(x, k) }

// Four steps by hand. h_0 = |theta - 2|, h_1 = |2 theta + 1|, r = |theta|/2 on
// [-1, 1], theta_1 = 0, rows 0 1 1 1, u = -1/2 with f_0(u) = 2.75, f_1(u) = 0.25:
//
//	t  theta_t  f_t(theta_t)     g_t  eta_t  theta_t - eta_t g_t  shrunk by eta_t/2
//	1   0       2                -1   1       1                    0.5
//	2   0.5     2 + 0.25          2   0.5    -0.5                 -0.25
//	3  -0.25    0.5 + 0.125       2   0.125  -0.5                 -0.4375
//	4  -0.4375  0.125 + 0.21875   2
func TestProximalStepsByHand(t *testing.T) {
	loss := []float64{2, 2.25, 0.625, 0.34375}
	theta := []float64{0, 0.5, -0.25, -0.4375}
	job := handJob()
	job.Objective = &linear.Model{
		Rows: &linear.Dense{N: 2, D: 1, Data: []float64{1, 2}}, Y: []float64{2, -1}, Loss: linear.Absolute{}, L1: 0.5,
	}
	job.Set, job.Method = line{interval{1}}, optim.ProximalSGD{}
	job.Steps, job.Rows = listed{1, 0.5, 0.125, 0.1}, order{0, 1, 1, 1}
	job.Horizon, job.Checkpoints = 4, []int{1, 2, 3, 4}
	var sumLoss, sumRegret float64
	_, err := optim.Run(context.Background(), job, func(s *optim.Snapshot) {
		k := s.T - 1
		sumLoss += loss[k]
		sumRegret += loss[k] - []float64{2.75, 0.25, 0.25, 0.25}[k]
		n, seen := float64(s.T), s.Averages[0]
		value := job.Objective.Value(theta[k : k+1])
		if seen.Loss != sumLoss/n || seen.Regret != sumRegret/n || s.SampleGradientNorm != []float64{1, 2, 2, 2}[k] ||
			s.Distance != math.Abs(theta[k]+0.5) || s.Averages[2].Value != value {
			t.Errorf("t = %d: %+v; want theta = %g, loss %g, regret %g, F = %g", s.T, *s, theta[k], sumLoss/n, sumRegret/n, value)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}

// With F itself revealed, the loss of a step is F at its iterate, r included.
func TestProximalStepsAlongTheWhole(t *testing.T) {
	job := benchmarkJob(50, 6)
	job.Objective.(*linear.Model).L1 = 0.3
	job.Set, job.Method, job.Rows = anywhere{}, optim.ProximalSGD{}, order{optim.Whole}
	job.Averages, job.Values = []average.Average{average.Uniform{}, average.Last{}}, true
	job.Start, job.Horizon, job.Checkpoints = []float64{1, -1, 0, 2, 0, 1}, 3, []int{1, 2, 3}
	sum := 0.0
	_, err := optim.Run(context.Background(), job, func(s *optim.Snapshot) {
		sum += s.Averages[1].Value
		if want := sum / float64(s.T); math.Abs(s.Averages[0].Loss-want) > 1e-14*want {
			t.Errorf("t = %d: average loss %v, mean of F %v", s.T, s.Averages[0].Loss, want)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}

// listed are steps given one by one.
type listed []float64

func (l listed) Fill(eta []float64, t, _ int) { copy(eta, l[t-1:]) }

// Without an L1 term the proximal method is SGD to the bit; with one it is not,
// and its iterates have exact zeros.
func TestProximalSGDWithoutL1IsSGD(t *testing.T) {
	last := func(method optim.Method, l1 float64) (distance float64, zeros int) {
		job := benchmarkJob(50, 6)
		job.Objective.(*linear.Model).L1 = l1
		job.Set, job.Method = anywhere{}, method
		job.Rows = uniformRows{rand.NewPCG(3, 4), 50}
		job.Horizon, job.Checkpoints = 200, []int{200}
		job.Observe = func(s optim.Step) {
			zeros = 0
			for _, x := range s.Next {
				if x == 0 {
					zeros++
				}
			}
		}
		if _, err := optim.Run(context.Background(), job, func(s *optim.Snapshot) { distance = s.Distance }); err != nil {
			t.Fatal(err)
		}
		return distance, zeros
	}
	plain, _ := last(optim.SGD{}, 0)
	if proximal, _ := last(optim.ProximalSGD{}, 0); proximal != plain {
		t.Errorf("without the term the distances are %v and %v", proximal, plain)
	}
	plain, none := last(optim.SGD{}, 1)
	if proximal, zeros := last(optim.ProximalSGD{}, 1); proximal == plain || zeros == 0 || none != 0 {
		t.Errorf("with the term the distances are %v and %v, with %d and %d zeros", proximal, plain, zeros, none)
	}
}

type anywhere struct{ wholeSpace }

func (anywhere) Shrink(x []float64, k float64) { linear.SoftThreshold(x, k) }

func TestProximalStepsAllocateNothing(t *testing.T) {
	allocations := func(T int) float64 {
		job := benchmarkJob(50, 6)
		job.Objective.(*linear.Model).L1 = 0.01
		job.Set, job.Method, job.Averages = anywhere{}, optim.ProximalSGD{}, []average.Average{average.Uniform{}}
		job.Horizon, job.Checkpoints = T, []int{T}
		return testing.AllocsPerRun(5, func() {
			if _, err := optim.Run(context.Background(), job, func(*optim.Snapshot) {}); err != nil {
				t.Fatal(err)
			}
		})
	}
	if short, long := allocations(10), allocations(20_000); long != short {
		t.Errorf("%v allocations at T=10, %v at T=20000", short, long)
	}
}

func TestAProximalStepNeedsAShrinker(t *testing.T) {
	defer func() {
		if recover() != "optim: the set has no proximal step for an L1 term" {
			t.Error("no panic")
		}
	}()
	job := benchmarkJob(5, 2)
	job.Objective.(*linear.Model).L1 = 0.1
	job.Method, job.Horizon = optim.ProximalSGD{}, 2
	_, _ = optim.Run(context.Background(), job, nil)
}
