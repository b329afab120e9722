package analysis

import (
	"fmt"
	"math"
	"strings"

	"regret/experiments/config"
	"regret/experiments/store"
	"regret/optim/average"
)

// lastGap is the quantity of the last iterate's gap: it has no average.
const lastGap = "gap-last"

// curvesOf reads every curve that the records of one case hold.
func curvesOf(c *config.Case, averages []config.Average, records []*store.Record) ([]Curve, error) {
	var curves []Curve
	for _, column := range records[0].Columns {
		quantity, averageName, ok := curveOfColumn(column, averages)
		if !ok {
			continue
		}
		shift := 0.0 // a gap is F - F(u)
		if strings.HasPrefix(quantity, "gap-") {
			shift = c.Instance.Optimum.Value
		}
		curve, err := newCurve(c, quantity, averageName, column, shift, records)
		if err != nil {
			return nil, err
		}
		curves = append(curves, curve)
	}
	if best, ok := bestOf(curves); ok {
		curves = append(curves, best)
	}
	if squared, ok := squaredDistanceOf(curves); ok {
		curves = append(curves, squared)
	}
	return curves, nil
}

// curveOfColumn says which curve a column of a record is.
func curveOfColumn(column string, averages []config.Average) (quantity, averageName string, ok bool) {
	switch column {
	case "step", "distance", "sample-gradient-norm", "gradient-norm":
		return column, "", true
	}
	quantity, averageName, ok = strings.Cut(column, ":")
	if !ok {
		return "", "", false
	}
	if quantity != "value" {
		return quantity, averageName, true
	}
	for _, a := range averages {
		if _, last := a.Average.(average.Last); last && a.Name == averageName {
			return lastGap, "", true
		}
	}
	return "gap-average", averageName, true
}

func newCurve(c *config.Case, quantity, averageName, column string, shift float64, records []*store.Record) (Curve, error) {
	curve := Curve{Case: c, Quantity: quantity, Average: averageName}
	for _, row := range records[0].Rows {
		curve.T = append(curve.T, int(row[0]))
	}
	for _, r := range records {
		k := r.Column(column)
		if k < 0 || len(r.Rows) != len(curve.T) {
			return Curve{}, fmt.Errorf("analysis: record %s does not match the others of its case", r.Key)
		}
		run := make([]float64, len(r.Rows))
		for i, row := range r.Rows {
			run[i] = row[k] - shift
		}
		curve.Runs = append(curve.Runs, run)
		curve.DivergedAt = append(curve.DivergedAt, r.DivergedAt)
	}
	curve.summarize()
	return curve, nil
}

// summarize fills Stats from Runs.
func (c *Curve) summarize() {
	c.Stats = make([]Stats, len(c.T))
	values := make([]float64, len(c.Runs))
	for k := range c.T {
		for r, run := range c.Runs {
			values[r] = run[k]
		}
		c.Stats[k] = summarize(values)
	}
}

// bestOf returns gap-best, the least gap of the iterates at the checkpoints so
// far, if the gap of the last iterate is among the curves.
func bestOf(curves []Curve) (Curve, bool) {
	for _, last := range curves {
		if last.Quantity != lastGap {
			continue
		}
		best := last
		best.Quantity = "gap-best"
		best.Runs = make([][]float64, len(last.Runs))
		for r, run := range last.Runs {
			least := math.Inf(1)
			for _, gap := range run {
				least = min(least, gap)
				best.Runs[r] = append(best.Runs[r], least)
			}
		}
		best.summarize()
		return best, true
	}
	return Curve{}, false
}

// squaredDistanceOf returns |theta_t-u|^2, which theorems bound in the mean.
func squaredDistanceOf(curves []Curve) (Curve, bool) {
	for _, distance := range curves {
		if distance.Quantity != "distance" {
			continue
		}
		squared := distance
		squared.Quantity = "squared-distance"
		squared.Runs = make([][]float64, len(distance.Runs))
		for r, run := range distance.Runs {
			for _, d := range run {
				squared.Runs[r] = append(squared.Runs[r], d*d)
			}
		}
		squared.summarize()
		return squared, true
	}
	return Curve{}, false
}
