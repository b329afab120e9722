package schedule

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// checkBlock panics unless eta_t..eta_{t+len(eta)-1} are steps of a run of T points.
func checkBlock(eta []float64, t, T int) {
	if t < 1 || t+len(eta)-1 > T {
		panic(fmt.Sprintf("schedule: eta_%d..eta_%d asked of a run of %d points", t, t+len(eta)-1, T))
	}
}

// positive returns an error unless x is in (0, inf).
func positive(name string, x float64) error {
	if !(x > 0 && x <= math.MaxFloat64) {
		return fmt.Errorf("%s must be in (0, inf), got %g", name, x)
	}
	return nil
}

// nonNegative returns an error unless x is in [0, inf).
func nonNegative(name string, x float64) error {
	if !(x >= 0 && x <= math.MaxFloat64) {
		return fmt.Errorf("%s must be in [0, inf), got %g", name, x)
	}
	return nil
}

// finite returns an error unless x is in (-inf, inf).
func finite(name string, x float64) error {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return fmt.Errorf("%s must be finite, got %g", name, x)
	}
	return nil
}

// fraction returns an error unless x is in [0, 1].
func fraction(name string, x float64) error {
	if !(x >= 0 && x <= 1) {
		return fmt.Errorf("%s must be in [0, 1], got %g", name, x)
	}
	return nil
}

// ratio returns an error unless x is in (0, 1].
func ratio(name string, x float64) error {
	if !(x > 0 && x <= 1) {
		return fmt.Errorf("%s must be in (0, 1], got %g", name, x)
	}
	return nil
}

// describe returns "kind(a=1, b=2)" for pairs of names and numbers or texts.
func describe(kind string, pairs ...any) string {
	var parts []string
	for i := 0; i < len(pairs); i += 2 {
		value := fmt.Sprint(pairs[i+1])
		if x, ok := pairs[i+1].(float64); ok {
			value = strconv.FormatFloat(x, 'g', -1, 64)
		}
		parts = append(parts, fmt.Sprintf("%s=%s", pairs[i], value))
	}
	return kind + "(" + strings.Join(parts, ", ") + ")"
}
