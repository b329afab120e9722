package optim_test

import (
	"context"
	"fmt"

	"regret/optim"
	"regret/optim/average"
)

// Subgradient descent on F = (|theta-2| + |2 theta+1|)/2 over [-1, 1].
func ExampleRun() {
	job := optim.Job{
		Objective:   kinks{a: []float64{1, 2}, y: []float64{2, -1}},
		Set:         interval{1},
		Method:      optim.SGD{},
		Steps:       inverseSqrt{0.5},
		Rows:        order{optim.Whole},
		Start:       []float64{1},
		Comparator:  []float64{-0.5},
		Horizon:     1000,
		Averages:    []average.Average{average.Uniform{}},
		Checkpoints: []int{1, 10, 100, 1000},
	}
	_, err := optim.Run(context.Background(), job, func(s *optim.Snapshot) {
		fmt.Printf("t = %4d  average regret %.4f\n", s.T, s.Averages[0].Regret)
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// t =    1  average regret 0.7500
	// t =   10  average regret 0.4032
	// t =  100  average regret 0.0668
	// t = 1000  average regret 0.0148
}
