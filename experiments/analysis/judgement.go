package analysis

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"regret/optim/bound"
)

const (
	// rounding is what floating point may add to a pathwise inequality.
	rounding = 1e-10
	// standardErrors is how far a mean must lie above a bound in expectation
	// before it is called violated.
	standardErrors = 5
	// enoughSeeds is the least number of repetitions to judge a mean by.
	enoughSeeds = 10
)

// compare judges a bound, whose values are known, on its curve.
func (b *Bound) compare(curve *Curve) {
	b.Value = meanRows(b.values)
	b.Ratio = make([]float64, len(curve.T))
	j := judgement{bound: b, curve: curve, values: b.values, slack: b.slack}
	switch b.Row.Mode {
	case bound.Expectation:
		j.mean()
	case bound.HighProbability:
		j.mostRuns(b.delta)
	default:
		j.everyRun()
	}
	if b.Verdict == Holds && !b.proved {
		b.Verdict, b.Why = Heuristic, "a constant is observed or estimated, not proved"
	}
}

// times judges the same curve by factor times the bound.
func (b *Bound) times(factor float64, curve *Curve) *Bound {
	scaled := *b
	scaled.WorstRatio, scaled.Why, scaled.Terms = math.NaN(), "", nil
	scaled.values = make([][]float64, len(b.values))
	for r, row := range b.values {
		for _, v := range row {
			scaled.values[r] = append(scaled.values[r], factor*v)
		}
	}
	scaled.compare(curve)
	return &scaled
}

// judgement compares a curve with a bound: values[r][k] belongs to repetition
// r at checkpoint k.
type judgement struct {
	bound  *Bound
	curve  *Curve
	values [][]float64
	slack  float64
}

// everyRun judges a pathwise bound: each run, at each checkpoint, lies below it.
func (j judgement) everyRun() {
	b := j.bound
	b.Verdict = j.start()
	for k, t := range j.curve.T {
		b.Ratio[k] = math.NaN()
		for r, run := range j.curve.Runs {
			j.ratio(k, run[k], j.values[r][k])
			if run[k] > j.values[r][k]*(1+rounding)+j.slack && b.Verdict != Violated {
				b.Verdict = Violated
				b.Why = fmt.Sprintf("repetition %d at t=%d: measured %.6g > bound %.6g", r+1, t, run[k], j.values[r][k])
			}
		}
	}
}

// mean judges a bound in expectation: the mean over seeds does not lie above it
// by more than its error allows.
func (j judgement) mean() {
	b := j.bound
	b.Verdict = j.start()
	for k, t := range j.curve.T {
		s, value := j.curve.Stats[k], b.Value[k]
		b.Ratio[k] = math.NaN()
		j.ratio(k, s.Mean, value)
		low := s.Mean - standardErrors*s.StandardError()
		if math.IsInf(s.Mean, 1) {
			low = math.Inf(1)
		}
		if low > value*(1+rounding)+j.slack && b.Verdict != Violated && s.Count >= enoughSeeds {
			b.Verdict = Violated
			b.Why = fmt.Sprintf("at t=%d: mean %.6g - %d standard errors > bound %.6g", t, s.Mean, standardErrors, value)
		}
	}
	if b.Verdict == Holds && b.Row.Mode == bound.Expectation && len(j.curve.Runs) < enoughSeeds {
		b.Verdict = Undecided
		b.Why = fmt.Sprintf("a bound on the mean needs at least %d seeds, this run has %d", enoughSeeds, len(j.curve.Runs))
	}
}

// mostRuns judges a bound that may fail with probability delta, at T alone,
// since it does not hold at all t at once. It is violated if as many runs lie
// above it as would by chance in fewer than one of a million experiments.
func (j judgement) mostRuns(delta float64) {
	b := j.bound
	b.Verdict = j.start()
	exceed := 0
	for k := range j.curve.T {
		b.Ratio[k] = math.NaN()
		for r, run := range j.curve.Runs {
			j.ratio(k, run[k], j.values[r][k])
			if k == len(j.curve.T)-1 && run[k] > j.values[r][k]*(1+rounding)+j.slack {
				exceed++
			}
		}
	}
	runs := len(j.curve.Runs)
	switch chance := (distuv.Binomial{N: float64(runs), P: delta}).Survival(float64(exceed) - 1); {
	case b.Verdict != Holds:
	case chance < 1e-6:
		b.Verdict = Violated
		b.Why = fmt.Sprintf("at T %d of %d runs lie above it, allowed for is a fraction %g", exceed, runs, delta)
	case runs < enoughSeeds:
		b.Verdict = Undecided
		b.Why = fmt.Sprintf("a bound on most runs needs at least %d seeds, this run has %d", enoughSeeds, runs)
	}
}

// start is the verdict before a measurement is looked at.
func (j judgement) start() Verdict {
	for _, values := range j.values {
		for _, v := range values {
			if !math.IsInf(v, 1) {
				return Holds
			}
		}
	}
	j.bound.Why = "the bound is infinite at every checkpoint"
	return Vacuous
}

// ratio keeps the worst measured/bound, at checkpoint k and over all.
func (j judgement) ratio(k int, measured, value float64) {
	if value <= 0 || math.IsInf(value, 1) || math.IsNaN(value) {
		return
	}
	q := measured / value
	j.bound.Ratio[k] = maxIgnoringNaN(j.bound.Ratio[k], q)
	j.bound.WorstRatio = maxIgnoringNaN(j.bound.WorstRatio, q)
}

func maxIgnoringNaN(a, b float64) float64 {
	if math.IsNaN(a) {
		return b
	}
	return max(a, b)
}
