package cli

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"regret/experiments/catalogue"
	"regret/optim/bound"
	"regret/optim/schedule"
	"regret/optim/tune"
)

// family is a named schedule with one parameter free.
type family struct {
	entry  catalogue.Entry
	name   string
	whole  bool // the parameter counts something
	lo, hi float64
}

// tunedFamily is a family with its optimum, as JSON.
type tunedFamily struct {
	Param string        `json:"param"`
	Lo    bound.Number  `json:"lo"`
	Hi    bound.Number  `json:"hi"`
	Best  bound.Number  `json:"best"`
	Note  string        `json:"note,omitempty"`
	Curve []familyPoint `json:"curve"`
}

type familyPoint struct {
	X     bound.Number `json:"x"`
	Scale bound.Number `json:"scale"`
	Value bound.Number `json:"value"`
	Why   string       `json:"why,omitempty"`
}

// readFamily reads NAME=LO:HI, and gives the parameter the value LO, so that the
// question has a schedule.
func (c *tuneCommand) readFamily() (*family, error) {
	name, ends, ok := strings.Cut(c.Family, "=")
	loText, hiText, ok2 := strings.Cut(ends, ":")
	if !ok || !ok2 {
		return nil, badUsage("--family %s is not of the form NAME=LO:HI", c.Family)
	}
	entry, named := catalogue.Lookup("schedules", c.Schedule)
	if !named {
		return nil, badUsage("--family varies a parameter of a named schedule; names: %s", strings.Join(catalogue.Kinds("schedules"), " "))
	}
	horizon, err := c.horizon()
	if err != nil {
		return nil, err
	}
	p, err := familyParam(entry, name)
	if err != nil {
		return nil, err
	}
	if _, given := c.Param[name]; given {
		return nil, badUsage("%s is given twice, by --family and by --param", name)
	}
	f := &family{entry: entry, name: name, whole: p.Type.Kind() == reflect.Int}
	if f.lo, err = c.familyEnd(p, loText, horizon); err != nil {
		return nil, err
	}
	if f.hi, err = c.familyEnd(p, hiText, horizon); err != nil {
		return nil, err
	}
	if !(f.lo < f.hi) || math.IsInf(f.hi-f.lo, 0) {
		return nil, badUsage("--family: there is no range of %s from %v to %v", name, f.lo, f.hi)
	}
	if c.Param == nil {
		c.Param = map[string]string{}
	}
	c.Param[name] = exactText(f.lo)
	return f, nil
}

// familyEnd evaluates an end of the range of a parameter.
func (c *tuneCommand) familyEnd(p catalogue.Param, text string, horizon int) (float64, error) {
	x, err := c.number("--family "+p.Name, text, horizon)
	switch {
	case err != nil:
		return 0, err
	case !p.Range.Contains(x):
		return 0, badUsage("--family: %s = %v must lie in %s", p.Name, x, p.Range)
	case p.Type.Kind() == reflect.Int && x != math.Trunc(x):
		return 0, badUsage("--family: %s counts something: the ends must be whole numbers", p.Name)
	}
	return x, nil
}

// familyParam finds a parameter that is a number and not the scale.
func familyParam(entry catalogue.Entry, name string) (catalogue.Param, error) {
	var names []string
	for _, p := range entry.Params() {
		if kind := p.Type.Kind(); p.Scale || kind != reflect.Float64 && kind != reflect.Int {
			continue
		}
		if p.Name == name {
			return p, nil
		}
		names = append(names, p.Name)
	}
	switch {
	case len(names) == 0:
		return catalogue.Param{}, badUsage("%s has no parameter but its scale, which is tuned without --family", entry.Kind)
	default:
		return catalogue.Param{}, badUsage("%s has no parameter %q that makes a family%s\nits parameters: %s",
			entry.Kind, name, catalogue.DidYouMean(name, names), strings.Join(names, " "))
	}
}

// tuneFamily finds the best member.
func (t *tuned) tuneFamily(th *bound.Theorem, in bound.Input, c *tuneCommand, f *family) error {
	given, _, err := c.shareParams(f.entry.Kind, f.entry.Params(), []*bound.Theorem{th}, in.Horizon)
	if err != nil {
		return err
	}
	build := func(x float64) (bound.Steps, error) {
		given[f.name] = exactText(x)
		s, _, err := c.namedSchedule(f.entry, given, in.Horizon)
		if err == nil {
			err = schedule.Check(s, in.Horizon)
		}
		return s, err
	}
	best, err := f.optimum(build, th, in)
	if err != nil {
		return err
	}
	t.Family = &tunedFamily{
		Param: f.name, Lo: bound.Number(f.lo), Hi: bound.Number(f.hi), Best: bound.Number(best.X), Note: best.Note(),
	}
	for _, p := range best.Curve {
		t.Family.Curve = append(t.Family.Curve, familyPoint{bound.Number(p.X), bound.Number(p.Scale), bound.Number(p.Value), p.Why})
	}
	given[f.name] = exactText(best.X)
	_, t.Schedule, err = c.namedSchedule(f.entry, given, in.Horizon)
	t.set(th, in, best.Scale, best.Value)
	return err
}

// optimum searches the range, or for a count up to 101 whole numbers of it.
func (f *family) optimum(build func(float64) (bound.Steps, error), th *bound.Theorem, in bound.Input) (tune.Optimum, error) {
	if !f.whole {
		return tune.Family(build, f.lo, f.hi, th, in)
	}
	const intervals = 100
	var values []float64
	for i := range intervals + 1 {
		values = append(values, math.Round(f.lo+(f.hi-f.lo)*float64(i)/intervals))
	}
	return tune.Among(build, slices.Compact(values), th, in)
}

// exactText is a number that the command line reads back to the last bit.
func exactText(x float64) string { return strconv.FormatFloat(x, 'g', -1, 64) }
