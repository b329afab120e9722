package analysis

import (
	"fmt"
	"math"

	"regret/experiments/config"
)

// slopes judges a slope along t on every curve, or one along the horizon for
// each (problem, sampling, method, schedule, average). It is the interval of confidence
// that decides.
func (j *claimJudge) slopes() {
	if j.claim.Against != "horizon" {
		for _, c := range j.curves() {
			j.slope([]*Curve{c}, slopeAlongT(c, j.claim.Window, j.claim.Confidence))
		}
		return
	}
	type family struct{ problem, sampling, method, schedule, average string }
	members := map[family][]*Curve{}
	var order []family
	for _, c := range j.curves() {
		f := family{c.Case.Problem, c.Case.Sampling.Name, c.Case.Method, c.Case.Schedule, c.Average}
		if members[f] == nil {
			order = append(order, f)
		}
		members[f] = append(members[f], c)
	}
	for _, f := range order {
		j.slope(members[f], slopeAlongHorizon(members[f], j.claim.Window, j.claim.Confidence))
	}
}

// slope judges one fitted slope.
func (j *claimJudge) slope(curves []*Curve, s Slope) {
	f := Finding{Average: curves[0].Average, Measured: math.NaN(), Limit: math.NaN()}
	for _, c := range curves {
		f.Cases = append(f.Cases, c.Case)
	}
	lo, hi := j.claim.Slope[0], j.claim.Slope[1]
	claimed := fmt.Sprintf("claimed within [%g, %g]", lo, hi)
	switch runs := len(curves[0].Runs); {
	case math.IsNaN(s.Value):
		f.Verdict, f.Text = Violated, "no slope, since "+s.Why
	case runs == 1 && !random(f.Cases[0]):
		f.Verdict = byInterval(s.Value, s.Value, lo, hi)
		f.Text = fmt.Sprintf("slope %.4f, %s", s.Value, claimed)
	case runs < enoughSeeds:
		f.Verdict = Violated
		f.Text = fmt.Sprintf("slope %.4f, %s, but %s", s.Value, claimed, tooFew(runs))
	case math.IsNaN(s.Low):
		f.Verdict = Undecided
		f.Text = fmt.Sprintf("slope %.4f without an interval, since %s, %s", s.Value, s.Why, claimed)
	default:
		f.Verdict = byInterval(s.Low, s.High, lo, hi)
		f.Text = fmt.Sprintf("slope %.4f (%g%% interval %.4f to %.4f), %s", s.Value, percent(j.claim.Confidence), s.Low, s.High, claimed)
	}
	j.find(f)
}

// random says whether repetitions of a case differ.
func random(c *config.Case) bool { return c.Sampling.Random() }

// tooFew is the reason why no interval is trusted.
func tooFew(runs int) string {
	return fmt.Sprintf("an interval over seeds needs at least %d of them, this run has %d", enoughSeeds, runs)
}

// percent writes a level of confidence with as many digits as people read.
func percent(level float64) float64 { return math.Round(1e5*level) / 1e3 }
