package runner_test

import (
	"context"
	"fmt"
	"os"

	"regret/experiments/config"
	"regret/experiments/runner"
	"regret/experiments/store"
	"regret/optim"
	"regret/optim/average"
	"regret/optim/schedule"
	"regret/problems"
	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/optimum"
	"regret/problems/sampling"
)

// Subgradient descent on |theta - 1| from 0 with steps of 1/2: the losses are
// 1, 1/2, 0, 0, ... and 0 is the least.
func Example() {
	distance := &linear.Model{
		Rows: &linear.Dense{N: 1, D: 1, Data: []float64{1}},
		Y:    []float64{1},
		Loss: linear.Absolute{},
	}
	instance := &problems.Problem{
		Objective: distance,
		Domain:    domain.WholeSpace{},
		Start:     []float64{0},
		Optimum:   optimum.Certificate{Theta: []float64{1}},
	}
	law, err := sampling.Full{}.Of(instance)
	if err != nil {
		panic(err)
	}
	plan := &config.Plan{
		Checkpoints: 2,
		Averages:    []config.Average{{Name: "uniform", Average: average.Uniform{}}},
		Cases: []config.Case{{
			Problem: "distance", Method: "sgd", Schedule: "constant",
			Horizon:  3,
			Sampling: config.Sampling{Name: "full", Kind: "full", Spec: "full", Law: law},
			Instance: instance,
			Rule:     optim.SGD{},
			Steps:    schedule.Constant{Step: 0.5},
		}},
	}
	dir, err := os.MkdirTemp("", "results")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	st, err := store.Open(dir)
	if err != nil {
		panic(err)
	}
	records, err := runner.Run(context.Background(), plan, st, runner.Options{Progress: os.Stderr})
	if err != nil {
		panic(err)
	}
	r := records[0][0]
	for _, row := range r.Rows {
		fmt.Println("t =", row[0], "average regret", row[r.Column("average-regret:uniform")])
	}
	// Output:
	// t = 1 average regret 1
	// t = 3 average regret 0.5
}
