package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"regret/experiments/runner"
)

type versionCommand struct{}

func (c *versionCommand) Run(con *console) error {
	_, err := fmt.Fprintf(con.out, "regret %s\n%s %s/%s\nnumerics %d\n",
		version(), runtime.Version(), runtime.GOOS, runtime.GOARCH, runner.Numerics)
	return err
}

// version is that of the module, as the go command stamped it into the program.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "unknown"
	}
	return info.Main.Version
}
