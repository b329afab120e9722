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
	Averages    []Average
	Cases       []Case
	Bounds      []string // theorem IDs; empty means all that apply
	Claims      []Claim
	Figures     []Figure
	Resolved    []byte // the file with every default written out: config.yaml
}

// Average is a named average of the iterates.
type Average struct {
	Name string
	average.Average
}

// Case is one (problem, method, schedule, horizon): what the repetitions repeat.
type Case struct {
	Problem, Method, Schedule string             // names, as figures and tables show them
	Params                    map[string]float64 // the values of grid parameters, e.g. "alpha"
	Horizon                   int
	Sampling                  string // "iid", "full" or "sequence" (online and ordered problems)
	Instance                  *problems.Problem
	Rule                      optim.Method
	Steps                     schedule.Schedule
	// ProblemSpec, MethodSpec and StepSpec are the resolved parameters as
	// canonical text with hexadecimal floats: they key the stored run.
	ProblemSpec, MethodSpec, StepSpec string
}

// Claim is one statement that the run checks.
type Claim struct {
	Line                      int // in the file
	Quantity, Average         string
	Problem, Method, Schedule string    // empty: every one
	Below, Above              string    // a bound's ID or a number
	Against                   string    // "t" or "horizon", for slopes
	Slope                     []float64 // [lo, hi]
	Window                    []float64 // [from, to] of the slope's fit, optional
	Text                      string    // the claim as written, on one line
}

// Figure asks for one figure, or one for each value of Per.
type Figure struct {
	Quantity, Average string
	Against           string // "t", "horizon" or a grid parameter
	Per               string // "problem" (default), "schedule" or "all"
	Title             string
}
