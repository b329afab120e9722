package optim_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"regret/optim"
	"regret/optim/average"
	"regret/problems/linear"
)

// ball is the ball of radius r around 0; +Inf is the whole space.
type ball struct{ r float64 }

func (b ball) CentredRadius() float64 { return b.r }

func (b ball) Project(theta []float64) {
	if norm := math.Sqrt(linear.Dot(theta, theta)); norm > b.r {
		for j := range theta {
			theta[j] *= b.r / norm
		}
	}
}

// laneJobs are runs on random data with different steps.
func laneJobs(loss linear.Loss, ridge, radius float64, count int) []optim.Job {
	const n, d = 50, 11
	random := rand.New(rand.NewPCG(5, 6))
	rows := &linear.Dense{N: n, D: d}
	m := &linear.Model{Rows: rows, Loss: loss, Ridge: ridge}
	for range n {
		for range d {
			rows.Data = append(rows.Data, random.NormFloat64())
		}
		m.Y = append(m.Y, math.Copysign(1, random.NormFloat64()))
	}
	start, u := make([]float64, d), make([]float64, d)
	for j := range u {
		start[j], u[j] = 0.1, 0.3*random.NormFloat64()
	}
	ball{radius}.Project(start)
	ball{radius}.Project(u)
	sequence := make(order, 997)
	for i := range sequence {
		sequence[i] = int32(random.IntN(n))
	}
	var jobs []optim.Job
	for k := range count {
		jobs = append(jobs, optim.Job{
			Objective: m, Set: ball{radius}, Method: optim.SGD{}, Steps: inverseSqrt{0.02 * float64(k+1)},
			Rows: sequence, Start: start, Comparator: u, Horizon: 3000,
			Averages:    []average.Average{average.Uniform{}, average.StepWeighted{}, average.Last{}},
			Checkpoints: []int{1, 2, 3, 700, 1023, 1024, 1025, 2048, 2999, 3000}, Values: true, GradientNorm: true,
		})
	}
	return jobs
}

// thin makes the rows of jobs sparse: some entries stay, in some rows none.
func thin(jobs []optim.Job) []optim.Job {
	m := *jobs[0].Objective.(*linear.Model)
	random := rand.New(rand.NewPCG(7, 8))
	dense := m.Rows.(*linear.Dense)
	rows := &linear.Sparse{N: dense.N, D: dense.D, Starts: []int{0}}
	for i := range dense.N {
		keep := random.Float64()
		for j, v := range dense.Row(i) {
			if i > 0 && random.Float64() < keep {
				rows.Columns, rows.Values = append(rows.Columns, int32(j)), append(rows.Values, v)
			}
		}
		rows.Starts = append(rows.Starts, len(rows.Columns))
	}
	m.Rows = rows
	for k := range jobs {
		jobs[k].Objective = &m
	}
	return jobs
}

// numbers are all that a snapshot says.
func numbers(s *optim.Snapshot) []float64 {
	x := []float64{float64(s.T), s.Step, s.Distance, s.SampleGradientNorm, s.D, s.G, s.GradientNorm}
	for _, a := range s.Averages {
		x = append(x, a.Loss, a.Regret, a.Value)
	}
	return x
}

func runLanes(t *testing.T, jobs []optim.Job) (seen [][][]float64, divergedAt []int) {
	t.Helper()
	seen = make([][][]float64, len(jobs))
	divergedAt, err := optim.RunLanes(context.Background(), jobs, func(k int, s *optim.Snapshot) {
		seen[k] = append(seen[k], numbers(s))
	})
	if err != nil {
		t.Fatal(err)
	}
	return seen, divergedAt
}

// The fast loop agrees with the general one, and a run's numbers do not depend on its
// company: one lane gives the bits of eight.
func TestLanesAgreeWithTheGeneralLoop(t *testing.T) {
	for _, loss := range []linear.Loss{linear.Logistic{}, linear.Squared{}, linear.Hinge{}, linear.Absolute{}, linear.Huber{Delta: 0.5}} {
		for _, ridge := range []float64{0, 0.1} {
			for _, radius := range []float64{0.4, math.Inf(1)} {
				for _, jobs := range [][]optim.Job{laneJobs(loss, ridge, radius, linear.Width), thin(laneJobs(loss, ridge, radius, linear.Width))} {
					name := fmt.Sprintf("%T/%T/ridge=%v/radius=%v", loss, jobs[0].Objective.(*linear.Model).Rows, ridge, radius)
					t.Run(name, func(t *testing.T) {
						together, _ := runLanes(t, jobs)
						for k := range jobs {
							alone, _ := runLanes(t, jobs[k:k+1])
							compareRuns(t, alone[0], together[k], 0)
							three, _ := runLanes(t, jobs[k:min(k+3, len(jobs))])
							compareRuns(t, three[0], together[k], 0)
							var general [][]float64
							if _, err := optim.Run(context.Background(), jobs[k], func(s *optim.Snapshot) { general = append(general, numbers(s)) }); err != nil {
								t.Fatal(err)
							}
							compareRuns(t, together[k], general, 1e-12)
						}
					})
				}
			}
		}
	}
}

func compareRuns(t *testing.T, got, want [][]float64, tolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d snapshots, want %d", len(got), len(want))
	}
	for i := range want {
		for j := range want[i] {
			if !(math.Abs(got[i][j]-want[i][j]) <= tolerance*max(1, math.Abs(want[i][j]))) { // NaN fails
				t.Fatalf("t = %v, number %d: %v, want %v", want[i][0], j, got[i][j], want[i][j])
			}
		}
	}
}

// inverse are the steps of strong convexity, 1/(Mu t): the first one undoes theta_1.
type inverse struct{ mu float64 }

func (s inverse) Fill(eta []float64, t, _ int) {
	for i := range eta {
		eta[i] = 1 / (s.mu * float64(t+i))
	}
}

// Steps that shrink an iterate to 0, or that project it all the time, over many steps.
func TestSparseLanesShrink(t *testing.T) {
	const T = 40_000
	for name, change := range map[string]func(j *optim.Job, k int){
		"inverse": func(j *optim.Job, k int) { j.Steps = inverse{0.1 * float64(k+1)} },
		"ridge":   func(j *optim.Job, k int) { j.Steps = inverseSqrt{2 * float64(k+1)} },
		"ball": func(j *optim.Job, k int) {
			j.Steps, j.Set = inverseSqrt{float64(int(2) << k)}, ball{0.05}
			j.Start, j.Comparator = make([]float64, 11), make([]float64, 11)
		},
	} {
		t.Run(name, func(t *testing.T) {
			jobs := thin(laneJobs(linear.Logistic{}, 0.1, math.Inf(1), linear.Width))
			sequence := make(order, T)
			for i := range sequence {
				sequence[i] = int32(i * i % 50)
			}
			for k := range jobs {
				change(&jobs[k], k)
				jobs[k].Rows, jobs[k].Horizon = sequence, T
				jobs[k].Checkpoints = []int{1, 2, 10, 500, 5000, 20_000, T}
			}
			together, _ := runLanes(t, jobs)
			for k := range jobs {
				alone, _ := runLanes(t, jobs[k:k+1])
				compareRuns(t, alone[0], together[k], 0)
				var general [][]float64
				if _, err := optim.Run(context.Background(), jobs[k], func(s *optim.Snapshot) { general = append(general, numbers(s)) }); err != nil {
					t.Fatal(err)
				}
				compareRuns(t, together[k], general, 1e-12)
			}
		})
	}
}

// A lane that leaves the floats ends at its t, and the others go on.
func TestLanesDiverge(t *testing.T) {
	t.Run("dense", func(t *testing.T) { diverge(t, laneJobs(linear.Squared{}, 0, math.Inf(1), 4)) })
	t.Run("sparse", func(t *testing.T) { diverge(t, thin(laneJobs(linear.Squared{}, 0, math.Inf(1), 4))) })
	t.Run("sparse with ridge", func(t *testing.T) { diverge(t, thin(laneJobs(linear.Squared{}, 0.1, math.Inf(1), 4))) })
}

func diverge(t *testing.T, jobs []optim.Job) {
	t.Helper()
	jobs[2].Steps = inverseSqrt{50}
	seen, divergedAt := runLanes(t, jobs)
	wantAt, err := optim.Run(context.Background(), jobs[2], func(*optim.Snapshot) {})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(divergedAt, []int{0, 0, wantAt, 0}) || wantAt == 0 {
		t.Errorf("diverged at %v, want %d", divergedAt, wantAt)
	}
	for k, s := range seen {
		if alone, _ := runLanes(t, jobs[k:k+1]); len(alone[0]) != len(s) || (k == 2) != (len(s) < 10) {
			t.Errorf("job %d: %d snapshots, alone %d", k, len(s), len(alone[0]))
		}
	}
}

// other is anything that hides what it holds.
type other struct {
	optim.Objective
	optim.Method
}

// box is a set that does not scale what it projects.
type box struct{}

func (box) Project([]float64) {}

func TestWhatFitsLanes(t *testing.T) {
	for name, change := range map[string]func(j *optim.Job){
		"batches":   func(j *optim.Job) { j.Batch = 2 },
		"weights":   func(j *optim.Job) { j.Weights = make([]float64, 50) },
		"observer":  func(j *optim.Job) { j.Observe = func(optim.Step) {} },
		"objective": func(j *optim.Job) { j.Objective = other{Objective: j.Objective} },
		"method":    func(j *optim.Job) { j.Method = other{Method: j.Method} },
		"set":       func(j *optim.Job) { j.Set = box{} },
		"L1 term": func(j *optim.Job) {
			m := *j.Objective.(*linear.Model)
			m.L1 = 0.1
			j.Objective = &m
		},
		"proximal": func(j *optim.Job) { j.Method = optim.ProximalSGD{} },
	} {
		job := laneJobs(linear.Hinge{}, 0, 1, 1)[0]
		if job.Batch = 1; !job.FitsLanes() {
			t.Fatal("a plain run does not fit")
		}
		if change(&job); job.FitsLanes() {
			t.Errorf("%s: the run fits", name)
		}
	}
}
