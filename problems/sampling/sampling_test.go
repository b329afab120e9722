package sampling_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/sampling"
)

// every sampling that has a law on the problem of these tests.
var every = []sampling.Sampling{
	sampling.IID{}, sampling.Full{}, sampling.Cyclic{}, sampling.Shuffle{}, sampling.ShuffleOnce{},
	sampling.MiniBatch{Size: 3, Replacement: true}, sampling.MiniBatch{Size: 3},
	sampling.Importance{By: "gradient"}, sampling.Importance{By: "smoothness"}, sampling.Importance{By: "gradient", Mix: 0.5},
}

func name(s sampling.Sampling) string { return fmt.Sprintf("%T%+v", s, s) }

// of works a sampling out, or fails the test.
func of(t *testing.T, s sampling.Sampling, p *problems.Problem) *sampling.Law {
	t.Helper()
	if err := s.Validate(); err != nil {
		t.Fatalf("%s: %v", name(s), err)
	}
	law, err := s.Of(p)
	if err != nil {
		t.Fatalf("%s: %v", name(s), err)
	}
	return law
}

func source(seed uint64) *rand.PCG { return rand.NewPCG(seed, 7) }

// draw takes the first draws of a stream in one block.
func draw(law *sampling.Law, seed uint64, count int) []int32 {
	rows := make([]int32, count)
	law.Draws(source(seed)).Fill(rows, 1)
	return rows
}

// Blocks of any size give the same rows, so that a short run sees a prefix.
func TestDrawsDoNotDependOnBlocks(t *testing.T) {
	p := lengths(t, linear.Squared{}, 0)
	for _, s := range every {
		law := of(t, s, p)
		want := draw(law, 1, 1000)
		stream := law.Draws(source(1))
		var got []int32
		for _, size := range []int{1, 2, 300, 97, 600} {
			block := make([]int32, size)
			stream.Fill(block, len(got)+1)
			got = append(got, block...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: blocks of other sizes give other rows", name(s))
		}
	}
}

// Streams of other random numbers differ, or the law says that nothing is random.
func TestRandomLawsAreRandom(t *testing.T) {
	p := lengths(t, linear.Squared{}, 0)
	for _, s := range every {
		law := of(t, s, p)
		if same := slices.Equal(draw(law, 1, 50), draw(law, 2, 50)); same == law.Random {
			t.Errorf("%s: random %t, but the same rows %t", name(s), law.Random, same)
		}
	}
}

func TestDrawsDoNotAllocate(t *testing.T) {
	p := lengths(t, linear.Squared{}, 0)
	for _, s := range every {
		stream, k := of(t, s, p).Draws(source(1)), 1
		rows := make([]int32, 1026)
		if n := testing.AllocsPerRun(10, func() { stream.Fill(rows, k); k += len(rows) }); n != 0 {
			t.Errorf("%s: %v allocations a block", name(s), n)
		}
	}
}

// Each epoch of n draws holds every row once; the orders are new, the same, or that
// of the data.
func TestEpochsArePermutations(t *testing.T) {
	p := lengths(t, linear.Squared{}, 0)
	n := p.Objective.Len()
	for _, s := range []sampling.Sampling{sampling.Cyclic{}, sampling.Shuffle{}, sampling.ShuffleOnce{}} {
		rows := draw(of(t, s, p), 1, 5*n)
		orders := map[string]bool{}
		for k := range 5 {
			epoch := rows[k*n : (k+1)*n]
			orders[fmt.Sprint(epoch)] = true
			sorted := slices.Sorted(slices.Values(epoch))
			for i, row := range sorted {
				if int(row) != i {
					t.Fatalf("%s: epoch %d holds the rows %v", name(s), k, sorted)
				}
			}
		}
		_, fresh := s.(sampling.Shuffle)
		if want := map[bool]int{true: 5, false: 1}[fresh]; len(orders) != want {
			t.Errorf("%s: %d orders in 5 epochs, want %d", name(s), len(orders), want)
		}
		if _, cyclic := s.(sampling.Cyclic); cyclic != slices.IsSorted(rows[:n]) {
			t.Errorf("%s: first epoch %v", name(s), rows[:n])
		}
	}
}

// A batch without replacement holds different rows.
func TestBatchesWithoutReplacement(t *testing.T) {
	const size = 4
	p := lengths(t, linear.Squared{}, 0)
	for batch := range slices.Chunk(draw(of(t, sampling.MiniBatch{Size: size}, p), 1, 1000*size), size) {
		if slices.Sort(batch); len(slices.Compact(batch)) != size {
			t.Fatalf("the batch %v holds a row twice", batch)
		}
	}
}

func TestRefusals(t *testing.T) {
	squared, whole := lengths(t, linear.Squared{}, 0), problem(domain.WholeSpace{}, linear.Squared{}, 0, []float64{1, 2})
	for want, c := range map[string]struct {
		s sampling.Sampling
		p *problems.Problem
	}{
		"size must be":              {sampling.MiniBatch{}, squared},
		"size 7 is beyond the 6":    {sampling.MiniBatch{Size: 7}, squared},
		"neither gradient nor":      {sampling.Importance{By: "length"}, squared},
		"mix must be in [0,1]":      {sampling.Importance{By: "gradient", Mix: math.NaN()}, squared},
		"the loss has kinks":        {sampling.Importance{By: "smoothness"}, lengths(t, linear.Absolute{}, 0)},
		"row 1 is unbounded":        {sampling.Importance{By: "gradient"}, whole},
		"row 2 is 0":                {sampling.Importance{By: "smoothness"}, problem(domain.Ball{Radius: 1}, linear.Squared{}, 0, []float64{1, 0})},
		"no bounds of single rows":  {sampling.Importance{By: "gradient"}, &problems.Problem{Objective: squared.Objective}},
		"by smoothness: that of ro": {sampling.Importance{By: "smoothness"}, problem(domain.Ball{Radius: 1}, linear.Squared{}, 0, []float64{1, 1e-300})},
	} {
		err := c.s.Validate()
		if err == nil {
			_, err = c.s.Of(c.p)
		}
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", name(c.s), err, want)
		}
	}
}
