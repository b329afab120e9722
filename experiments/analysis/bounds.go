package analysis

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"regret/experiments/config"
	"regret/experiments/store"
	"regret/optim/bound"
	"regret/problems"
)

// boundsOf evaluates theorems on one case: every row that speaks of a curve
// that was recorded. Rows that need rows drawn in another way do not apply. A theorem that the
// configuration names and that has no such row is reported as not applicable;
// in the default choice it is passed over.
func boundsOf(c *config.Case, named []string, curves []Curve, records []*store.Record) ([]Bound, error) {
	theorems, err := theoremsFor(named)
	if err != nil {
		return nil, err
	}
	in := InputOf(c)
	found := make([][]match, len(theorems))
	for i, th := range theorems {
		found[i] = matches(th, in, c, curves)
	}
	in = shared(in, theorems, found, records[0])
	var out []Bound
	for i, th := range theorems {
		e := evaluation{theorem: th, c: c, in: in, records: records}
		for _, m := range found[i] {
			if m.breach != "" {
				out = append(out, refused(c, th, m.row, fmt.Sprintf("%s under %s sampling: %s", m.row.Name(), c.Sampling.Name, m.breach)))
				continue
			}
			out = append(out, e.judge(Surely(samplingOf(c), m.row), m.curve))
		}
		if len(found[i]) == 0 && len(named) > 0 {
			out = append(out, refused(c, th, th.Rows[0], whyNoRow(th, c)))
		}
	}
	return out, nil
}

// match is a row of a theorem with the curve that it speaks of.
type match struct {
	row    bound.Row
	curve  *Curve
	breach string // what of the row's sampling does not hold, if anything
}

func matches(th *bound.Theorem, in bound.Input, c *config.Case, curves []Curve) []match {
	if !speaksOf(th, c) {
		return nil
	}
	var out []match
	for _, row := range th.RowsOn(in) {
		if curve := matching(curves, row, c); curve != nil && Meant(samplingOf(c), th, row) {
			out = append(out, match{row, curve, Breach(samplingOf(c), row.Sampling)})
		}
	}
	return out
}

// shared is an input on which the theorems that are to be evaluated share their sweeps
// over the steps. All curves of a case have the same checkpoints.
func shared(in bound.Input, theorems []*bound.Theorem, found [][]match, first *store.Record) bound.Input {
	var at []int
	var readings []bound.Reading
	run := in
	run.Observed = observed(first)
	for i, th := range theorems {
		for _, m := range found[i] {
			if m.breach == "" {
				at = m.curve.T
				readings = append(readings, th.Readings(run)...)
				break
			}
		}
	}
	if len(readings) == 0 {
		return in
	}
	return bound.Share(in, at, readings)
}

// refused is a bound that does not apply.
func refused(c *config.Case, th *bound.Theorem, row bound.Row, why string) Bound {
	return Bound{Case: c, Theorem: th, Row: row, Kind: th.Kind, Verdict: NotApplicable, WorstRatio: math.NaN(), Why: why}
}

func theoremsFor(named []string) ([]*bound.Theorem, error) {
	var theorems []*bound.Theorem
	if len(named) == 0 {
		for i := range bound.All {
			theorems = append(theorems, &bound.All[i])
		}
		return theorems, nil
	}
	for _, id := range named {
		th, ok := bound.Lookup(id)
		if !ok {
			return nil, fmt.Errorf("analysis: no bound is called %q", id)
		}
		theorems = append(theorems, th)
	}
	return theorems, nil
}

// matching returns the curve that a row bounds and can be judged by, or nil.
// Bounds on a supremum say nothing of a single run, and a bound on the best
// iterate is judged only where every iterate has been evaluated.
func matching(curves []Curve, row bound.Row, c *config.Case) *Curve {
	if row.Mode == bound.Supremum || row.Mode == bound.Reported {
		return nil
	}
	for i := range curves {
		curve := &curves[i]
		if curve.Quantity == row.Quantity && curve.Average == row.Average &&
			(row.Quantity != "gap-best" || len(curve.T) == c.Horizon) {
			return curve
		}
	}
	return nil
}

// whyNoRow says why a theorem that was asked for bounds nothing here.
func whyNoRow(th *bound.Theorem, c *config.Case) string {
	if !speaksOf(th, c) {
		return fmt.Sprintf("it speaks of the method %s", cmp.Or(th.Method, sgd))
	}
	for _, row := range th.Rows {
		if row.Mode == bound.Supremum {
			return "it bounds the worst problem of a class from below, and says nothing of a single run"
		}
	}
	if c.Instance.Online && !slices.ContainsFunc(th.Rows, func(r bound.Row) bool { return r.Sampling == bound.Any }) {
		return "it bounds F, or a mean over samples: an online problem has neither, only losses in a given order"
	}
	return fmt.Sprintf("no quantity that it bounds is recorded under %s sampling", c.Sampling.Name)
}

// InputOf gathers what theorems are evaluated on.
func InputOf(c *config.Case) bound.Input {
	constant := func(name string) float64 {
		if k, ok := c.Instance.Constants[name]; ok {
			return k.Value
		}
		return math.NaN()
	}
	in := bound.Input{
		Steps: c.Steps, Horizon: c.Horizon,
		D: constant("D"), G: constant("G"), Gloss: constant("Gloss"), R: constant("R"), L: constant("L"),
		Lmax: constant("Lmax"), Mu: constant("mu"), Sigma: constant("sigma"),
		Params: map[string]float64{"dimension": constant("d")},
	}
	for _, name := range []string{"sigma_star", "Lexp", "Rx", "noise"} {
		if k, known := c.Instance.Constants[name]; known {
			in.Params[name] = k.Value
		}
	}
	return in
}

// evaluation is one theorem on one case; its terms serve all of its rows.
type evaluation struct {
	theorem *bound.Theorem
	c       *config.Case
	in      bound.Input
	records []*store.Record

	done   bool
	refuse error
	terms  [][][]float64 // by run where the bound depends on the run, else one entry
}

// evaluate computes the terms at the checkpoints, once.
func (e *evaluation) evaluate(at []int) {
	if e.done {
		return
	}
	e.done = true
	in := e.in
	runs := e.records[:1]
	if e.theorem.NeedsRun {
		runs = e.records
	}
	for _, r := range runs {
		in.Observed = observed(r)
		if e.refuse = e.theorem.Applies(in); e.refuse != nil {
			return
		}
		e.terms = append(e.terms, e.theorem.Terms(in, at))
	}
}

// observed returns the running D and G of a record.
func observed(r *store.Record) []bound.Observed {
	d, g := r.Column("D"), r.Column("G")
	out := make([]bound.Observed, len(r.Rows))
	for k, row := range r.Rows {
		out[k] = bound.Observed{D: row[d], G: row[g]}
	}
	return out
}

// judge compares one row of the theorem with its curve.
func (e *evaluation) judge(row bound.Row, curve *Curve) Bound {
	b := Bound{Case: e.c, Theorem: e.theorem, Row: row, Kind: e.theorem.Kind, T: curve.T, WorstRatio: math.NaN()}
	e.evaluate(curve.T)
	if e.refuse != nil {
		b.Verdict, b.Why = NotApplicable, e.refuse.Error()
		return b
	}
	b.Kind = e.theorem.KindOf(row, e.in)
	b.Terms = meanTerms(e.terms)
	b.values, b.slack, b.proved = e.values(row, curve), e.slack(row), e.theorem.NeedsRun || !uncertain(e.theorem, e.c)
	if row.Mode == bound.HighProbability {
		b.delta = e.theorem.Param(e.in, "delta")
	}
	b.compare(curve)
	return b
}

// values returns the bound by run and checkpoint.
func (e *evaluation) values(row bound.Row, curve *Curve) [][]float64 {
	values := make([][]float64, len(curve.Runs))
	for r := range values {
		terms := e.terms[min(r, len(e.terms)-1)]
		values[r] = make([]float64, len(terms))
		for k := range terms {
			for _, x := range terms[k] {
				values[r][k] += x
			}
			if row.PlusComparator {
				values[r][k] += comparatorLoss(e.records[r], row.Average, k)
			}
		}
	}
	return values
}

// comparatorLoss is the comparator's average loss at checkpoint k, and +Inf once
// the run has diverged.
func comparatorLoss(r *store.Record, averageName string, k int) float64 {
	loss := r.Rows[k][r.Column("average-loss:"+averageName)]
	if math.IsInf(loss, 1) {
		return loss
	}
	return loss - r.Rows[k][r.Column("average-regret:"+averageName)]
}

// slack is what the error of F* may add to a gap measured from F(u).
func (e *evaluation) slack(row bound.Row) float64 {
	switch row.Quantity {
	case lastGap, "gap-average", "gap-best":
		return e.c.Instance.Optimum.Gap
	}
	return 0
}

// unproved is why a verdict is Heuristic.
const unproved = "a constant is observed or estimated, not proved"

// uncertain says whether a constant that a theorem names is not proved.
func uncertain(th *bound.Theorem, c *config.Case) bool {
	for _, name := range th.Constants {
		switch c.Instance.Constants[name].Provenance {
		case problems.Observed, problems.Estimated:
			return true
		}
	}
	return false
}

func meanTerms(byRun [][][]float64) [][]float64 {
	if len(byRun) == 1 {
		return byRun[0]
	}
	out := make([][]float64, len(byRun[0]))
	for k := range out {
		rows := make([][]float64, len(byRun))
		for r := range byRun {
			rows[r] = byRun[r][k]
		}
		out[k] = meanRows(rows)
	}
	return out
}

// meanRows returns the mean over the first index.
func meanRows(rows [][]float64) []float64 {
	out := make([]float64, len(rows[0]))
	for k := range out {
		values := make([]float64, len(rows))
		for r := range rows {
			values[r] = rows[r][k]
		}
		out[k] = summarize(values).Mean
	}
	return out
}
