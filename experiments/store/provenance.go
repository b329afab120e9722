package store

import (
	"os"
	"regexp"
	"runtime"
)

// NewProvenance describes this process: the version of regret and the command
// are the caller's, the rest is found out.
func NewProvenance(version, command string) Provenance {
	return Provenance{Regret: version, Go: runtime.Version(), CPU: cpu(), Command: command}
}

var modelName = regexp.MustCompile(`(?m)^model name\s*:\s*(.+)$`)

// cpu returns the architecture, with the processor's name where the system tells.
func cpu() string {
	info, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return runtime.GOARCH
	}
	if name := modelName.FindSubmatch(info); name != nil {
		return runtime.GOARCH + ", " + string(name[1])
	}
	return runtime.GOARCH
}
