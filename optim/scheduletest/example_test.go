package scheduletest_test

import (
	"testing"

	"regret/optim/schedule"
	"regret/optim/scheduletest"
)

// A test of a new schedule is one line.
func ExampleCheck() {
	_ = func(t *testing.T) {
		scheduletest.Check(t, schedule.InverseSqrt{Alpha: 0.1})
	}
}
