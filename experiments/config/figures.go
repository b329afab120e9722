package config

import (
	"slices"

	"gopkg.in/yaml.v3"

	"regret/experiments/catalogue"
)

var (
	figureKeys = []string{"quantity", "average", "against", "per", "title"}
	panels     = []string{"problem", "sampling", "schedule", "all"}
)

// decodeFigures reads the figures.
func (f *file) decodeFigures(n *yaml.Node) *yaml.Node {
	if n.Kind != yaml.SequenceNode {
		f.errorf(n, "want a list of figures, not %s", describe(n))
		return nil
	}
	shown := &yaml.Node{Kind: yaml.SequenceNode}
	for _, item := range n.Content {
		fig, times, ok := f.figure(item)
		if !ok {
			shown = nil
			continue
		}
		f.figures = append(f.figures, fig)
		f.figureNodes = append(f.figureNodes, item)
		f.factors = append(f.factors, times)
		if shown != nil {
			shown.Content = append(shown.Content, fig.node())
		}
	}
	return shown
}

// figure reads one figure, of bounds if it names some, and where the factor of
// those stands.
func (f *file) figure(n *yaml.Node) (fig Figure, times *yaml.Node, ok bool) {
	if f.constants != nil || keyOf(n, "bound") != nil {
		return f.boundFigure(n)
	}
	given, ok := f.fields(n, "a figure", append(slices.Clip(figureKeys), "bound"))
	if !ok {
		return Figure{}, nil, false
	}
	fig = Figure{Against: "t", Per: "problem"}
	subject, ok := f.subject(n, given)
	fig.Quantity, fig.Average = subject.quantity, subject.average
	return fig, nil, f.layout(given, panels, &fig) && ok
}

// layout reads what any figure may say of its axis, panels and title.
func (f *file) layout(given map[string]*yaml.Node, panels []string, fig *Figure) bool {
	ok := true
	if node := given["against"]; node != nil {
		var good bool
		fig.Against, good = f.axis(node)
		ok = ok && good
	}
	if node := given["per"]; node != nil {
		var good bool
		fig.Per, good = f.oneOf(node, "value of per", panels)
		ok = ok && good
	}
	if node := given["title"]; node != nil {
		var good bool
		fig.Title, good = f.caption(node)
		ok = ok && good
	}
	return ok
}

// checkFigures asks that each measured figure has a curve.
func (f *file) checkFigures(cases []Case) {
	for i, fig := range f.figures {
		if len(fig.Bounds) > 0 || len(cases) == 0 {
			continue
		}
		if !slices.ContainsFunc(cases, func(c Case) bool { return fig.shows(&c) }) {
			f.errorf(f.figureNodes[i], "the figure would be empty: %s", fig.emptiness())
		}
	}
}

// shows says whether a case has a curve for the figure.
func (fig Figure) shows(c *Case) bool {
	if c.Instance.Online && slices.Contains(ofObjective, fig.Quantity) {
		return false
	}
	_, varied := c.Params[fig.Against]
	return varied || fig.Against == "t" || fig.Against == "horizon"
}

// emptiness says why no case has a curve.
func (fig Figure) emptiness() string {
	ofF := slices.Contains(ofObjective, fig.Quantity)
	switch along := fig.Against == "t" || fig.Against == "horizon"; {
	case ofF && along:
		return fig.Quantity + " speaks of F, which an online problem does not have"
	case ofF:
		return fig.Quantity + " speaks of F, and no run varies " + fig.Against + " but on online problems, which have none"
	}
	return "no run varies " + fig.Against
}

// axis reads what a figure is drawn against: t, horizon, or a parameter that
// some grid varies.
func (f *file) axis(n *yaml.Node) (string, bool) {
	name, ok := f.text(n)
	switch {
	case !ok:
		return "", false
	case name == "t":
		return name, true
	case name == "horizon":
		return name, f.severalHorizons(n)
	}
	known := append([]string{"t", "horizon"}, f.gridParameters()...)
	if !slices.Contains(known, name) {
		f.errorf(n, "%q is neither t nor horizon nor a parameter that a grid varies%s", name, catalogue.DidYouMean(name, known))
		return "", false
	}
	return name, true
}

// gridParameters names the numbers that grids vary.
func (f *file) gridParameters() []string {
	var names []string
	for _, kinds := range [][]*kind{f.problems, f.samplings, f.methods, f.schedules} {
		for _, k := range kinds {
			for _, a := range k.varied() {
				if _, number := a.value.(scalar); number && !slices.Contains(names, a.param.Name) {
					names = append(names, a.param.Name)
				}
			}
		}
	}
	return names
}

// node writes a figure with its defaults.
func (fig Figure) node() *yaml.Node {
	n := newMapping()
	if len(fig.Bounds) > 0 {
		fig.appendBounds(n)
	} else {
		appendText(n, "quantity", fig.Quantity)
		if fig.Average != "" {
			appendText(n, "average", fig.Average)
		}
	}
	appendText(n, "against", fig.Against)
	appendText(n, "per", fig.Per)
	if fig.Title != "" {
		appendText(n, "title", fig.Title)
	}
	return n
}
