package bound

import (
	"slices"
)

// Reading is what a theorem gathers of the steps in one sweep over them, such as
// their sums. The theorems that are evaluated together share a sweep, see [Share];
// readings that are equal are gathered once.
type Reading interface {
	// start returns what takes in the steps, to know of the prefixes eta_1..eta_t
	// for every t of at.
	start(in Input, at []int) gatherer
	direction() direction
}

// direction is the order in which a reading needs the steps.
type direction int

const (
	eitherWay direction = iota
	forwards
	backwards
)

// gatherer takes in steps, block by block.
type gatherer interface {
	// span is the first and the last step that it has to be given.
	span() (from, to int)
	// take takes in eta_t, eta_{t+1}, ... and G_t, G_{t+1}, ...
	take(t int, eta, norm []float64)
}

// shortBlock is the length of the blocks of a gatherer, so short that the processor works
// on the end of one and the beginning of the next together.
const shortBlock = 64

// Readings are those of the theorem and of its assumptions; none where an assumption
// that reads no steps fails, as nothing is evaluated then.
func (th *Theorem) Readings(in Input) []Reading {
	var out []Reading
	for _, need := range th.Needs {
		if need.Reads == nil && need.Check(in) != nil {
			return nil
		}
		if need.Reads != nil {
			out = append(out, need.Reads)
		}
	}
	if th.Reads != nil {
		out = append(out, th.Reads(in)...)
	}
	return out
}

// reads is the field Reads of a theorem whose readings do not depend on the input.
func reads(readings ...Reading) func(Input) []Reading {
	return func(Input) []Reading { return readings }
}

// Share returns an input on which theorems evaluate as on this one, in less time: the
// readings have been gathered, in one sweep over the steps, or in two if some need each
// direction. It holds for the checkpoints at, which increase within 1..T.
func Share(in Input, at []int, readings []Reading) Input {
	s := &shared{Steps: in.Steps, at: slices.Clone(at), T: in.Horizon, G: in.G, found: gather(in, at, readings)}
	if in.GradientNorms != nil {
		s.norms = &sharedNorms{in.GradientNorms}
		in.GradientNorms = s.norms
	}
	in.Steps = s
	return in
}

// shared is steps, with what has been gathered of them.
type shared struct {
	Steps
	at    []int
	T     int
	G     float64
	norms *sharedNorms // nil if the norms are all G
	found map[Reading]gatherer
}

type sharedNorms struct{ Steps }

// fits says whether the input is the one that was shared, but for its parameters.
// Readings of all steps come without checkpoints.
func (s *shared) fits(in Input, at []int) bool {
	if in.GradientNorms == nil {
		if s.norms != nil || in.G != s.G {
			return false
		}
	} else if norms, ok := in.GradientNorms.(*sharedNorms); !ok || norms != s.norms {
		return false
	}
	return in.Horizon == s.T && (at == nil || slices.Equal(at, s.at))
}

// gathered returns what a reading has gathered, in a shared sweep or in its own.
func gathered(in Input, r Reading, at []int) gatherer {
	if s, ok := in.Steps.(*shared); ok && s.fits(in, at) {
		if g, ok := s.found[r]; ok {
			return g
		}
	}
	checkCheckpoints(in, at)
	g := r.start(in, at)
	feed(in, []gatherer{g}, r.direction() == backwards)
	return g
}

// gather takes what serves in either way along with the others.
func gather(in Input, at []int, readings []Reading) map[Reading]gatherer {
	checkCheckpoints(in, at)
	found := map[Reading]gatherer{}
	var ways [3][]gatherer
	for _, r := range readings {
		if _, known := found[r]; !known {
			g := r.start(in, at)
			found[r] = g // found no more if r holds a parameter that is not a number
			ways[r.direction()] = append(ways[r.direction()], g)
		}
	}
	along := forwards
	if len(ways[forwards]) == 0 {
		along = backwards
	}
	ways[along] = append(ways[along], ways[eitherWay]...)
	feed(in, ways[forwards], false)
	feed(in, ways[backwards], true)
	return found
}

func checkCheckpoints(in Input, at []int) {
	before := 0
	for _, t := range at {
		if t <= before || t > in.Horizon {
			panic("bound: checkpoints must increase within 1..T")
		}
		before = t
	}
}

// feed gives gatherers their steps, the last first if back. The blocks end at multiples
// of shortBlock, so that no outcome depends on what else is gathered.
func feed(in Input, gatherers []gatherer, back bool) {
	all := newTogether(gatherers)
	from, to := all.span()
	from, to = max(1, from), min(to, in.Horizon)
	if from > to {
		return
	}
	eta, norms := make([]float64, shortBlock), newNormBlock(in, shortBlock)
	begin, end := (from-1)/shortBlock, (to-1)/shortBlock
	for i := range end - begin + 1 {
		j := begin + i
		if back {
			j = end - i
		}
		first, last := max(from, j*shortBlock+1), min(to, (j+1)*shortBlock)
		block := eta[:last-first+1]
		in.Steps.Fill(block, first, in.Horizon)
		all.take(first, block, norms.fill(first, len(block)))
	}
}

// together is several gatherers as one.
type together []member

type member struct {
	gatherer
	from, to int
	far      farsighted // the gatherer, if it is one
}

func newTogether(gatherers []gatherer) together {
	all, block := make(together, len(gatherers)), new(distantBlock)
	for i, g := range gatherers {
		from, to := g.span()
		sees, _ := g.(farsighted)
		if p, ok := g.(*points); ok {
			p.block = block
		}
		all[i] = member{g, from, to, sees}
	}
	return all
}

func (all together) span() (from, to int) {
	if len(all) == 0 {
		return 1, 0
	}
	from, to = all[0].from, all[0].to
	for _, g := range all[1:] {
		from, to = min(from, g.from), max(to, g.to)
	}
	return from, to
}

func (all together) take(t int, eta, norm []float64) {
	for _, g := range all {
		lo, hi := max(t, g.from), min(t+len(eta)-1, g.to)
		if lo <= hi {
			g.take(lo, eta[lo-t:hi-t+1], norm[lo-t:hi-t+1])
		}
	}
}

// pointwise makes a gatherer for every checkpoint.
func pointwise[G gatherer](at []int, start func(t int) G) gatherer {
	each := make([]gatherer, len(at))
	for k, t := range at {
		each[k] = start(t)
	}
	return newPoints(each)
}

// gatheredAt returns what a pointwise reading has gathered for every checkpoint.
func gatheredAt[G gatherer](in Input, r Reading, at []int) []G {
	out := make([]G, len(at))
	for k, point := range gathered(in, r, at).(*points).together {
		out[k] = point.gatherer.(G)
	}
	return out
}
