// Package figure draws curves and bounds: all of gonum/plot is behind it.
package figure

// Plot is one figure: a main panel and, if any bound has ratios, a second panel
// with measured/bound below it.
type Plot struct {
	Title          string
	XLabel, YLabel string // light markup: ^{..} and _{..}, Greek as Unicode
	LogX, LogY     bool
	Curves         []Curve
	Guides         []Guide
	Marks          []Mark
	Levels         []Level
	Notes          []string // small text under the panels: what the axes hide, how to read it
	Band           string   // what Lo and Hi are, e.g. "5% to 95% of seeds"; "band over seeds" if empty
	// Theory names the bound that the curves are, in a figure without
	// measurements: +Inf is then a vacuous bound, no divergence. Empty where means
	// were measured.
	Theory string
	// RatioLabel is what the second panel shows, e.g. "measured/bound, worst seed";
	// "measured/bound" if empty.
	RatioLabel string
	Width      float64 // inches; 3.4, a paper's column, if 0; from 5 on the legend stands to the right
}

// Curve is a measured quantity over seeds. Slices have one length; a value
// may be NaN (undefined) or +Inf (diverged).
type Curve struct {
	Label        string
	X            []float64
	Mean, Median []float64 // Mean is a bound where Plot.Theory names one; Median may be nil
	Lo, Hi       []float64 // band over seeds; nil for none
	Bounds       []Line    // dashed, in the curve's colour
	DivergedAt   float64   // x at which the first seed diverged; 0 for none
	DivergedOf   [2]int    // how many seeds of how many diverged
	Exact        bool      // Mean is known, not measured over seeds: no median and no band are drawn
}

// Line is a bound along x.
type Line struct {
	Label string
	X, Y  []float64
	// Ratio is measured/bound at X, as Plot.RatioLabel says; nil for no entry in
	// the second panel.
	Ratio []float64
}

// Guide is a slope drawn beside the curves of a log-log panel; other panels
// leave it out.
type Guide struct {
	Slope float64
	Label string // e.g. "t^{-1/2}"
}

// Mark is a vertical line, e.g. at the theory's optimum.
type Mark struct {
	X     float64
	Label string
	Curve int // index of the curve whose colour it takes; -1 for none
}

// Level is a thin line of no curve, e.g. a limit that somebody claims, with its
// label beside it.
type Level struct {
	Label string
	X, Y  []float64
}
