package cli

import (
	"errors"
	"fmt"
)

// Exit statuses.
const (
	statusDone    = 0
	statusFailure = 1
	statusUsage   = 2 // bad usage or configuration
	statusVerdict = 3 // a claim failed or a bound was violated
)

// failure is an error with an exit status of its own.
type failure struct {
	status int
	err    error
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

// badUsage is an error that the user mends on the command line.
func badUsage(format string, args ...any) error {
	return &failure{statusUsage, fmt.Errorf(format, args...)}
}

// errInterrupted ends a command that was asked to stop.
var errInterrupted = errors.New("interrupted")

// failedVerdict is the error of a run whose claims failed or whose bounds were
// violated.
func failedVerdict(format string, args ...any) error {
	return &failure{statusVerdict, fmt.Errorf(format, args...)}
}
