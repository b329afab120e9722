package runner

import (
	"math"

	"regret/experiments/config"
	"regret/optim"
	"regret/optim/average"
)

// layout lays snapshots out as the rows of a record: see store.Record for the
// columns.
type layout struct {
	averages []config.Average
	online   bool
}

// plain returns the averages without their names.
func (l layout) plain() []average.Average {
	plain := make([]average.Average, len(l.averages))
	for k, a := range l.averages {
		plain[k] = a.Average
	}
	return plain
}

// isLast says whether an average is the last iterate, whose weights are +Inf.
// It has a value, but no average loss or regret.
func isLast(a average.Average) bool { return math.IsInf(a.Weight(1, 1), 1) }

// gradientNorm says whether |grad F(theta_t)| is recorded.
func (l layout) gradientNorm() bool {
	if l.online {
		return false
	}
	for _, a := range l.averages {
		if isLast(a) {
			return true
		}
	}
	return false
}

func (l layout) columns() []string {
	columns := []string{"t", "step", "sample-gradient-norm", "distance", "D", "G"}
	for _, a := range l.averages {
		if !isLast(a) {
			columns = append(columns, "average-loss:"+a.Name, "average-regret:"+a.Name)
		}
		if !l.online {
			columns = append(columns, "value:"+a.Name)
		}
	}
	if l.gradientNorm() {
		columns = append(columns, "gradient-norm")
	}
	return columns
}

// row returns a snapshot's numbers in the order of columns. Finite iterates may
// still have averages or values that overflow, to Inf - Inf even: these are +Inf.
func (l layout) row(s *optim.Snapshot) []float64 {
	row := []float64{float64(s.T), s.Step, s.SampleGradientNorm, s.Distance, s.D, s.G}
	for k, a := range l.averages {
		seen := s.Averages[k]
		if !isLast(a) {
			row = append(row, seen.Loss, seen.Regret)
		}
		if !l.online {
			row = append(row, seen.Value)
		}
	}
	if l.gradientNorm() {
		row = append(row, s.GradientNorm)
	}
	for j, v := range row {
		if math.IsNaN(v) {
			row[j] = math.Inf(1)
		}
	}
	return row
}

// divergedRow is the row of a checkpoint that a diverged run did not reach: all
// but the index and the step is +Inf, and so are statistics over seeds.
func (l layout) divergedRow(t int, step float64) []float64 {
	row := make([]float64, len(l.columns()))
	for j := range row {
		row[j] = math.Inf(1)
	}
	row[0], row[1] = float64(t), step
	return row
}
