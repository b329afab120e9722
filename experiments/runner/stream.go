package runner

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"regret/problems"
)

// streamKey hashes what a stream of samples belongs to.
func streamKey(seed uint64, content, sampling string, repetition int) [2]uint64 {
	hash := sha256.Sum256(fmt.Appendf(nil, "seed %d\ncontent %q\nsampling %q\nrepetition %d\n",
		seed, content, sampling, repetition))
	return [2]uint64{binary.BigEndian.Uint64(hash[:8]), binary.BigEndian.Uint64(hash[8:16])}
}

// newObjective returns the objective that a run sees: on a population, samples of its
// own, the same ones for all runs on it with the same seed and repetition.
func newObjective(r *run) problems.Objective {
	if r.c.Instance.Stream == nil {
		return r.c.Instance.Objective
	}
	return r.c.Instance.Stream(streamKey(r.seed, r.c.Instance.Content, "stream", r.repetition))
}
