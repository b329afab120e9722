package figure

import (
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
)

// axisRoom is the room that tick labels have along an axis.
type axisRoom struct {
	length vg.Length
	size   func(label string) vg.Length // of a label along the axis
	gap    vg.Length                    // between two labels
}

// ticks are the finest ones whose labels do not touch, at least two of them
// if there is any such set.
func (r axisRoom) ticks(s scale) []plot.Tick {
	candidates := linearTicks(s)
	if s.log {
		candidates = append(logTicks(s), candidates...)
	}
	for least := 2; least >= 1; least-- {
		for _, ticks := range candidates {
			if len(labelled(ticks)) >= least && r.holds(ticks, s) {
				return ticks
			}
		}
	}
	return nil
}

// holds says whether no two labels come nearer than the gap.
func (r axisRoom) holds(ticks []plot.Tick, s scale) bool {
	end := vg.Length(math.Inf(-1))
	for _, tick := range labelled(ticks) {
		at := r.length * vg.Length(s.norm(tick.Value))
		half := r.size(tick.Label) / 2
		if at-half < end+r.gap {
			return false
		}
		end = at + half
	}
	return true
}

// overhang is how far labels reach beyond the end of the axis.
func (r axisRoom) overhang(ticks []plot.Tick, s scale) (beyond vg.Length) {
	for _, tick := range labelled(ticks) {
		beyond = max(beyond, r.size(tick.Label)/2-r.length*vg.Length(1-s.norm(tick.Value)))
	}
	return beyond
}

func labelled(ticks []plot.Tick) (major []plot.Tick) {
	for _, tick := range ticks {
		if !tick.IsMinor() {
			major = append(major, tick)
		}
	}
	return major
}

// bare is ticks without their labels, for a panel over another.
func bare(ticks []plot.Tick) []plot.Tick {
	out := make([]plot.Tick, len(ticks))
	for i, tick := range ticks {
		out[i].Value = tick.Value
	}
	return out
}
