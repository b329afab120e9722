package optimum

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"regret/problems/domain"
	"regret/problems/linear"
)

func TestHugeNumbersAreRefused(t *testing.T) {
	for _, c := range []struct {
		name string
		data []float64
		y    []float64
		want string
	}{
		{"feature", []float64{1, 2, 3, 1e180}, []float64{1, -1}, "row 2: feature 2 is 1e+180"},
		{"target", []float64{1, 2, 3, 1}, []float64{1e160, -1}, "row 1: the target is 1e+160"},
	} {
		rows := &linear.Dense{N: 2, D: 2, Data: c.data}
		for _, loss := range losses {
			for _, set := range allSets {
				m := &linear.Model{Rows: rows, Y: c.y, Loss: loss.loss}
				if _, err := Minimize(context.Background(), m, set); !errors.Is(err, ErrOverflow) || !strings.Contains(err.Error(), c.want) {
					t.Errorf("%s, %T on %v: %v", c.name, loss.loss, set, err)
				}
			}
		}
		f := &linear.Maximum{Rows: rows, Offsets: c.y}
		if _, err := (*Store)(nil).MinimizeMaximum(context.Background(), f, domain.Ball{Radius: 1}); !errors.Is(err, ErrOverflow) {
			t.Errorf("%s, maximum: %v", c.name, err)
		}
	}
}

// Just below the limit, and on large domains, nothing panics or hangs.
func TestLargeNumbers(t *testing.T) {
	for _, loss := range losses {
		y := []float64{1, -1, 1}
		if _, counts := loss.loss.(linear.Poisson); counts {
			y = []float64{0, 2, 1}
		}
		for _, size := range []float64{1e99} {
			for _, set := range append(allSets, domain.Ball{Radius: 1e120}) {
				m := &linear.Model{Rows: &linear.Dense{N: 3, D: 2, Data: []float64{size, 1, 3, 1, 1, size}}, Y: y, Loss: loss.loss}
				if c, err := Minimize(context.Background(), m, set); err == nil && !(c.Gap >= 0 && !math.IsInf(c.Scale, 1)) {
					t.Errorf("%T, %g on %v: gap %g of %g", loss.loss, size, set, c.Gap, c.Scale)
				}
			}
		}
	}
}
