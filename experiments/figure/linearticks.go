package figure

import (
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
)

// linearTicks are candidates in equal steps of 1, 2 or 5 times a power of
// ten, from fine to coarse: at most eight labels, at least one.
func linearTicks(s scale) [][]plot.Tick {
	var candidates [][]plot.Tick
	span := s.max - s.min
	for k := floorLog(span) - 1; k <= floorLog(span)+1; k++ {
		for _, d := range []int{1, 2, 5} {
			step := decimal(d, k)
			if step > 0 && span/step <= 7 {
				candidates = append(candidates, stepTicks(s, d, k))
			}
		}
	}
	return candidates
}

// stepTicks are the multiples of d 10^k on the axis.
func stepTicks(s scale, d, k int) []plot.Tick {
	var ticks []plot.Tick
	step := decimal(d, k)
	for i := math.Ceil(s.min / step); i*step <= s.max; i++ {
		v := i * step
		ticks = append(ticks, plot.Tick{Value: v, Label: number(v, k, math.Max(math.Abs(s.min), math.Abs(s.max)))})
	}
	return ticks
}

// number writes v, a multiple of 10^k on an axis with values up to size: all
// labels of one axis have the same form.
func number(v float64, k int, size float64) string {
	if v == 0 {
		return "0"
	}
	if size < 1e5 && size >= 1e-3 {
		return minus(strconv.FormatFloat(v, 'f', max(0, -k), 64))
	}
	digits := max(0, floorLog(math.Abs(v))-k)
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(v, 'e', digits, 64), "e")
	n, _ := strconv.Atoi(exponent)
	return minus(mantissa) + "·" + power(n)
}

// minus replaces the hyphen by the sign that is as wide as a digit.
func minus(s string) string { return strings.Replace(s, "-", "−", 1) }

// short writes a value of x in running text.
func short(v float64) string {
	s := strconv.FormatFloat(v, 'g', 4, 64)
	mantissa, exponent, found := strings.Cut(s, "e")
	if !found {
		return minus(s)
	}
	n, _ := strconv.Atoi(exponent)
	if n > 0 && n < 9 {
		return minus(strconv.FormatFloat(v, 'f', 0, 64))
	}
	if mantissa == "1" {
		return power(n)
	}
	return minus(mantissa) + "·" + power(n)
}
