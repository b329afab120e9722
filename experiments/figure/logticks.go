package figure

import (
	"math"
	"strconv"

	"gonum.org/v1/plot"
)

// logTicks are candidates for a log axis, from fine to coarse: 1-2-5 where
// the axis spans few decades, else powers of ten. On less than half a decade
// there are none: ticks of equal steps read better.
func logTicks(s scale) [][]plot.Tick {
	decades := s.decades()
	if decades < 0.5 {
		return nil
	}
	var candidates [][]plot.Tick
	if decades < 1 {
		candidates = append(candidates, digitTicks(s, 1, 2, 3, 5))
	}
	if decades < 2.2 {
		candidates = append(candidates, digitTicks(s, 1, 2, 5), digitTicks(s, 1, 3))
	}
	for _, stride := range []int{1, 2, 3, 4, 5, 10, 20, 50, 100, 200} {
		candidates = append(candidates, decadeTicks(s, stride))
	}
	return candidates
}

// digitTicks labels the given leading digits of every decade; the other
// digits get minor ticks.
func digitTicks(s scale, labelled ...int) []plot.Tick {
	var ticks []plot.Tick
	for k := floorLog(s.min); k <= floorLog(s.max); k++ {
		for d := 1; d <= 9; d++ {
			v := decimal(d, k)
			if v < s.min || v > s.max {
				continue
			}
			tick := plot.Tick{Value: v}
			for _, l := range labelled {
				if d == l {
					tick.Label = digitLabel(s, d, k)
				}
			}
			ticks = append(ticks, tick)
		}
	}
	return ticks
}

// decadeTicks labels every stride-th power of ten, with minor ticks for the
// digits between them or, on long axes, for the powers left out.
func decadeTicks(s scale, stride int) []plot.Tick {
	var ticks []plot.Tick
	digits := 9
	if stride > 1 || s.decades() > 8 {
		digits = 1
	}
	for k := floorLog(s.min); k <= floorLog(s.max); k++ {
		if k%stride != 0 && s.decades() > 40 {
			continue
		}
		for d := 1; d <= digits; d++ {
			tick := plot.Tick{Value: decimal(d, k)}
			if d == 1 && k%stride == 0 {
				tick.Label = power(k)
			}
			if tick.Value >= s.min && tick.Value <= s.max {
				ticks = append(ticks, tick)
			}
		}
	}
	return ticks
}

func floorLog(v float64) int { return int(math.Floor(math.Log10(v))) }

// decimal is d times 10^k, correctly rounded.
func decimal(d, k int) float64 {
	v, _ := strconv.ParseFloat(strconv.Itoa(d)+"e"+strconv.Itoa(k), 64)
	return v
}

func power(k int) string { return "10^{" + minus(strconv.Itoa(k)) + "}" }

// digitLabel writes d times 10^k, as a plain number if all of the axis allows
// that.
func digitLabel(s scale, d, k int) string {
	switch {
	case s.min > 5e-4 && s.max < 2e4:
		return strconv.FormatFloat(decimal(d, k), 'f', -1, 64)
	case d == 1:
		return power(k)
	default:
		return strconv.Itoa(d) + "·" + power(k)
	}
}
