package analysis

import (
	"fmt"
	"math"
	"sort"

	"regret/experiments/config"
)

// order judges that each schedule's mean is smaller than the next one's, for
// every problem, sampling, method, horizon and average. Repetition r of two schedules sees
// the same samples, so the differences over repetitions are what is judged, by
// one-sided t intervals that hold together at the level of the claim
// (Bonferroni over the pairs of one ordering).
func (j *claimJudge) order() {
	type place struct {
		problem, sampling, method, average string
		horizon                            int
	}
	members := map[place]map[string]*Curve{}
	var places []place
	for _, c := range j.curves() {
		p := place{c.Case.Problem, c.Case.Sampling.Name, c.Case.Method, c.Average, c.Case.Horizon}
		if members[p] == nil {
			members[p] = map[string]*Curve{}
			places = append(places, p)
		}
		members[p][c.Case.Schedule] = c
	}
	for _, p := range places {
		for i := 1; i < len(j.claim.Order); i++ {
			a, b := members[p][j.claim.Order[i-1]], members[p][j.claim.Order[i]]
			if a != nil && b != nil {
				j.pair(a, b)
			}
		}
	}
}

// pair judges that the mean of a is smaller than that of b.
func (j *claimJudge) pair(a, b *Curve) {
	k := len(a.T) - 1
	if at := j.claim.At; at > 0 {
		if at > a.Case.Horizon {
			j.skip(a, fmt.Sprintf("it ends before t=%d", at))
			return
		}
		k = sort.SearchInts(a.T, at+1) - 1
	}
	f := Finding{Cases: []*config.Case{a.Case, b.Case}, Average: a.Average, Measured: math.NaN(), Limit: math.NaN()}
	meanA, meanB := a.Stats[k].Mean, b.Stats[k].Mean
	f.Text = fmt.Sprintf("%s < %s at %s: %.4g against %.4g", a.Case.Schedule, b.Case.Schedule, j.moment(a, k), meanA, meanB)
	level := 1 - (1-j.claim.Confidence)/float64(len(j.claim.Order)-1)
	var detail string
	f.Verdict, detail = smaller(a, b, k, level)
	if detail != "" {
		f.Text += ", " + detail
	}
	j.find(f)
}

// moment names a checkpoint, and what was asked for if that is none.
func (j *claimJudge) moment(c *Curve, k int) string {
	switch {
	case k == len(c.T)-1:
		return "T"
	case c.T[k] != j.claim.At:
		return fmt.Sprintf("t=%d, the last checkpoint up to %d", c.T[k], j.claim.At)
	}
	return fmt.Sprintf("t=%d", c.T[k])
}

// smaller judges whether the mean of a is smaller at checkpoint k: plainly if
// nothing is random, else by the paired differences.
func smaller(a, b *Curve, k int, level float64) (Verdict, string) {
	runs := len(a.Runs)
	switch lost, against := diverged(a, k), diverged(b, k); {
	case lost == 0 && against == runs:
		return Holds, fmt.Sprintf("%s diverged", b.Case.Schedule)
	case against == 0 && lost == runs:
		return Violated, fmt.Sprintf("%s diverged", a.Case.Schedule)
	case lost+against > 0:
		return Undecided, fmt.Sprintf("%d and %d of %d repetitions diverged", lost, against, runs)
	case runs == 1 && !random(a.Case):
		if a.Runs[0][k] < b.Runs[0][k] {
			return Holds, ""
		}
		return Violated, ""
	case runs < enoughSeeds:
		return Violated, "but " + tooFew(runs)
	}
	x, y := make([]float64, runs), make([]float64, runs)
	for r := range x {
		x[r], y[r] = a.Runs[r][k], b.Runs[r][k]
	}
	d := pairedDifference(x, y, level)
	if d.Low >= 0 {
		return Violated, fmt.Sprintf("mean difference %.4g (%g%% one-sided: at least %.4g)", d.Mean, percent(level), d.Low)
	}
	text := fmt.Sprintf("mean difference %.4g (%g%% one-sided: at most %.4g)", d.Mean, percent(level), d.High)
	if d.High < 0 {
		return Holds, text
	}
	return Undecided, text
}

// diverged counts the repetitions that are not finite at checkpoint k.
func diverged(c *Curve, k int) (count int) {
	for _, run := range c.Runs {
		if math.IsInf(run[k], 0) || math.IsNaN(run[k]) {
			count++
		}
	}
	return count
}
