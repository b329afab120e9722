package main

import (
	"syscall"
	"time"
)

// processor returns the processor time that this process has used. Other processes
// disturb it less than they disturb the clock.
func processor() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic("peers: " + err.Error())
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
