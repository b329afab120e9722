package runner

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestCheckpoints(t *testing.T) {
	for _, c := range []struct {
		count, T int
		want     []int
	}{
		{0, 1, []int{1}},
		{1, 2, []int{1, 2}},
		{2, 1000, []int{1, 1000}},
		{3, 100, []int{1, 10, 100}},
		{5, 5, []int{1, 2, 3, 4, 5}},
		{9, 5, []int{1, 2, 3, 4, 5}},
		{5, 200, []int{1, 10, 100, 200}},
		{6, 200, []int{1, 3, 10, 32, 100, 200}}, // 3.16 and 31.6, rounded
		{20, 1000, []int{1, 2, 3, 6, 10, 18, 32, 56, 100, 178, 316, 562, 1000}},
	} {
		if got := Checkpoints(c.count, c.T); !slices.Equal(got, c.want) {
			t.Errorf("Checkpoints(%d, %d) = %v, want %v", c.count, c.T, got, c.want)
		}
	}
}

// The candidates agree with the library's power function, to its rounding.
func TestPowerOfTen(t *testing.T) {
	for level := range 12 {
		for k := range 7 << level {
			want := math.Pow(10, float64(k)/float64(int(1)<<level))
			if got := powerOfTen(k, level); math.Abs(got/want-1) > 1e-14 {
				t.Errorf("10^(%d/2^%d) = %v, want %v", k, level, got, want)
			}
		}
	}
}

func TestCheckpointsAreAGrid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		count := rapid.IntRange(2, 500).Draw(t, "count")
		T := rapid.IntRange(2, 10_000_000).Draw(t, "T")
		grid := Checkpoints(count, T)
		if grid[0] != 1 || grid[len(grid)-1] != T || len(grid) > count {
			t.Fatalf("%d points from %d to %d", len(grid), grid[0], grid[len(grid)-1])
		}
		for k := 1; k < len(grid); k++ {
			if grid[k] <= grid[k-1] {
				t.Fatalf("%d after %d", grid[k], grid[k-1])
			}
		}
	})
}

// As far as both reach, the ends aside, one of two grids contains the other.
func TestCheckpointsAreNested(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) []int {
			return Checkpoints(rapid.IntRange(2, 300).Draw(t, "count"+name), rapid.IntRange(2, 1_000_000).Draw(t, "T"+name))
		}
		a, b := draw("1"), draw("2")
		reach := min(a[len(a)-1], b[len(b)-1])
		below := func(grid []int) []int {
			k, _ := slices.BinarySearch(grid, reach)
			return grid[:k]
		}
		a, b = below(a), below(b)
		if len(a) > len(b) {
			a, b = b, a
		}
		for _, v := range a {
			if _, ok := slices.BinarySearch(b, v); !ok {
				t.Fatalf("%d is in %v, not in %v", v, a, b)
			}
		}
	})
}

func TestCheckpointsPanic(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic for an empty horizon")
		}
	}()
	Checkpoints(10, 0)
}
