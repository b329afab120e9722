package config

import "regret/problems/sampling"

// Sequence is the sampling of online and ordered problems: each row once, in order.
const Sequence = "sequence"

// Sampling is how the losses of a case are chosen.
type Sampling struct {
	Name string // as figures and tables show it
	// Label is the name where the file has several samplings, else empty.
	Label string
	Kind  string        // "iid", "shuffle", ..., or Sequence
	Spec  string        // canonical text that keys the stream of rows, and the stored run
	Law   *sampling.Law // worked out on the case's problem; nil for Sequence
}

// Random says whether repetitions of the case differ.
func (s Sampling) Random() bool { return s.Law != nil && s.Law.Random }

// Batch is the number of rows a step.
func (s Sampling) Batch() int {
	if s.Law == nil {
		return 1
	}
	return s.Law.Batch
}

// sampled crosses sources with the samplings of the file. Online and ordered
// problems have one of their own, whatever the file says.
func (f *file) sampled(sources []*source) []*source {
	var out []*source
	for _, s := range sources {
		if s.fixed == nil || s.fixed.Online || s.fixed.Ordered {
			s.sampling = Sampling{Name: Sequence, Kind: Sequence, Spec: Sequence}
			out = append(out, s)
			continue
		}
		for _, k := range f.samplings {
			with, bad := f.under(s, k)
			if bad != nil {
				f.errorf(bad.node, "%v", bad.err)
				continue
			}
			out = append(out, with)
		}
	}
	return out
}

// under returns the source with a sampling, and with the constants that theorems and
// formulas see under it.
func (f *file) under(s *source, k *kind) (*source, *fault) {
	b, bad := k.build(environment{})
	if bad != nil {
		return nil, bad
	}
	law, err := b.value.(sampling.Sampling).Of(s.fixed)
	if err != nil {
		return nil, faultAt(k.blame(err), "%w (%s)", err, s.kind.name)
	}
	with, problem := *s, *s.fixed
	problem.Constants = law.Constants
	with.fixed, with.constants = &problem, law.Constants
	with.sampling = Sampling{Name: k.name, Kind: k.entry.Kind, Spec: b.spec, Law: law}
	if len(k.args) == 0 {
		with.sampling.Spec = k.entry.Kind
	}
	if len(f.samplings) > 1 {
		with.sampling.Label = k.name
	}
	with.drawn = map[string]float64{}
	k.gridValues(b.numbers, with.drawn)
	return &with, nil
}
