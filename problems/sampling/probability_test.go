package sampling_test

import (
	"math"
	"slices"
	"testing"

	"regret/problems/linear"
	"regret/problems/sampling"
)

// chances returns the probability of each row in one draw.
func chances(law *sampling.Law, n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = 1 / float64(n)
		if law.Weights != nil {
			out[i] /= law.Weights[i]
		}
	}
	return out
}

// The counts of 6 rows in 60,000 draws: the chi-squared statistic has 5 degrees of
// freedom, and exceeds 25.7 with probability 1e-4. (Without replacement, or in
// epochs, it is smaller.)
func TestRowsHaveTheirProbabilities(t *testing.T) {
	const draws = 60_000
	p := lengths(t, linear.Squared{}, 0)
	for _, s := range every {
		if _, full := s.(sampling.Full); full {
			continue
		}
		law := of(t, s, p)
		counts := make([]float64, p.Objective.Len())
		for _, row := range draw(law, 1, draws) {
			counts[row]++
		}
		var chi2, total float64
		for i, chance := range chances(law, len(counts)) {
			chi2 += math.Pow(counts[i]-draws*chance, 2) / (draws * chance)
			total += chance
		}
		if chi2 > 25.7 || math.Abs(total-1) > 1e-14 {
			t.Errorf("%s: chi-squared %v, counts %v, probabilities add up to %v", name(s), chi2, counts, total)
		}
	}
}

// Each of the 15 pairs of rows is as probable: 14 degrees of freedom, beyond 42.6
// with probability 1e-4. So is each of the 6 rows at the first place of an epoch.
func TestPairsAndPlacesAreUniform(t *testing.T) {
	p := lengths(t, linear.Squared{}, 0)
	count := func(rows []int32, size, take int) map[string]float64 {
		counts := map[string]float64{}
		for batch := range slices.Chunk(rows, size) {
			key := slices.Clone(batch[:take])
			slices.Sort(key)
			counts[string(rune('a'+key[0]))+string(rune('a'+key[take-1]))]++
		}
		return counts
	}
	for _, c := range []struct {
		s          sampling.Sampling
		size, take int
		cells      float64
		limit      float64
	}{
		{sampling.MiniBatch{Size: 2}, 2, 2, 15, 42.6},
		{sampling.Shuffle{}, 6, 2, 15, 42.6},
		{sampling.Shuffle{}, 6, 1, 6, 25.7},
	} {
		const batches = 15_000
		counts := count(draw(of(t, c.s, p), 1, batches*c.size), c.size, c.take)
		var chi2 float64
		for _, n := range counts {
			chi2 += math.Pow(n-batches/c.cells, 2) / (batches / c.cells)
		}
		if chi2 > c.limit || len(counts) != int(c.cells) {
			t.Errorf("%s: chi-squared %v over %d cells", name(c.s), chi2, len(counts))
		}
	}
}

// Every row is as probable at the first place of the first epoch, over streams: 5
// degrees of freedom. (Sattolo's shuffle, one step short, never leaves a row in place.)
func TestFirstEpochsAreUniform(t *testing.T) {
	const streams = 6000
	p := lengths(t, linear.Squared{}, 0)
	for _, s := range []sampling.Sampling{sampling.Shuffle{}, sampling.ShuffleOnce{}} {
		law := of(t, s, p)
		var counts [6]float64
		for seed := range uint64(streams) {
			counts[draw(law, seed, 1)[0]]++
		}
		var chi2 float64
		for _, n := range counts {
			chi2 += math.Pow(n-streams/6, 2) / (streams / 6)
		}
		if chi2 > 25.7 {
			t.Errorf("%s: chi-squared %v, counts %v", name(s), chi2, counts)
		}
	}
}
