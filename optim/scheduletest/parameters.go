package scheduletest

import (
	"math"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"regret/optim/schedule"
)

// checkScale doubles and trebles the parameter with the tag scale: the first is
// exact in floating point, the second to rounding.
func checkScale(t testing.TB, s schedule.Schedule, steps []float64) {
	t.Helper()
	for i, field := range parameters(s) {
		if field.Tag.Get("scale") != "true" {
			continue
		}
		for _, factor := range []float64{2, 3} {
			scaled := with(s, i, func(v reflect.Value) { v.SetFloat(factor * v.Float()) })
			for i, eta := range pointwise(scaled, len(steps)) {
				if off := math.Abs(eta - factor*steps[i]); off > (factor-2)*8*0x1p-52*eta {
					t.Fatalf("%v: eta_%d of %d is %g, %g with %g times the %s", s, i+1, len(steps), steps[i], eta, factor, field.Name)
				}
			}
		}
	}
}

// checkParameters sets each parameter to values that its tag excludes.
func checkParameters(t testing.TB, s schedule.Schedule) {
	t.Helper()
	for i, field := range parameters(s) {
		switch field.Type.Kind() {
		case reflect.Float64:
			for _, x := range append(outside(t, field), math.NaN(), math.Inf(1), math.Inf(-1)) {
				refused(t, with(s, i, func(v reflect.Value) { v.SetFloat(x) }), field, x)
			}
		case reflect.Int:
			for _, x := range outside(t, field) {
				refused(t, with(s, i, func(v reflect.Value) { v.SetInt(int64(x)) }), field, x)
			}
		case reflect.String:
			if field.Tag.Get("enum") != "" {
				refused(t, with(s, i, func(v reflect.Value) { v.SetString("none of them") }), field, "another text")
			}
		}
	}
}

// refused fails the test unless Validate names the parameter.
func refused(t testing.TB, s schedule.Schedule, field reflect.StructField, value any) {
	t.Helper()
	name := field.Tag.Get("param")
	if err := s.Validate(); err == nil || !strings.HasPrefix(err.Error(), name+" ") {
		t.Fatalf("%T: Validate of %s = %v: got %v, want an error that begins with %q", s, name, value, err, name)
	}
}

// parameters returns the fields with a param tag by their index.
func parameters(s schedule.Schedule) map[int]reflect.StructField {
	fields := map[int]reflect.StructField{}
	if kind := reflect.TypeOf(s); kind.Kind() == reflect.Struct {
		for i := range kind.NumField() {
			if _, ok := kind.Field(i).Tag.Lookup("param"); ok {
				fields[i] = kind.Field(i)
			}
		}
	}
	return fields
}

// with returns a copy of s with one field changed.
func with(s schedule.Schedule, field int, change func(reflect.Value)) schedule.Schedule {
	changed := reflect.New(reflect.TypeOf(s)).Elem()
	changed.Set(reflect.ValueOf(s))
	change(changed.Field(field))
	return changed.Interface().(schedule.Schedule)
}

// outside returns numbers just outside the interval of a range tag.
func outside(t testing.TB, field reflect.StructField) []float64 {
	t.Helper()
	tag := field.Tag.Get("range")
	if len(tag) < 5 {
		t.Fatalf("parameter %s has no range", field.Name)
	}
	low, high, _ := strings.Cut(tag[1:len(tag)-1], ",")
	var numbers []float64
	for _, end := range []struct {
		text   string
		open   bool
		beyond float64
	}{{low, tag[0] == '(', -1}, {high, tag[len(tag)-1] == ')', 1}} {
		x, err := strconv.ParseFloat(end.text, 64)
		if err != nil {
			t.Fatalf("parameter %s has the range %q", field.Name, tag)
		}
		if math.IsInf(x, 0) {
			continue
		}
		numbers = append(numbers, x+end.beyond)
		if field.Type.Kind() == reflect.Float64 {
			numbers = append(numbers, math.Nextafter(x, math.Inf(int(end.beyond))))
		}
		if end.open {
			numbers = append(numbers, x)
		}
	}
	return numbers
}
