package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"regret/experiments/analysis"
	"regret/experiments/config"
	"regret/experiments/figure"
)

// drawClaims shows the claims on the panel's quantity with what they found in
// it: a number or formula as a level, a factor on a bound as a line of its own,
// all others as notes.
func (p *panel) drawClaims(plot *figure.Plot, claims []analysis.Claim, bounds boundIndex) {
	all := p.series()
	for i := range claims {
		c := &claims[i]
		findings := p.findings(c)
		if len(findings) == 0 {
			continue
		}
		var rest []analysis.Finding
		for _, s := range []struct {
			side  string
			limit config.Limit
		}{{"below", c.Below}, {"above", c.Above}, {"", ""}} {
			of := slices.DeleteFunc(slices.Clone(findings), func(f analysis.Finding) bool { return f.Side != s.side })
			if s.limit != "" && s.limit.Bound() == nil {
				plot.Levels = append(plot.Levels, p.levels(all, of, subjectOf(c)+s.side+" "+s.limit.Label())...)
				continue
			}
			rest = append(rest, of...)
			if s.limit != "" {
				p.drawFactor(plot, all, c, s.limit, bounds)
			}
		}
		plot.Notes = append(plot.Notes, p.claimNotes(c, rest)...)
	}
}

// findings are those of a claim that speak of a curve in the panel; slopes along
// another axis do not.
func (p *panel) findings(c *analysis.Claim) []analysis.Finding {
	if c.Quantity != p.figure.Quantity || len(c.Slope) > 0 && c.Against != p.figure.Against {
		return nil
	}
	var of []analysis.Finding
	for _, f := range c.Findings {
		if slices.ContainsFunc(p.curves, func(curve *analysis.Curve) bool { return speaksOf(f, curve) }) {
			of = append(of, f)
		}
	}
	return of
}

func speaksOf(f analysis.Finding, c *analysis.Curve) bool {
	return f.Average == c.Average && slices.Contains(f.Cases, c.Case)
}

// levels are the lines of one limit: one for each course that it takes, as its
// value may differ from problem to problem.
func (p *panel) levels(all []series, findings []analysis.Finding, claimed string) []figure.Level {
	var levels []figure.Level
	var met [][]analysis.Finding
	for _, s := range all {
		level := figure.Level{Label: s.label}
		var of []analysis.Finding
		for _, q := range s.points {
			for _, f := range findings {
				if speaksOf(f, q.curve) {
					level.X, level.Y = append(level.X, q.x), append(level.Y, f.Limit)
					of = append(of, f)
				}
			}
		}
		if len(of) == 0 {
			continue
		}
		same := slices.IndexFunc(levels, func(l figure.Level) bool { return slices.Equal(l.X, level.X) && slices.Equal(l.Y, level.Y) })
		if same < 0 {
			same = len(levels)
			levels, met = append(levels, level), append(met, nil)
		}
		met[same] = append(met[same], of...)
	}
	for i := range levels {
		text := symbolAndWord(analysis.Gravest(met[i])) + " " + claimed
		if p.figure.Against == "t" {
			text += " at T"
		}
		if len(levels) > 1 {
			text += ", " + levels[i].Label
		}
		levels[i].Label = text
	}
	return levels
}

// drawFactor adds factor times a bound to the curves that a claim means, unless
// no eye could tell it from the bound.
func (p *panel) drawFactor(plot *figure.Plot, all []series, c *analysis.Claim, limit config.Limit, bounds boundIndex) {
	if c.Factor == 0 || math.Abs(c.Factor-1) < 0.01 {
		return
	}
	for i, s := range all {
		first := s.points[0].curve
		if !c.Means(first.Case) || !config.Matches(c.Average, first.Average) || !slices.Contains(bounds.drawn(s), string(limit)) {
			continue
		}
		line := bounds.line(s, string(limit))
		line.Label, line.Ratio = fmt.Sprintf("%g · %s, as claimed", c.Factor, limit), nil
		for k := range line.Y {
			line.Y[k] *= c.Factor
		}
		plot.Curves[i].Bounds = append(plot.Curves[i].Bounds, line)
	}
}

// claimNotes are the findings as texts under the plot, those of one verdict in
// one note. On limits they give the curves: their numbers are drawn.
func (p *panel) claimNotes(c *analysis.Claim, findings []analysis.Finding) []string {
	var notes []string
	for _, verdict := range []analysis.Verdict{analysis.Violated, analysis.Undecided, analysis.Holds} {
		var labels, texts []string
		for _, f := range findings {
			if f.Verdict == verdict {
				label := p.shortLabel(&f)
				labels, texts = addOnce(labels, label), append(texts, strings.TrimPrefix(label+": "+f.Text, ": "))
			}
		}
		if len(texts) == 0 {
			continue
		}
		note := strings.Join(texts, "; ")
		if findings[0].Side != "" {
			note = fmt.Sprintf("%s on %d of %d", limitText(c), len(texts), len(findings))
			if verdict != analysis.Holds {
				note += ": " + strings.Join(labels, ", ")
			}
		}
		notes = append(notes, symbolAndWord(verdict)+" "+note)
	}
	return notes
}

// limitText is "below zinkevich" or "above 0.9 · zinkevich at T".
func limitText(c *analysis.Claim) string {
	factor := ""
	if c.Factor != 0 {
		factor = fmt.Sprintf("%g · ", c.Factor)
	}
	var sides []string
	if c.Below.Bound() != nil {
		sides = append(sides, "below "+factor+string(c.Below))
	}
	if c.Above.Bound() != nil {
		sides = append(sides, "above "+factor+string(c.Above)+" at T")
	}
	return subjectOf(c) + strings.Join(sides, " and ")
}

// subjectOf is the schedule and the sampling that a claim is restricted to, with a
// space.
func subjectOf(c *analysis.Claim) string {
	subject := ""
	for _, name := range []string{c.Schedule, c.Sampling} {
		if name != "" {
			subject += name + " "
		}
	}
	return subject
}

// shortLabel names what tells a finding from others in the panel.
func (p *panel) shortLabel(f *analysis.Finding) string {
	first := f.Cases[0]
	var parts []string
	if first.Problem != p.name {
		parts = append(parts, first.Problem)
	}
	if first.Schedule == f.Cases[len(f.Cases)-1].Schedule {
		parts = append(parts, first.Schedule)
	}
	if s := first.Sampling.Label; s != "" {
		parts = append(parts, s)
	}
	if f.Average != "" && p.figure.Average == "" {
		parts = append(parts, f.Average+" average")
	}
	return strings.Join(parts, ", ")
}
