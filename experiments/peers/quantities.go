package main

import (
	"context"
	"fmt"
	"os/exec"
	"regexp"
	"strconv"
)

var benchmarkLine = regexp.MustCompile(`(?m)^BenchmarkQuantities/d=\d+/(\S+?)(?:-\d+)?\s.*?([0-9.]+) ns/step`)

// quantities returns the contender that runs BenchmarkQuantities of problems/linear: the
// steps of W1 and W2 bare, and with the losses, D and G that every run records.
func (b *bench) quantities(ctx context.Context, w *workload) contender {
	return func(f figures) error {
		pattern := fmt.Sprintf("^BenchmarkQuantities$/^d=%d$", w.d)
		out, err := exec.CommandContext(ctx, b.kernels, "-test.run", "^$", "-test.bench", pattern, "-test.benchtime", "300ms").CombinedOutput()
		if err != nil {
			return fmt.Errorf("%s: %w\n%s", pattern, err, out)
		}
		lines := benchmarkLine.FindAllSubmatch(out, -1)
		if len(lines) != 4 {
			return fmt.Errorf("%s: %d figures in\n%s", pattern, len(lines), out)
		}
		for _, line := range lines {
			x, err := strconv.ParseFloat(string(line[2]), 64)
			if err != nil {
				return err
			}
			name := string(line[1])
			f[name] = append(f[name], x)
		}
		return nil
	}
}
