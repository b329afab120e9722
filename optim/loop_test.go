package optim_test

import (
	"context"
	"errors"
	"math"
	"testing"

	"regret/optim"
	"regret/optim/average"
)

// kinks is the finite sum of f_i(theta) = |a_i theta - y_i| on the line.
type kinks struct{ a, y []float64 }

func (k kinks) Dim() int { return 1 }
func (k kinks) Len() int { return len(k.a) }

func (k kinks) Subgradient(dst, theta []float64, i int) float64 {
	r := k.a[i]*theta[0] - k.y[i]
	dst[0] = math.Copysign(k.a[i], r)
	return math.Abs(r)
}

func (k kinks) FullSubgradient(dst, theta []float64) float64 {
	var value, slope float64
	for i := range k.a {
		value += k.Subgradient(dst, theta, i)
		slope += dst[0]
	}
	n := float64(len(k.a))
	dst[0] = slope / n
	return value / n
}

func (k kinks) Value(theta []float64) float64 {
	return k.FullSubgradient(make([]float64, 1), theta)
}

// interval is [-r, r].
type interval struct{ r float64 }

func (s interval) Project(theta []float64) { theta[0] = max(-s.r, min(s.r, theta[0])) }

type inverseSqrt struct{ alpha float64 }

func (s inverseSqrt) Fill(eta []float64, t, _ int) {
	for i := range eta {
		eta[i] = s.alpha / math.Sqrt(float64(t+i))
	}
}

// order reveals the rows of a list, again and again.
type order []int32

func (o order) Fill(rows []int32, t int) {
	for i := range rows {
		rows[i] = o[(t-1+i)%len(o)]
	}
}

func handJob() optim.Job {
	return optim.Job{
		Objective:   kinks{a: []float64{1, 2}, y: []float64{2, -1}},
		Set:         interval{1},
		Method:      optim.SGD{},
		Steps:       inverseSqrt{1.5},
		Rows:        order{0, 1, 0, 0, 1},
		Start:       []float64{0},
		Comparator:  []float64{-0.5},
		Horizon:     5,
		Averages:    []average.Average{average.Uniform{}, average.StepWeighted{}, average.Last{}},
		Checkpoints: []int{1, 2, 3, 4, 5},
		Values:      true, GradientNorm: true,
	}
}

// Five steps by hand. f_0 = |theta - 2|, f_1 = |2 theta + 1| on [-1, 1],
// theta_1 = 0, eta_t = 1.5/sqrt t, rows 0 1 0 0 1, u = -1/2 with f_0(u) = 2.5
// and f_1(u) = 0. With h = sqrt(3)/2:
//
//	t  row  theta_t    loss f_t   g_t  eta_t      theta_t - eta_t g_t   projected
//	1  0     0         2          -1   1.5         1.5                   1
//	2  1     1         3           2   1.5/sqrt2   1 - 2.1213 = -1.1213 -1
//	3  0    -1         3          -1   h           h - 1                 h - 1
//	4  0     h - 1     3 - h      -1   3/4         h - 1/4               h - 1/4
//	5  1     h - 1/4   2h + 1/2    2   1.5/sqrt5   (not evaluated)
//
// Regrets f_t(theta_t) - f_t(u): -0.5, 3, 0.5, 0.5 - h, 2h + 0.5; their sum is
// 4 + h. An index shifted by one in eta moves theta_4 and theta_5.
func TestFiveStepsByHand(t *testing.T) {
	h := math.Sqrt(3) / 2
	theta := []float64{0, 1, -1, h - 1, h - 0.25}
	loss := []float64{2, 3, 3, 3 - h, 2*h + 0.5}
	atU := []float64{2.5, 0, 2.5, 2.5, 0}
	eta := []float64{1.5, 1.5 / math.Sqrt2, h, 0.75, 1.5 / math.Sqrt(5)}
	value := func(x float64) float64 { return (math.Abs(x-2) + math.Abs(2*x+1)) / 2 }

	job, k := handJob(), 0
	diverged, err := optim.Run(context.Background(), job, func(s *optim.Snapshot) {
		var sumLoss, sumRegret, sumTheta, sumEta, sumEtaTheta, sumEtaRegret, maxDistance float64
		for i := range k + 1 {
			r := loss[i] - atU[i]
			sumLoss, sumRegret, sumTheta = sumLoss+loss[i], sumRegret+r, sumTheta+theta[i]
			sumEta, sumEtaTheta, sumEtaRegret = sumEta+eta[i], sumEtaTheta+eta[i]*theta[i], sumEtaRegret+eta[i]*r
			maxDistance = max(maxDistance, math.Abs(theta[i]+0.5))
		}
		n := float64(k + 1)
		uniform, weighted, last := s.Averages[0], s.Averages[1], s.Averages[2]
		for _, c := range []struct {
			name      string
			got, want float64
		}{
			{"step", s.Step, eta[k]},
			{"distance", s.Distance, math.Abs(theta[k] + 0.5)},
			{"D", s.D, maxDistance},
			{"G", s.G, []float64{1, 2, 2, 2, 2}[k]},
			{"sample gradient norm", s.SampleGradientNorm, []float64{1, 2, 1, 1, 2}[k]},
			{"gradient norm", s.GradientNorm, []float64{0.5, 0.5, 1.5, 0.5, 0.5}[k]},
			{"average loss", uniform.Loss, sumLoss / n},
			{"average regret", uniform.Regret, sumRegret / n},
			{"value of the uniform average", uniform.Value, value(sumTheta / n)},
			{"weighted regret", weighted.Regret, sumEtaRegret / sumEta},
			{"value of the weighted average", weighted.Value, value(sumEtaTheta / sumEta)},
			{"value of the last iterate", last.Value, value(theta[k])},
		} {
			if math.Abs(c.got-c.want) > 1e-15*max(1, math.Abs(c.want)) {
				t.Errorf("t=%d: %s = %.17g, want %.17g", s.T, c.name, c.got, c.want)
			}
		}
		k++
	})
	if err != nil || diverged != 0 || k != 5 {
		t.Fatalf("diverged at %d, error %v, %d snapshots; want 0, nil, 5", diverged, err, k)
	}
}

// Along unprojected runs the proof of Zinkevich's theorem is an equality:
// sum <g_t, theta_t-u> = sum (d_t^2-d_{t+1}^2)/(2 eta_t) + sum eta_t |g_t|^2/2.
func TestUnprojectedRegretIdentity(t *testing.T) {
	job := handJob()
	job.Set, job.Horizon, job.Checkpoints = interval{math.Inf(1)}, 1000, nil
	var left, right float64
	job.Observe = func(s optim.Step) {
		d, next := s.Theta[0]+0.5, s.Next[0]+0.5
		left += s.Gradient[0] * d
		right += (d*d-next*next)/(2*s.Eta) + s.Eta*s.Gradient[0]*s.Gradient[0]/2
	}
	if _, err := optim.Run(context.Background(), job, nil); err != nil {
		t.Fatal(err)
	}
	if math.Abs(left-right) > 1e-10*math.Abs(left) {
		t.Errorf("sum <g, theta-u> = %.15g, the telescoped sum is %.15g", left, right)
	}
}

// The parabola F = theta^2 overflows under a constant step above 1.
type parabola struct{ kinks }

func (parabola) Subgradient(dst, theta []float64, _ int) float64 {
	dst[0] = 2 * theta[0]
	return theta[0] * theta[0]
}

type constant float64

func (c constant) Fill(eta []float64, _, _ int) {
	for i := range eta {
		eta[i] = float64(c)
	}
}

// theta_{t+1} = -3 theta_t, so |g_t|^2 = 4*9^{t-1}: 7.4e307 at t = 323 and
// beyond the largest number, 1.8e308, at t = 324.
func TestDivergenceIsLocated(t *testing.T) {
	job := handJob()
	job.Objective, job.Set, job.Steps = parabola{kinks{a: []float64{1, 1}, y: []float64{0, 0}}}, interval{math.Inf(1)}, constant(2)
	job.Start, job.Comparator = []float64{1}, []float64{0}
	job.Horizon, job.Checkpoints, job.GradientNorm = 5000, []int{1, 100, 1000}, false
	var seen []int
	diverged, err := optim.Run(context.Background(), job, func(s *optim.Snapshot) { seen = append(seen, s.T) })
	if err != nil || diverged != 324 || len(seen) != 2 {
		t.Errorf("diverged at %d with checkpoints %v (error %v), want 324 after 1 and 100", diverged, seen, err)
	}
}

func TestCancelledRunStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	job := handJob()
	job.Horizon, job.Checkpoints = 1<<40, []int{1}
	_, err := optim.Run(ctx, job, func(*optim.Snapshot) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

func TestStepsAllocateNothing(t *testing.T) {
	allocations := func(T int) float64 {
		job := handJob()
		job.Horizon, job.Checkpoints = T, []int{T}
		return testing.AllocsPerRun(5, func() {
			if _, err := optim.Run(context.Background(), job, func(*optim.Snapshot) {}); err != nil {
				t.Fatal(err)
			}
		})
	}
	if short, long := allocations(10), allocations(100_000); long != short {
		t.Errorf("%v allocations at T=10, %v at T=100000", short, long)
	}
}

// Step-weighted means begin with the first positive step.
func TestZeroStepsCarryNoWeight(t *testing.T) {
	job := handJob()
	job.Steps = constant(0)
	_, err := optim.Run(context.Background(), job, func(s *optim.Snapshot) {
		if got := s.Averages[1].Value; got != job.Objective.Value([]float64{0}) {
			t.Errorf("t=%d: F at the step-weighted average is %v, want F(theta_1)", s.T, got)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}
