package runner

import (
	"fmt"
	"math"
	"math/rand/v2"

	"regret/experiments/catalogue"
	"regret/experiments/config"
	"regret/optim"
	"regret/optim/average"
	"regret/optim/schedule"
	"regret/problems"
	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/optimum"
	"regret/problems/sampling"
)

// instance is a small problem with fixed random rows. The comparator is a point
// of the domain, not its minimizer: the runner does not mind.
func instance(loss linear.Loss, set domain.Set) *problems.Problem {
	const n, d = 30, 5
	random := rand.New(rand.NewPCG(1, 2))
	rows := &linear.Dense{N: n, D: d}
	m := &linear.Model{Rows: rows, Loss: loss, Ridge: 0.01}
	for range n {
		for range d {
			rows.Data = append(rows.Data, random.NormFloat64())
		}
		m.Y = append(m.Y, math.Copysign(1, random.Float64()-0.5))
	}
	start, u := make([]float64, d), make([]float64, d)
	for j := range u {
		start[j], u[j] = 0.1, 0.2
	}
	set.Project(start)
	set.Project(u)
	return &problems.Problem{
		Objective: m,
		Domain:    set,
		Start:     start,
		Optimum:   optimum.Certificate{Theta: u},
		Content:   "thirty rows",
	}
}

// absolute is a case of alpha/sqrt(t) on an absolute loss over a ball.
func absolute(drawn string, horizon int, alpha float64) config.Case {
	in := instance(linear.Absolute{}, domain.Ball{Radius: 1})
	return config.Case{
		Problem: "absolute", Method: "sgd", Schedule: fmt.Sprint("inverse-sqrt ", alpha),
		Horizon:     horizon,
		Sampling:    config.Sampling{Name: drawn, Kind: drawn, Spec: drawn, Law: lawOf(drawn, in)},
		Instance:    in,
		Rule:        optim.SGD{},
		Steps:       schedule.InverseSqrt{Alpha: alpha},
		ProblemSpec: "absolute on ball 0x1p+00",
		MethodSpec:  "sgd",
		StepSpec:    fmt.Sprintf("inverse-sqrt %x", alpha),
	}
}

func allAverages() []config.Average {
	return []config.Average{
		{Name: "uniform", Average: average.Uniform{}},
		{Name: "step-weighted", Average: average.StepWeighted{}},
		{Name: "last", Average: average.Last{}},
	}
}

// smallPlan has random and deterministic cases and two horizons.
func smallPlan() *config.Plan {
	return &config.Plan{
		Name: "small", Seed: 1, Seeds: 4, Checkpoints: 20, Averages: allAverages(),
		Cases: []config.Case{
			absolute(iid, 100, 1),
			absolute(iid, 5000, 1),
			absolute(iid, 5000, 0.5),
			absolute(full, 3000, 1),
		},
	}
}

// watched is a schedule that tells when the block from t on is asked for.
type watched struct {
	schedule.Schedule
	tell func(t int)
}

func (w watched) Fill(eta []float64, t, T int) {
	w.tell(t)
	w.Schedule.Fill(eta, t, T)
}

// The samplings of most tests.
const (
	iid      = "iid"
	full     = "full"
	sequence = config.Sequence
)

// lawOf works a sampling out; a sequence has no law.
func lawOf(kind string, p *problems.Problem) *sampling.Law {
	entry, ok := catalogue.Lookup("samplings", kind)
	if !ok {
		return nil
	}
	law, err := entry.New().(sampling.Sampling).Of(p)
	if err != nil {
		panic(err)
	}
	return law
}
