package analysis

import (
	"fmt"
	"math"

	"regret/experiments/config"
	"regret/optim/bound"
)

// limits judges "below" and "above". A number is compared with the mean at T.
// Below a bound means at every checkpoint, as the bound itself is judged; above
// it means the mean at T, so that "above" with a factor of 0.999999 says that it
// is attained. Equality passes, and so does what rounding makes of it.
func (j *claimJudge) limits() {
	for _, c := range j.curves() {
		for _, s := range []side{{j.claim.Below, true}, {j.claim.Above, false}} {
			switch th := s.limit.Bound(); {
			case s.limit == "":
			case th == nil:
				j.number(c, s)
			default:
				j.bounds(c, s, th)
			}
		}
	}
}

// side is one limit and the side of it that is claimed.
type side struct {
	limit config.Limit
	below bool
}

func (s side) String() string {
	if s.below {
		return "below"
	}
	return "above"
}

func (s side) holds(measured, limit float64) bool {
	allowed := rounding * math.Abs(limit)
	if s.below {
		return measured <= limit+allowed
	}
	return measured >= limit-allowed
}

func (s side) verdict(measured, limit float64) Verdict {
	if s.holds(measured, limit) {
		return Holds
	}
	return Violated
}

// number compares the mean at T with a number or the value of a formula.
func (j *claimJudge) number(c *Curve, s side) {
	limit, err := s.limit.Value(c.Case)
	if err != nil {
		j.skip(c, err.Error())
		return
	}
	end := c.Stats[len(c.Stats)-1]
	text := fmt.Sprintf("mean at T is %.6g", end.Mean)
	if end.Count > 1 {
		text += fmt.Sprintf(" (standard error %.2g)", end.StandardError())
	}
	text += fmt.Sprintf(", claimed %s %s", s, s.limit)
	if value := fmt.Sprintf("%.6g", limit); value != string(s.limit) && fmt.Sprint(limit) != string(s.limit) {
		text += " = " + value
	}
	j.find(Finding{Cases: []*config.Case{c.Case}, Average: c.Average, Verdict: s.verdict(end.Mean, limit), Text: text,
		Side: s.String(), Measured: end.Mean, Limit: limit})
}

// bounds compares a curve with every row of a theorem that speaks of it.
func (j *claimJudge) bounds(c *Curve, s side, th *bound.Theorem) {
	found := false
	for i := range j.result.Bounds {
		b := &j.result.Bounds[i]
		if b.Case != c.Case || b.Theorem.ID != th.ID || b.Row.Quantity != c.Quantity || b.Row.Average != c.Average {
			continue
		}
		found = true
		if b.Verdict == NotApplicable {
			j.skip(c, fmt.Sprintf("%s is not applicable: %s", th.ID, b.Why))
			continue
		}
		j.bound(c, s, b)
	}
	if !found {
		j.skip(c, th.ID+" has no row for it")
	}
}

func (j *claimJudge) bound(c *Curve, s side, b *Bound) {
	name := b.Theorem.ID
	if factor := j.claim.Factor; factor > 0 && factor != 1 {
		name = fmt.Sprintf("%g of %s", factor, name)
		b = b.times(factor, c)
	}
	last := len(c.T) - 1
	f := Finding{Cases: []*config.Case{c.Case}, Average: c.Average,
		Side: s.String(), Measured: c.Stats[last].Mean, Limit: b.Value[last]}
	if s.below {
		f.Verdict, f.Text = verdictBelow(b, name)
	} else {
		f.Verdict = s.verdict(f.Measured, f.Limit)
		f.Text = fmt.Sprintf("mean at T is %.6g, %s there is %.6g, ratio %.9g", f.Measured, name, f.Limit, f.Measured/f.Limit)
	}
	j.find(f)
}

// verdictBelow is that of the bound; one that proves nothing decides nothing.
func verdictBelow(b *Bound, name string) (Verdict, string) {
	text := fmt.Sprintf("%s, worst ratio to %s %.4g", b.Verdict, name, b.WorstRatio)
	if b.Why != "" {
		text += " (" + b.Why + ")"
	}
	if b.Verdict == Holds || b.Verdict == Violated {
		return b.Verdict, text
	}
	return Undecided, text
}
