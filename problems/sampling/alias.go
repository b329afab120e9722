package sampling

import "math/rand/v2"

// alias draws from given probabilities in constant time: row j is drawn uniformly,
// kept with probability keep[j], and else replaced by other[j] (Vose, 1991). gonum's
// Categorical takes a logarithm of n, and sums on the way down whose rounding can
// lead it past the last row.
type alias struct {
	keep  []float64
	other []int32
}

func newAlias(chances []float64) alias {
	n := len(chances)
	a := alias{keep: make([]float64, n), other: identity(n)}
	var small, large []int32
	for i, p := range chances {
		a.keep[i] = p * float64(n)
		if a.keep[i] < 1 {
			small = append(small, int32(i))
		} else {
			large = append(large, int32(i))
		}
	}
	for len(small) > 0 && len(large) > 0 {
		s, l := small[len(small)-1], large[len(large)-1]
		small = small[:len(small)-1]
		a.other[s] = l
		a.keep[l] -= 1 - a.keep[s]
		if a.keep[l] < 1 {
			large = large[:len(large)-1]
			small = append(small, l)
		}
	}
	return a // what is left over is within rounding of 1 and its own alias
}

type aliasDraws struct {
	alias
	random *rand.Rand
}

// Fill draws the next len(rows) rows.
func (a aliasDraws) Fill(rows []int32, _ int) {
	for i := range rows {
		j := int32(a.random.Uint32N(uint32(len(a.keep))))
		if a.random.Float64() >= a.keep[j] {
			j = a.other[j]
		}
		rows[i] = j
	}
}
