package dataset

import (
	"math"
	"slices"
	"strings"
	"testing"

	"regret/problems/linear"
)

// The logarithms have the mean drift - volatility^2/2, the deviation and the
// correlation that are asked for.
func TestMarketMoments(t *testing.T) {
	market := Market{Days: 20000, Assets: 3, Drift: 0.01, Volatility: 0.2, Correlation: 0.6, Seed: 1}
	data, err := market.Load(PriceRelatives)
	if err != nil {
		t.Fatal(err)
	}
	n := float64(market.Days)
	var mean, square, cross float64
	for i := range market.Days {
		row := linear.Densify(data.Rows).Row(i)
		x, y := math.Log(row[0]), math.Log(row[1])
		mean, square, cross = mean+x/n, square+x*x/n, cross+x*y/n
	}
	for _, c := range []struct {
		name      string
		got, want float64
	}{{"mean", mean, 0.01 - 0.02}, {"deviation", math.Sqrt(square - mean*mean), 0.2}, {"covariance", cross - mean*mean, 0.6 * 0.04}} {
		if math.Abs(c.got-c.want) > 4*0.2/math.Sqrt(n) {
			t.Errorf("%s %g, want %g", c.name, c.got, c.want)
		}
	}
}

// The seed decides, and fewer days are the first ones of more.
func TestMarketSeeds(t *testing.T) {
	load := func(days, seed int) []float64 {
		data, err := Market{Days: days, Assets: 2, Volatility: 0.1, Seed: seed}.Load(PriceRelatives)
		if err != nil {
			t.Fatal(err)
		}
		return linear.Densify(data.Rows).Data
	}
	if !slices.Equal(load(5, 1), load(9, 1)[:10]) || slices.Equal(load(5, 1), load(5, 2)) {
		t.Error("the market does not follow its seed")
	}
}

func TestMarketErrors(t *testing.T) {
	sound := Market{Days: 3, Assets: 2, Volatility: 0.1, Seed: 1}
	for _, c := range []struct {
		change func(*Market)
		task   Task
		want   string
	}{
		{func(m *Market) { m.Days = 0 }, PriceRelatives, "days"},
		{func(m *Market) { m.Assets = 0 }, PriceRelatives, "assets"},
		{func(m *Market) { m.Drift = math.NaN() }, PriceRelatives, "drift"},
		{func(m *Market) { m.Volatility = 0 }, PriceRelatives, "volatility"},
		{func(m *Market) { m.Correlation = 1.5 }, PriceRelatives, "correlation"},
		{func(m *Market) { m.Seed = -1 }, PriceRelatives, "seed"},
		{func(m *Market) { m.Drift = 800 }, PriceRelatives, "day 1: the factor of asset 1 is +Inf"},
		{func(m *Market) {}, TwoClass, "no classes"},
	} {
		m := sound
		c.change(&m)
		if _, err := m.Load(c.task); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v, want one with %q", m, err, c.want)
		}
	}
}

// The quantiles of p = 0, 1/1000, 2/1000, ... have the mean and the variance of
// the Poisson distribution.
func TestPoissonQuantile(t *testing.T) {
	for _, mean := range []float64{0.1, 3, 50, 600} {
		var first, second float64
		const points = 4000
		for k := range points {
			c := poissonQuantile(mean, (float64(k)+0.5)/points)
			first, second = first+c/points, second+c*c/points
		}
		if variance := second - first*first; math.Abs(first-mean) > 0.01*mean || math.Abs(variance-mean) > 0.02*mean {
			t.Errorf("mean %g: quantiles have the mean %g and the variance %g", mean, first, variance)
		}
	}
	if c := poissonQuantile(701, 0.5); !math.IsNaN(c) {
		t.Errorf("a mean of 701 gives %g", c)
	}
}
