package main

import (
	"context"
	"math/rand/v2"
	"testing"

	"regret/optim"
	"regret/optim/schedule"
	"regret/problems/linear"
)

// TestProximalStepInequality runs the proximal method on every problem with an L1
// term. At every step, with h_t = f_t - r,
//
//	2 eta_t [h_t(theta_t) + r(theta_{t+1}) - f_t(u)] <= d_t^2 - d_{t+1}^2 + eta_t^2 |g_t|^2,
//
// which proximal-regret sums, and r is nowhere less than at the start.
func TestProximalStepInequality(t *testing.T) {
	const l1 = 0.1
	for name, kind := range everyProblem(l1) {
		t.Run(name, func(t *testing.T) {
			p, err := kind.Build(context.Background(), nil)
			if err != nil {
				t.Fatal(err)
			}
			zeros := 0
			observe := func(s optim.Step) {
				var g2, d2, next2 float64
				for j, g := range s.Gradient {
					d, next := s.Theta[j]-p.Optimum.Theta[j], s.Next[j]-p.Optimum.Theta[j]
					g2, d2, next2 = g2+g*g, d2+d*d, next2+next*next
					if s.Next[j] == 0 {
						zeros++
					}
				}
				here, ahead := l1*linear.Norm1(s.Theta), l1*linear.Norm1(s.Next)
				left, right := 2*s.Eta*(s.Loss-here+ahead-s.ComparatorLoss), d2-next2+s.Eta*s.Eta*g2
				if left > right+1e-12*(d2+next2+s.Eta*s.Eta*g2) {
					t.Errorf("t=%d: %.17g above %.17g", s.T, left, right)
				}
				if start := l1 * linear.Norm1(p.Start); ahead < start*(1-1e-12) {
					t.Errorf("t=%d: r = %g, at the start %g", s.T, ahead, start)
				}
			}
			_, err = optim.Run(context.Background(), optim.Job{
				Objective: p.Objective, Set: p.Domain, Method: optim.ProximalSGD{}, Steps: schedule.InverseSqrt{Alpha: 0.3},
				Rows:  drawnRows{rand.New(rand.NewPCG(5, 6)), p.Objective.Len()},
				Start: p.Start, Comparator: p.Optimum.Theta, Horizon: 500, Observe: observe,
			}, nil)
			if err != nil {
				t.Fatal(err)
			}
			if zeros == 0 {
				t.Error("no coordinate was ever 0")
			}
		})
	}
}
