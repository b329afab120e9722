// Package scheduletest checks that a schedule keeps the contract of
// schedule.Schedule. Every schedule has one line in a table that calls Check.
package scheduletest

import (
	"math"
	"slices"
	"sync"
	"testing"

	"regret/optim/schedule"
)

// horizons that are tried; those beyond a schedule.Limited schedule are left out.
var horizons = []int{1, 2, 3, 10, 97, 1000}

// Check fails the test unless, for every horizon that s serves, its steps are
// finite and non-negative, do not depend on the blocks in which they are asked,
// on their order or on concurrent calls, and come without an allocation; unless
// the parameter with the tag scale is a factor of every step; unless Validate
// refuses every parameter out of the range or enumeration of its tag; and unless steps
// are what schedule.Sound says of them, whatever the parameters. A schedule
// must serve one horizon of 10 or more.
func Check(t testing.TB, s schedule.Schedule) {
	t.Helper()
	if err := s.Validate(); err != nil {
		t.Fatalf("%v: Validate: %v", s, err)
	}
	longest := 0
	for _, T := range horizons {
		if limited, ok := s.(schedule.Limited); ok && limited.ValidFor(T) != nil {
			continue
		}
		longest = T
		steps := pointwise(s, T)
		checkRange(t, s, steps)
		checkBlocks(t, s, steps)
		checkConcurrent(t, s, steps)
		checkScale(t, s, steps)
		checkRefusedBlocks(t, s, T)
	}
	if longest < 10 {
		t.Fatalf("%v: serves no horizon of %v that is 10 or more", s, horizons)
	}
	checkAllocations(t, s, longest)
	checkSound(t, s)
	checkParameters(t, s)
}

// pointwise returns eta_1..eta_T, asked one by one.
func pointwise(s schedule.Schedule, T int) []float64 {
	steps := make([]float64, T)
	for i := range steps {
		s.Fill(steps[i:i+1], i+1, T)
	}
	return steps
}

func checkRange(t testing.TB, s schedule.Schedule, steps []float64) {
	t.Helper()
	for i, eta := range steps {
		if !(eta >= 0 && eta <= math.MaxFloat64) || math.Signbit(eta) {
			t.Fatalf("%v: eta_%d of %d is %g", s, i+1, len(steps), eta)
		}
	}
	if err := schedule.Check(s, len(steps)); err != nil {
		t.Fatalf("%v: Check: %v", s, err)
	}
}

// checkBlocks asks for blocks of several lengths, the last one first.
func checkBlocks(t testing.TB, s schedule.Schedule, steps []float64) {
	t.Helper()
	T := len(steps)
	for _, length := range []int{T, 2, 7, 64} {
		got := make([]float64, T)
		for i := range got {
			got[i] = math.NaN() // to be overwritten
		}
		for start := (T - 1) / length * length; start >= 0; start -= length {
			s.Fill(got[start:min(start+length, T)], start+1, T)
		}
		if i := firstDifference(got, steps); i >= 0 {
			t.Fatalf("%v: eta_%d of %d is %g in a block of %d, %g alone", s, i+1, T, got[i], length, steps[i])
		}
	}
	s.Fill(nil, 1, T)
}

func firstDifference(a, b []float64) int {
	for i := range a {
		if math.Float64bits(a[i]) != math.Float64bits(b[i]) {
			return i
		}
	}
	return -1
}

// checkConcurrent fills from several goroutines; the race detector sees more.
func checkConcurrent(t testing.TB, s schedule.Schedule, steps []float64) {
	t.Helper()
	var all sync.WaitGroup
	results := make([][]float64, 4)
	for i := range results {
		results[i] = make([]float64, len(steps))
		all.Go(func() {
			for start := range steps {
				at := (start + i*len(steps)/len(results)) % len(steps)
				s.Fill(results[i][at:at+1], at+1, len(steps))
			}
		})
	}
	all.Wait()
	for _, got := range results {
		if !slices.Equal(got, steps) {
			t.Fatalf("%v: concurrent calls change the steps of a run of %d", s, len(steps))
		}
	}
}

// checkRefusedBlocks asks for steps before the first and after the last one.
func checkRefusedBlocks(t testing.TB, s schedule.Schedule, T int) {
	t.Helper()
	for _, start := range []int{0, -1, T, T + 1} {
		if !panics(func() { s.Fill(make([]float64, 2), start, T) }) {
			t.Fatalf("%v: Fill of eta_%d and eta_%d of a run of %d does not panic", s, start, start+1, T)
		}
	}
}

func panics(f func()) (yes bool) {
	defer func() { yes = recover() != nil }()
	f()
	return
}

func checkAllocations(t testing.TB, s schedule.Schedule, T int) {
	t.Helper()
	eta := make([]float64, T)
	if n := testing.AllocsPerRun(10, func() { s.Fill(eta, 1, T) }); n != 0 {
		t.Fatalf("%v: Fill allocates %g times", s, n)
	}
}
