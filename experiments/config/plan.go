package config

import (
	"regret/optim"
	"regret/optim/average"
	"regret/optim/schedule"
	"regret/problems"
)

// Plan is a configuration with every name looked up and every number computed.
type Plan struct {
	Name        string // the file's base name without .yaml
	File        string
	Title       string
	Seed        uint64
	Seeds       int // repetitions; 1 where nothing is random
	Checkpoints int
	// Constants are given in place of problems where a file asks for figures of
	// bounds alone; nil where there are runs.
	Constants map[string]problems.Constant
	Averages  []Average
	Cases     []Case
	Bounds    []string // theorem IDs; empty means all that apply
	Claims    []Claim
	Figures   []Figure
	Resolved  []byte // the file with every default written out: config.yaml
}

// Runs says whether the plan has runs, or figures of bounds alone.
func (p *Plan) Runs() bool { return p.Constants == nil }

// Average is a named average of the iterates.
type Average struct {
	Name string
	average.Average
}

// Case is one (problem, sampling, method, schedule, horizon): what the repetitions repeat.
// Without runs it is one (schedule, horizon), problem and method have no names,
// and the instance has constants alone.
type Case struct {
	Problem, Method, Schedule string             // names, as figures and tables show them
	Params                    map[string]float64 // the values of grid parameters, e.g. "alpha"
	Horizon                   int
	Sampling                  Sampling
	Instance                  *problems.Problem
	MethodKind                string // in the catalogue, e.g. "sgd"; empty means sgd
	Rule                      optim.Method
	Steps                     schedule.Schedule
	// ProblemSpec, MethodSpec and StepSpec are the resolved parameters as
	// canonical text with hexadecimal floats: they key the stored run.
	ProblemSpec, MethodSpec, StepSpec string
}

// Claim is one statement that the run checks: below or above a limit, a slope,
// or an ordering of schedules.
type Claim struct {
	Line                      int // in the file
	Quantity, Average         string
	Problem, Method, Schedule string    // empty: every one
	Sampling                  string    // likewise
	Below, Above              Limit     // empty: not claimed
	Factor                    float64   // on the bound that Below or Above names; 0 for none
	Slope                     []float64 // [lo, hi]
	Against                   string    // "t" or "horizon", for slopes
	Window                    []float64 // [from, to] of the slope's fit, optional
	Order                     []string  // schedules, the one with the smallest mean first
	At                        int       // where an ordering is judged; 0 for T
	Confidence                float64   // of the interval that judges a slope or an ordering
	Text                      string    // the claim as written, on one line
}

// Means says whether a claim speaks of a case.
func (c *Claim) Means(of *Case) bool {
	return Matches(c.Problem, of.Problem) && Matches(c.Method, of.Method) &&
		Matches(c.Schedule, of.Schedule) && Matches(c.Sampling, of.Sampling.Name)
}

// Figure asks for one figure, or one for each value of Per: of a measured
// quantity, or of bounds.
type Figure struct {
	// Quantity and Average are measured, or what all of Bounds speak of.
	Quantity, Average string
	Bounds            []string // the theorems of a figure of bounds; else empty
	Value             string   // of the bounds: Given or Best
	Times             string   // the formula that multiplies bounds; empty for none
	Against           string   // "t", "horizon" or a grid parameter
	Per               string   // "problem", "sampling", "schedule" or "all"
	Title             string
}

// Values that figures of bounds show.
const (
	Given = "given" // for the steps as the file gives them
	Best  = "best"  // for the multiple of the steps that makes the bound least
)
