package scheduletest

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"regret/optim/schedule"
)

// checkSound computes the steps of which a schedule.Sound one says that nobody needs to:
// of the schedule, and of those with every parameter at the ends of its range and between.
func checkSound(t testing.TB, s schedule.Schedule) {
	t.Helper()
	all := []schedule.Schedule{s}
	for i, field := range parameters(s) {
		for _, base := range all {
			for _, x := range legalValues(t, field) {
				all = append(all, with(base, i, func(v reflect.Value) { v.Set(x.Convert(field.Type)) }))
			}
		}
	}
	for _, variant := range all {
		if variant.Validate() != nil {
			continue
		}
		for _, T := range []int{1, 2, 97, 4097, 100_000_000} {
			if limited, ok := variant.(schedule.Limited); ok && limited.ValidFor(T) != nil {
				continue
			}
			if sound, ok := variant.(schedule.Sound); ok && sound.SoundFor(T) {
				checkSteps(t, variant, T)
			}
		}
	}
}

// checkSteps looks at the first and the last steps, and at blocks in between; at all if
// they are few.
func checkSteps(t testing.TB, s schedule.Schedule, T int) {
	t.Helper()
	block := make([]float64, min(T, 2500))
	for _, part := range []float64{0, 1e-6, 1e-3, 0.1, 0.5, 0.75, 0.8, 0.9, 0.999, 1} {
		start := 1 + int(part*float64(T-len(block)))
		s.Fill(block, start, T)
		for i, eta := range block {
			if !(eta >= 0 && eta <= math.MaxFloat64) {
				t.Fatalf("%v says that it is sound for %d points, but eta_%d is %g", s, T, start+i, eta)
			}
		}
	}
}

// legalValues are the ends of a parameter's range and some numbers inside, or its words;
// none for a text or a list.
func legalValues(t testing.TB, field reflect.StructField) []reflect.Value {
	t.Helper()
	var values []reflect.Value
	switch field.Type.Kind() {
	case reflect.String:
		for word := range strings.SplitSeq(field.Tag.Get("enum"), "|") {
			values = append(values, reflect.ValueOf(word))
		}
	case reflect.Int:
		for _, n := range []int{1, 2, 13, 1 << 40, math.MaxInt} {
			values = append(values, reflect.ValueOf(n))
		}
	case reflect.Float64:
		low, high := ends(t, field)
		inside := []float64{low, math.Nextafter(low, high), 0, 0x1p-1074, 0.3, 1, 700, math.Nextafter(high, low), high}
		for _, x := range slices.Compact(inside) {
			if low <= x && x <= high {
				values = append(values, reflect.ValueOf(x))
			}
		}
	}
	return values
}

// ends are the least and the largest number that may lie in the interval of a range tag.
func ends(t testing.TB, field reflect.StructField) (low, high float64) {
	t.Helper()
	tag := strings.Trim(field.Tag.Get("range"), "()[]")
	from, to, _ := strings.Cut(tag, ",")
	low, err1 := strconv.ParseFloat(from, 64)
	high, err2 := strconv.ParseFloat(to, 64)
	if err1 != nil || err2 != nil {
		t.Fatalf("parameter %s has the range %q", field.Name, tag)
	}
	return max(low, -math.MaxFloat64), min(high, math.MaxFloat64)
}
