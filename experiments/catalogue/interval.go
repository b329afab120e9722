package catalogue

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Interval is a set of real numbers between two ends, each open or closed.
// The zero Interval stands for no restriction.
type Interval struct {
	Lo, Hi         float64
	LoOpen, HiOpen bool
	text           string
}

// ParseInterval reads "(0,inf)", "[0,1]", "[1,inf)".
func ParseInterval(text string) (Interval, error) {
	fail := func() (Interval, error) {
		return Interval{}, fmt.Errorf("%q is not an interval such as (0,inf) or [0,1]", text)
	}
	if len(text) < 5 || !strings.ContainsAny(text[:1], "([") || !strings.ContainsAny(text[len(text)-1:], ")]") {
		return fail()
	}
	lo, hi, ok := strings.Cut(text[1:len(text)-1], ",")
	if !ok {
		return fail()
	}
	in := Interval{LoOpen: text[0] == '(', HiOpen: text[len(text)-1] == ')', text: text}
	var err error
	if in.Lo, err = strconv.ParseFloat(strings.TrimSpace(lo), 64); err != nil {
		return fail()
	}
	if in.Hi, err = strconv.ParseFloat(strings.TrimSpace(hi), 64); err != nil {
		return fail()
	}
	if !(in.Lo <= in.Hi) {
		return fail()
	}
	return in, nil
}

// Contains says whether x lies in the interval; NaN lies in none.
func (in Interval) Contains(x float64) bool {
	if math.IsNaN(x) {
		return false
	}
	if in.text == "" {
		return true
	}
	return (x > in.Lo || x == in.Lo && !in.LoOpen) && (x < in.Hi || x == in.Hi && !in.HiOpen)
}

// String is the interval as its tag writes it, empty for no restriction.
func (in Interval) String() string { return in.text }
