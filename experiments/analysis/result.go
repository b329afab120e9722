// Package analysis turns records and theorems into tables: statistics over
// seeds, bounds with verdicts, slopes and claims.
package analysis

import (
	"regret/experiments/config"
	"regret/optim/bound"
)

// Result is everything that figures, reports and tables are drawn from.
type Result struct {
	Plan   *config.Plan
	Curves []Curve
	Bounds []Bound
	Claims []Claim
	// Promises are the bounds that figures show without a run, each once; Shown
	// lists them by figure of the plan.
	Promises []*Promise
	Shown    [][]*Promise
}

// Curve is one quantity of one case, over seeds.
type Curve struct {
	Case              *config.Case
	Quantity, Average string
	T                 []int       // checkpoints
	Runs              [][]float64 // Runs[r][k]: repetition r at T[k]; +Inf once diverged
	Stats             []Stats     // Stats[k] at T[k]
	DivergedAt        []int       // by repetition; 0 where the run stayed finite
}

// Stats summarizes one quantity at one checkpoint over seeds.
type Stats struct {
	Count                      int
	Mean, SD, Median, Min, Max float64
	Q05, Q25, Q75, Q95         float64
}

// Bound is one theorem's row, evaluated on one case.
type Bound struct {
	Case       *config.Case
	Theorem    *bound.Theorem
	Row        bound.Row
	Kind       bound.Kind
	T          []int
	Value      []float64 // the mean over seeds where the bound depends on the run
	Terms      [][]float64
	Ratio      []float64 // worst measured/bound at T[k]; NaN where undefined
	WorstRatio float64
	Verdict    Verdict
	Why        string // for not applicable, undecided and violated

	values [][]float64 // by repetition and checkpoint
	slack  float64     // what the error of F* may add to a gap
	delta  float64     // the probability with which a run may lie above it
	proved bool        // no constant is observed or estimated
}

// Verdict is what a comparison of measured curve and bound found.
type Verdict string

const (
	Holds         Verdict = "holds"
	Violated      Verdict = "violated"
	Undecided     Verdict = "undecided"
	Heuristic     Verdict = "heuristic"
	Vacuous       Verdict = "vacuous"
	NotApplicable Verdict = "not applicable"
	Promised      Verdict = "promised" // without a run: nothing was compared
)

// Claim is a claim of the configuration with its verdict.
type Claim struct {
	config.Claim
	Passed   bool
	Detail   string    // what was compared, with numbers
	Findings []Finding // one for each curve or pair that it was judged on
	Skipped  []string  // curves that the claim could not be judged on, with the reason
}
