package analysis

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"regret/experiments/config"
)

// judgeClaims checks every claim of the plan against curves and bounds.
func judgeClaims(r *Result) []Claim {
	var out []Claim
	for _, c := range r.Plan.Claims {
		j := claimJudge{result: r, claim: Claim{Claim: c, Passed: true}}
		j.judge()
		out = append(out, j.claim)
	}
	return out
}

// claimJudge gathers the verdict on one claim: it passes if it matches at least
// one curve that it can be judged on, and holds on all of them.
type claimJudge struct {
	result *Result
	claim  Claim
	judged int
	fails  []string
	notes  []string
}

func (j *claimJudge) judge() {
	switch {
	case len(j.claim.Slope) == 2 && j.claim.Against == "horizon":
		j.slopesAgainstHorizon()
	case len(j.claim.Slope) == 2:
		for _, c := range j.curves() {
			j.slope(c.label(), slopeAlongT(c, j.claim.Window))
		}
	default:
		for _, c := range j.curves() {
			j.compare(c)
		}
	}
	j.conclude()
}

// curves returns the curves that the claim names; what it leaves open matches all.
func (j *claimJudge) curves() []*Curve {
	var out []*Curve
	for i := range j.result.Curves {
		c := &j.result.Curves[i]
		if c.Quantity == j.claim.Quantity && matchesName(j.claim.Average, c.Average) &&
			matchesName(j.claim.Problem, c.Case.Problem) && matchesName(j.claim.Method, c.Case.Method) &&
			matchesName(j.claim.Schedule, c.Case.Schedule) {
			out = append(out, c)
		}
	}
	return out
}

// matchesName says whether a name of a claim means that of a curve: the name
// itself, or that of a grid whose members carry their parameters behind it.
func matchesName(wanted, name string) bool {
	return wanted == "" || wanted == name || strings.HasPrefix(name, wanted+" ")
}

// compare judges "below" and "above". Equality passes, and so does what
// rounding makes of it.
func (j *claimJudge) compare(c *Curve) {
	if j.claim.Below != "" {
		j.side(c, j.claim.Below, "below", func(measured, limit float64) bool {
			return measured <= limit+rounding*math.Abs(limit)
		})
	}
	if j.claim.Above != "" {
		j.side(c, j.claim.Above, "above", func(measured, limit float64) bool {
			return measured >= limit-rounding*math.Abs(limit)
		})
	}
}

// side compares a curve with a number (its mean at T) or with a bound.
func (j *claimJudge) side(c *Curve, limit, word string, holds func(measured, limit float64) bool) {
	if number, err := strconv.ParseFloat(limit, 64); err == nil {
		final := c.Stats[len(c.Stats)-1].Mean
		j.judged++
		j.note(holds(final, number), fmt.Sprintf("%s: mean at T is %.6g, claimed %s %s", c.label(), final, word, limit))
		return
	}
	found := false
	for i := range j.result.Bounds {
		b := &j.result.Bounds[i]
		if b.Case == c.Case && b.Theorem.ID == limit && b.Row.Quantity == c.Quantity && b.Row.Average == c.Average {
			found = true
			j.bound(c, b, word, holds)
		}
	}
	if !found {
		j.skip(c, limit+" has no row for it")
	}
}

func (j *claimJudge) bound(c *Curve, b *Bound, word string, holds func(measured, limit float64) bool) {
	switch {
	case b.Verdict == NotApplicable:
		j.skip(c, fmt.Sprintf("%s is not applicable: %s", b.Theorem.ID, b.Why))
	case word == "below":
		j.judged++
		text := fmt.Sprintf("%s: %s, worst ratio to %s %.4g", c.label(), b.Verdict, b.Theorem.ID, b.WorstRatio)
		if b.Why != "" {
			text += " (" + b.Why + ")"
		}
		j.note(b.Verdict == Holds, text)
	default:
		last := len(c.T) - 1
		j.judged++
		j.note(holds(c.Stats[last].Mean, b.Value[last]),
			fmt.Sprintf("%s: mean at T is %.6g, %s there is %.6g", c.label(), c.Stats[last].Mean, b.Theorem.ID, b.Value[last]))
	}
}

// slopesAgainstHorizon fits one slope for each (problem, method, schedule).
func (j *claimJudge) slopesAgainstHorizon() {
	type family struct{ problem, method, schedule, average string }
	members := map[family][]*Curve{}
	var order []family
	for _, c := range j.curves() {
		f := family{c.Case.Problem, c.Case.Method, c.Case.Schedule, c.Average}
		if members[f] == nil {
			order = append(order, f)
		}
		members[f] = append(members[f], c)
	}
	for _, f := range order {
		j.slope(members[f][0].label(), slopeAlongHorizon(members[f], j.claim.Window))
	}
}

// slope judges one fitted slope.
func (j *claimJudge) slope(label string, s Slope) {
	lo, hi := j.claim.Slope[0], j.claim.Slope[1]
	j.judged++
	if math.IsNaN(s.Value) {
		j.note(false, label+": no slope, since "+s.Why)
		return
	}
	j.note(lo <= s.Value && s.Value <= hi,
		fmt.Sprintf("%s: slope %.4f (over seeds %.4f to %.4f), claimed within [%g, %g]", label, s.Value, s.Low, s.High, lo, hi))
}

func (j *claimJudge) note(holds bool, text string) {
	if holds {
		j.notes = append(j.notes, text)
	} else {
		j.fails = append(j.fails, text)
	}
}

func (j *claimJudge) skip(c *Curve, why string) {
	j.claim.Skipped = append(j.claim.Skipped, c.label()+": "+why)
}

// conclude sets the verdict and its detail: failures first.
func (j *claimJudge) conclude() {
	c := &j.claim
	switch {
	case j.judged == 0 && len(c.Skipped) == 0:
		c.Passed, c.Detail = false, "no curve matches"
	case j.judged == 0:
		c.Passed, c.Detail = false, "it can be judged on none of the curves that match"
	case len(j.fails) > 0:
		c.Passed = false
		c.Detail = fmt.Sprintf("fails on %d of %d: %s", len(j.fails), j.judged, strings.Join(j.fails, "; "))
	default:
		c.Detail = fmt.Sprintf("holds on %d of %d", j.judged, j.judged)
		if j.judged == 1 {
			c.Detail = j.notes[0]
		}
	}
}

// label names a curve for people.
func (c *Curve) label() string { return caseLabel(c.Case) + averageSuffix(c.Average) }

func caseLabel(c *config.Case) string {
	return fmt.Sprintf("%s, %s, %s, T=%d", c.Problem, c.Method, c.Schedule, c.Horizon)
}

func averageSuffix(name string) string {
	if name == "" {
		return ""
	}
	return ", " + name + " average"
}
