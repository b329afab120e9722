package analysis

import (
	"fmt"
	"strings"

	"regret/experiments/config"
)

// judgeClaims checks every claim of the plan against curves and bounds.
func judgeClaims(r *Result) []Claim {
	var out []Claim
	for _, c := range r.Plan.Claims {
		j := claimJudge{result: r, claim: Claim{Claim: c}}
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
}

func (j *claimJudge) judge() {
	switch {
	case len(j.claim.Order) > 0:
		j.order()
	case len(j.claim.Slope) > 0:
		j.slopes()
	default:
		j.limits()
	}
	j.conclude()
}

// curves returns the curves that the claim names; what it leaves open matches all.
func (j *claimJudge) curves() []*Curve {
	var out []*Curve
	for i := range j.result.Curves {
		c := &j.result.Curves[i]
		if c.Quantity == j.claim.Quantity && config.Matches(j.claim.Average, c.Average) && j.claim.Means(c.Case) {
			out = append(out, c)
		}
	}
	return out
}

func (j *claimJudge) find(f Finding) { j.claim.Findings = append(j.claim.Findings, f) }

func (j *claimJudge) skip(c *Curve, why string) {
	j.claim.Skipped = append(j.claim.Skipped, c.label()+": "+why)
}

// conclude sets the verdict and its detail: what did not hold first.
func (j *claimJudge) conclude() {
	c := &j.claim
	texts := map[Verdict][]string{}
	for _, f := range c.Findings {
		texts[f.Verdict] = append(texts[f.Verdict], f.Label()+": "+f.Text)
	}
	part := func(v Verdict, word string) string {
		return fmt.Sprintf("%s on %d of %d: %s", word, len(texts[v]), len(c.Findings), strings.Join(texts[v], "; "))
	}
	var parts []string
	if len(texts[Violated]) > 0 {
		parts = append(parts, part(Violated, "fails"))
	}
	if len(texts[Undecided]) > 0 {
		parts = append(parts, part(Undecided, "undecided"))
	}
	switch {
	case len(c.Findings) == 0 && len(c.Skipped) == 0:
		c.Detail = "no curve matches"
	case len(c.Findings) == 0:
		c.Detail = "it can be judged on none of the curves that match"
	case len(parts) > 0:
		c.Detail = strings.Join(parts, "; ")
	case len(c.Findings) == 1:
		c.Passed, c.Detail = true, texts[Holds][0]
	default:
		c.Passed, c.Detail = true, fmt.Sprintf("holds on %d of %d", len(c.Findings), len(c.Findings))
	}
}

// label names a curve for people.
func (c *Curve) label() string { return caseLabel(c.Case) + averageSuffix(c.Average) }

func caseLabel(c *config.Case) string {
	return fmt.Sprintf("%s, T=%d", c.Label(), c.Horizon)
}

func averageSuffix(name string) string {
	if name == "" {
		return ""
	}
	return ", " + name + " average"
}
