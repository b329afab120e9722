package runner

import (
	"crypto/sha256"
	"fmt"
)

// Numerics is the version of everything between a resolved configuration and
// the numbers of a record: data preparation, losses, projections, schedules, the
// step loop, sampling and checkpoints. Raise it by one when any of their results
// changes, in the last bit even: stored records are then made again. A test
// compares a few runs with stored hashes and fails when this was forgotten.
const Numerics = 4

// hash returns the run's key: SHA-256 of everything that determines its
// numbers, and of nothing else. Names, titles and what is drawn stay outside.
func (r *run) hash() string {
	h := sha256.New()
	fmt.Fprintf(h, "numerics %d\n", Numerics)
	fmt.Fprintf(h, "problem %q\n", r.c.ProblemSpec)
	fmt.Fprintf(h, "content %q\n", r.c.Instance.Content)
	fmt.Fprintf(h, "start %x\n", r.c.Instance.Start)
	fmt.Fprintf(h, "comparator %x\n", r.c.Instance.Optimum.Theta)
	fmt.Fprintf(h, "method %q\n", r.c.MethodSpec)
	fmt.Fprintf(h, "steps %q\n", r.c.StepSpec)
	fmt.Fprintf(h, "horizon %d\n", r.c.Horizon)
	fmt.Fprintf(h, "checkpoints %d\n", r.grid)
	for _, a := range r.averages {
		fmt.Fprintf(h, "average %q %T %x\n", a.Name, a.Average, a.Average)
	}
	fmt.Fprintf(h, "sampling %q\n", r.c.Sampling.Spec)
	if law := r.c.Sampling.Law; law != nil && law.Content != "" {
		fmt.Fprintf(h, "law %q\n", law.Content)
	}
	fmt.Fprintf(h, "seed %d\n", r.seed)
	fmt.Fprintf(h, "repetition %d\n", r.repetition)
	return fmt.Sprintf("%x", h.Sum(nil))
}
