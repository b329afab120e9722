package cli

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// count is a positive whole number on the command line; 1e6 is one.
type count int

// UnmarshalText implements encoding.TextUnmarshaler.
func (n *count) UnmarshalText(text []byte) error {
	x, err := strconv.ParseFloat(string(text), 64)
	if err != nil || x != math.Trunc(x) || x < 1 || x > 1<<53 {
		return fmt.Errorf("%q is not a positive whole number", text)
	}
	*n = count(x)
	return nil
}

// stepList is a list of numbers parted by commas.
type stepList []float64

// UnmarshalText implements encoding.TextUnmarshaler.
func (s *stepList) UnmarshalText(text []byte) error {
	for i, word := range strings.Split(string(text), ",") {
		x, err := strconv.ParseFloat(strings.TrimSpace(word), 64)
		if err != nil {
			return fmt.Errorf("eta_%d: %q is not a number", i+1, word)
		}
		*s = append(*s, x)
	}
	return nil
}
