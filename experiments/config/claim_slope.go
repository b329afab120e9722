package config

import "gopkg.in/yaml.v3"

// claimAxes are what a slope may be taken along.
var claimAxes = []string{"t", "horizon"}

// claimSlope reads the interval of a slope, its axis and its window.
func (f *file) claimSlope(given map[string]*yaml.Node, c *Claim) bool {
	if given["slope"] == nil {
		return true
	}
	ok := f.pair(given["slope"], &c.Slope)
	ok = f.window(given["window"], &c.Window) && ok
	n := given["against"]
	if n == nil {
		return ok
	}
	axis, good := f.oneOf(n, "value of against", claimAxes)
	if !good || axis == "horizon" && !f.severalHorizons(n) {
		return false
	}
	c.Against = axis
	return ok
}

// pair reads [lo, hi].
func (f *file) pair(n *yaml.Node, into *[]float64) bool {
	if n == nil {
		return true
	}
	if n.Kind != yaml.SequenceNode || len(n.Content) != 2 {
		f.errorf(n, "want two numbers, [from, to]")
		return false
	}
	lo, ok1 := f.number(n.Content[0])
	hi, ok2 := f.number(n.Content[1])
	if ok1 && ok2 && lo > hi {
		f.errorf(n, "%v is above %v: want [from, to]", lo, hi)
		return false
	}
	*into = []float64{lo, hi}
	return ok1 && ok2
}

// window reads the part of the axis that a slope is fitted on.
func (f *file) window(n *yaml.Node, into *[]float64) bool {
	if !f.pair(n, into) {
		return false
	}
	if n != nil && !((*into)[0] > 0 && (*into)[0] < (*into)[1]) {
		f.errorf(n, "a window is a part of a log axis: want 0 < from < to")
		return false
	}
	return true
}

// severalHorizons asks for what a curve against the horizon needs.
func (f *file) severalHorizons(n *yaml.Node) bool {
	if len(f.horizons) == 1 {
		f.errorf(n, "a curve against horizon needs several: horizon: [1000, 10000, 100000]")
		return false
	}
	return true
}
