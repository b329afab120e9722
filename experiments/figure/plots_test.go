package figure

import (
	"math"
	"strings"
)

// powers is n points of c x^-p for x from 1 to the given end, with a band, a
// median below the mean and a bound above.
func powers(label string, n int, end, c, p float64) Curve {
	curve := Curve{Label: label}
	bound := Line{Label: "zinkevich"}
	for i := range n {
		x := math.Pow(end, float64(i)/float64(max(1, n-1)))
		y := c * math.Pow(x, -p)
		curve.X = append(curve.X, x)
		curve.Mean = append(curve.Mean, y)
		curve.Median = append(curve.Median, 0.9*y)
		curve.Lo = append(curve.Lo, 0.5*y)
		curve.Hi = append(curve.Hi, 1.6*y)
		bound.Y = append(bound.Y, 8*y)
		bound.Ratio = append(bound.Ratio, 0.2)
	}
	bound.X = curve.X
	curve.Bounds = []Line{bound}
	return curve
}

func regretPlot(curves ...Curve) Plot {
	return Plot{
		Title: "Average regret of projected SGD", XLabel: "t", YLabel: "average regret",
		LogX: true, LogY: true, Curves: curves, Guides: []Guide{{-0.5, "t^{-1/2}"}},
	}
}

// situations are the figures that users meet.
func situations() map[string]Plot {
	diverged := powers("constant 2", 60, 1e4, 1, -2)
	for i, x := range diverged.X {
		if x > 500 {
			diverged.Mean[i], diverged.Hi[i] = math.Inf(1), math.Inf(1)
		}
	}
	diverged.DivergedAt, diverged.DivergedOf = 480, [2]int{3, 20}
	negative := powers("cosine", 60, 1e4, 1, 0.5)
	for i := 40; i < 60; i++ {
		negative.Mean[i], negative.Lo[i] = -0.1, -0.2
	}
	vacuous := powers("linear-decay", 60, 1e4, 2, 0.5)
	vacuous.Bounds[0].Y[59] = math.Inf(1)
	all := map[string]Plot{
		"one":      regretPlot(powers("inverse-sqrt", 60, 1e4, 1, 0.5)),
		"diverged": regretPlot(powers("constant 0.1", 60, 1e4, 1, 0.5), diverged),
		"negative": regretPlot(negative, vacuous),
		"horizon":  regretPlot(powers("constant, D/(G√T)", 5, 1e6, 30, 0.5)),
		"point":    regretPlot(powers("one point", 1, 1, 1, 0.5)),
		"narrow":   regretPlot(powers("flat", 10, 4, 0.4, 0.01)),
	}
	marked := regretPlot(powers("breast-cancer", 15, 1e3, 1, 0.5), powers("synthetic", 15, 1e3, 2, 0.3))
	marked.Marks = []Mark{{10, "theory's optimum, breast-cancer", 0}, {12, "theory's optimum, synthetic", 1}, {900, "here", -1}}
	all["marked"] = marked
	claimed := regretPlot(powers("inverse-sqrt", 60, 1e4, 1, 0.5))
	claimed.Levels = []Level{
		{"✓ below RG/√T at T", []float64{1, 1e4}, []float64{0.1, 0.1}},
		{"✗ above 0.1 at T", []float64{1, 1e4}, []float64{0.1, 0.1}},
		{"✗ below 1e-30 at T", []float64{1, 1e4}, []float64{1e-30, 1e-30}},
	}
	all["claimed"] = claimed
	var many, long Plot = regretPlot(), regretPlot()
	for i := range 12 {
		name := "schedule number " + strings.Repeat("x", i)
		many.Curves = append(many.Curves, powers(name, 60, 1e5, 1+float64(i), 0.2+0.05*float64(i)))
		long.Curves = append(long.Curves, powers(strings.Repeat(name+" ", 4), 60, 1e5, 1, 0.5))
	}
	long.Title, long.Notes = strings.Repeat("a long title ", 20), []string{strings.Repeat("a note ", 90)}
	long.XLabel, long.YLabel = strings.Repeat("along ", 30), strings.Repeat("upwards ", 30)
	all["many"], all["long"] = many, long
	wide := many
	wide.Width = 6.5
	all["wide"] = wide
	linear := regretPlot(powers("linear axes", 20, 100, 1, 0.5))
	linear.LogX, linear.LogY = false, false
	all["linear"] = linear
	all["coinciding"] = coinciding()
	return all
}
