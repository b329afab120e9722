package scheduletest

import (
	"errors"
	"math"
	"strings"
	"sync"
	"testing"

	"regret/optim/schedule"
)

// recorder keeps the first failure and ends the check there.
type recorder struct {
	testing.TB
	failure string
}

func (r *recorder) Helper() {}

func (r *recorder) Fatalf(format string, _ ...any) {
	r.failure = format
	panic(r)
}

// failure returns the format of the first failure of a check, empty if it passes.
func failure(s schedule.Schedule) (format string) {
	r := &recorder{}
	defer func() {
		if problem := recover(); problem != nil && problem != any(r) {
			panic(problem)
		}
		format = r.failure
	}()
	Check(r, s)
	return ""
}

// sound is a correct schedule, the base of the broken ones.
type sound struct {
	Alpha float64 `param:"alpha" range:"(0,inf)" scale:"true"`
}

func (s sound) Fill(eta []float64, t, T int) {
	if t < 1 || t+len(eta)-1 > T {
		panic("scheduletest: no such steps")
	}
	for i := range eta {
		eta[i] = s.Alpha / float64(t+i)
	}
}

func (s sound) Validate() error {
	if !(s.Alpha > 0 && s.Alpha <= math.MaxFloat64) {
		return errors.New("alpha must be positive")
	}
	return nil
}

// broken changes one thing about sound.
type broken struct {
	sound
	fill func(s sound, eta []float64, t, T int)
}

func (b broken) Fill(eta []float64, t, T int) { b.fill(b.sound, eta, t, T) }

type shortened struct{ sound }

func (shortened) ValidFor(T int) error {
	if T > 3 {
		return errors.New("too long")
	}
	return nil
}

type affine struct {
	Alpha float64 `param:"alpha" range:"(0,inf)" scale:"true"`
}

func (s affine) Fill(eta []float64, t, T int) { sound{s.Alpha + 1}.Fill(eta, t, T) }
func (s affine) Validate() error              { return sound(s).Validate() }

type lenient struct {
	Alpha float64 `param:"alpha" range:"(0,inf)"`
}

func (s lenient) Fill(eta []float64, t, T int) { sound(s).Fill(eta, t, T) }
func (s lenient) Validate() error {
	if math.IsNaN(s.Alpha) || s.Alpha < 0 {
		return errors.New("alpha must be positive")
	}
	return nil
}

type strict struct{ sound }

func (strict) Validate() error { return errors.New("alpha is never right") }

// boastful has a step of 2 alpha, which is infinite for the largest alpha.
type boastful struct {
	Alpha float64 `param:"alpha" range:"(0,inf)" scale:"true"`
}

func (s boastful) Fill(eta []float64, t, T int) {
	sound(s).Fill(eta, t, T)
	for i := range eta {
		eta[i] *= 2
	}
}
func (s boastful) Validate() error { return sound(s).Validate() }
func (boastful) SoundFor(int) bool { return true }

// inheriting is sound{1} and says so through an embedded schedule, but for one late step.
type inheriting struct {
	schedule.Constant
}

func (inheriting) Fill(eta []float64, t, T int) {
	sound{1}.Fill(eta, t, T)
	if last := t + len(eta) - 1; last == T && T > 1000 {
		eta[len(eta)-1] = math.NaN()
	}
}

func TestCheckFinds(t *testing.T) {
	var mutex sync.Mutex
	calls, sink := 0, []float64(nil)
	with := func(fill func(s sound, eta []float64, t, T int)) broken { return broken{sound{1}, fill} }
	tests := []struct {
		schedule schedule.Schedule
		want     string
	}{
		{sound{1}, ""},
		{strict{sound{1}}, "Validate: %v"},
		{shortened{sound{1}}, "serves no horizon"},
		{affine{1}, "with %g times the"},
		{lenient{1}, "want an error that begins with"},
		{boastful{1}, "says that it is sound"},
		{inheriting{schedule.Constant{Step: 1}}, "says that it is sound"},
		{with(func(s sound, eta []float64, t, T int) {
			s.Fill(eta, t, T)
			for i := range eta {
				eta[i] -= 0.5
			}
		}), "eta_%d of %d is %g"},
		{with(func(s sound, eta []float64, t, T int) {
			s.Fill(eta, t, T)
			if len(eta) > 1 {
				eta[1] *= 1 + 0x1p-52
			}
		}), "in a block of"},
		{with(func(s sound, eta []float64, t, T int) {
			mutex.Lock()
			defer mutex.Unlock()
			s.Fill(eta, t, T)
			if calls++; calls > 40 && len(eta) == 1 {
				eta[0]++
			}
		}), "concurrent calls"},
		{with(func(s sound, eta []float64, t, T int) {
			for i := range eta {
				eta[i] = s.Alpha
			}
		}), "does not panic"},
		{with(func(s sound, eta []float64, t, T int) {
			mutex.Lock()
			defer mutex.Unlock()
			s.Fill(eta, t, T)
			sink = make([]float64, len(eta))
			copy(sink, eta)
		}), "allocates"},
	}
	for _, test := range tests {
		got := failure(test.schedule)
		if test.want == "" && got != "" || !strings.Contains(got, test.want) {
			t.Errorf("%T: failure is %q, want %q", test.schedule, got, test.want)
		}
	}
}
