package optim_test

import (
	"context"
	"math"
	"testing"

	"regret/optim"
	"regret/optim/average"
)

// collect runs a job and returns what every step saw.
func collect(t *testing.T, job optim.Job) []optim.Step {
	t.Helper()
	var steps []optim.Step
	job.Observe = func(s optim.Step) {
		s.Theta, s.Gradient = append([]float64(nil), s.Theta...), append([]float64(nil), s.Gradient...)
		steps = append(steps, s)
	}
	if at, err := optim.Run(context.Background(), job, func(*optim.Snapshot) {}); at != 0 || err != nil {
		t.Fatalf("diverged at %d, error %v", at, err)
	}
	return steps
}

// Two steps of batches of two by hand, with f_0 = |theta - 2| of weight 3 and
// f_1 = |2 theta + 1| of weight 1/2, from 0 with steps 1.5/sqrt t on [-1, 1]:
// rows 0 1 give the loss (3*2 + 0.5*1)/2 = 3.25 and g = (-3 + 1)/2 = -1; u = -1/2 has
// (3*2.5 + 0)/2; theta_2 = 1; rows 0 0 give 3*1 and -3, and 3*2.5.
func TestBatchesAndWeightsByHand(t *testing.T) {
	job := handJob()
	job.Horizon, job.Checkpoints = 2, []int{2}
	job.Rows, job.Batch, job.Weights = order{0, 1, 0, 0}, 2, []float64{3, 0.5}
	steps := collect(t, job)
	for i, want := range []optim.Step{
		{Loss: 3.25, ComparatorLoss: 3.75, Theta: []float64{0}, Gradient: []float64{-1}, Next: []float64{1}},
		{Loss: 3, ComparatorLoss: 7.5, Theta: []float64{1}, Gradient: []float64{-3}},
	} {
		got := steps[i]
		if got.Loss != want.Loss || got.ComparatorLoss != want.ComparatorLoss || got.Theta[0] != want.Theta[0] || got.Gradient[0] != want.Gradient[0] {
			t.Errorf("step %d: %+v, want %+v", i+1, got, want)
		}
	}
}

// A batch of all rows is F, and a weight of 1 is none.
func TestBatchOfAllRowsIsTheWhole(t *testing.T) {
	whole, all := handJob(), handJob()
	whole.Rows = order{optim.Whole}
	all.Rows, all.Batch, all.Weights = order{0, 1}, 2, []float64{1, 1}
	got, want := collect(t, all), collect(t, whole)
	for i := range want {
		if math.Abs(got[i].Loss-want[i].Loss) > 1e-15 || got[i].Gradient[0] != want[i].Gradient[0] ||
			math.Abs(got[i].ComparatorLoss-want[i].ComparatorLoss) > 1e-15 || got[i].Theta[0] != want[i].Theta[0] {
			t.Errorf("step %d: %+v, want %+v", i+1, got[i], want[i])
		}
	}
}

// Batches larger than a block of steps, and ones that do not divide it, see the rows
// in order.
func TestDrawsAreCountedAcrossBlocks(t *testing.T) {
	for _, batch := range []int{1, 3, 1024, 5000} {
		job := handJob()
		job.Horizon, job.Checkpoints = 2500, []int{2500}
		if batch == 5000 {
			job.Horizon, job.Checkpoints = 3, []int{3}
		}
		next := 1
		job.Batch = batch
		job.Rows = counted(func(rows []int32, k int) {
			if k != next || len(rows)%batch != 0 {
				t.Errorf("batch %d: %d draws from %d, want from %d", batch, len(rows), k, next)
			}
			clear(rows)
			next += len(rows)
		})
		job.Averages = []average.Average{average.Uniform{}}
		collect(t, job)
		if next != job.Horizon*batch+1 {
			t.Errorf("batch %d: %d draws, want %d", batch, next-1, job.Horizon*batch)
		}
	}
}

type counted func(rows []int32, k int)

func (c counted) Fill(rows []int32, k int) { c(rows, k) }

func TestWeightsThatDoNotFitPanic(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	job := handJob()
	job.Weights = []float64{1}
	collect(t, job)
}

func TestBatchesAllocateNothing(t *testing.T) {
	job := handJob()
	job.Batch, job.Weights, job.Checkpoints = 4, []float64{3, 0.5}, nil
	allocations := func(horizon int) float64 {
		job.Horizon = horizon
		return testing.AllocsPerRun(10, func() {
			if _, err := optim.Run(context.Background(), job, func(*optim.Snapshot) {}); err != nil {
				t.Fatal(err)
			}
		})
	}
	if short, long := allocations(10), allocations(5000); short != long {
		t.Errorf("%v allocations in 10 steps, %v in 5000", short, long)
	}
}
