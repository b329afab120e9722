package scheduletest_test

import (
	"testing"

	"regret/optim/schedule"
	"regret/optim/scheduletest"
)

func ExampleCheck() {
	test := func(t *testing.T) { // a test of a new schedule is one line
		scheduletest.Check(t, schedule.InverseSqrt{Alpha: 0.1})
	}
	testing.RunTests(func(_, _ string) (bool, error) { return true, nil }, []testing.InternalTest{{Name: "TestInverseSqrt", F: test}})
	// Output:
}
