package analysis

import (
	"fmt"
	"strings"

	"regret/experiments/config"
)

// Finding is what a claim found in one place: on a curve, on runs that differ
// in T alone, or on a pair of an ordering.
type Finding struct {
	Cases   []*config.Case // those that it speaks of
	Average string
	Verdict Verdict // Holds, Violated or Undecided
	Text    string  // what was compared, with numbers
	// Side is "below" or "above", Measured the mean at T and Limit what it is
	// compared with; for slopes and orderings they are empty and NaN.
	Side            string
	Measured, Limit float64
}

// Label names what the cases of a finding share.
func (f *Finding) Label() string {
	first := f.Cases[0]
	parts := []string{first.Problem, first.Method}
	if f.shares(func(c *config.Case) bool { return c.Schedule == first.Schedule }) {
		parts = append(parts, first.Schedule)
	}
	if s := first.Sampling.Label; s != "" {
		parts = append(parts, s)
	}
	if f.shares(func(c *config.Case) bool { return c.Horizon == first.Horizon }) {
		parts = append(parts, fmt.Sprintf("T=%d", first.Horizon))
	}
	return strings.Join(parts, ", ") + averageSuffix(f.Average)
}

func (f *Finding) shares(property func(*config.Case) bool) bool {
	for _, c := range f.Cases {
		if !property(c) {
			return false
		}
	}
	return true
}

// Verdict is Holds, Violated or Undecided. A claim that is undecided, as an
// interval reaches over the limit or a bound proves nothing here, has not passed.
func (c *Claim) Verdict() Verdict {
	if c.Passed {
		return Holds
	}
	verdict := Violated
	if len(c.Findings) > 0 {
		verdict = Gravest(c.Findings)
	}
	return verdict
}

// Gravest joins verdicts: one that is violated decides, then one that is
// undecided.
func Gravest(findings []Finding) Verdict {
	verdict := Holds
	for _, f := range findings {
		if f.Verdict == Violated || verdict == Holds {
			verdict = f.Verdict
		}
	}
	return verdict
}

// byInterval judges a claim that a value lies within [lo, hi] by an interval of
// confidence for the value: inside it holds, apart from it it is violated, and
// if it reaches over an end it is undecided.
func byInterval(low, high, lo, hi float64) Verdict {
	switch {
	case lo <= low && high <= hi:
		return Holds
	case high < lo || hi < low:
		return Violated
	}
	return Undecided
}
