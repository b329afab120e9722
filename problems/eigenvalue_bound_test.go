package problems

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"regret/problems/domain"
	"regret/problems/linear"
)

// sparse draws n rows of about the given number of entries, a column's chance falling
// with its index as that of words does; some columns and rows are empty.
func sparse(n, d, entries int, negative bool) *linear.Sparse {
	random := rand.New(rand.NewPCG(uint64(n), uint64(d)))
	m := &linear.Sparse{N: n, D: d, Starts: []int{0}}
	for i := range n {
		for j := 0; j < d && i%50 != 7; j++ {
			if random.Float64() > float64(entries)/(3*math.Sqrt(float64(d)*float64(j+1))) || j%50 == 7 {
				continue
			}
			v := random.Float64()
			if negative && random.IntN(2) == 0 {
				v = -v
			}
			m.Columns, m.Values = append(m.Columns, int32(j)), append(m.Values, v)
		}
		m.Starts = append(m.Starts, len(m.Values))
	}
	return m
}

// rayleigh is the largest quotient that power iteration on (1/n) sum_i w_i a_i a_i'
// meets: no larger than the largest eigenvalue.
func rayleigh(m linear.Matrix, weights []float64) (largest float64) {
	random := rand.New(rand.NewPCG(3, 4))
	x := make([]float64, m.Dim())
	for j := range x {
		x[j] = random.NormFloat64()
	}
	for range 300 {
		next := make([]float64, len(x))
		for i := range m.Len() {
			m.AddScaled(next, weight(weights, i)*m.Dot(i, x)/float64(m.Len()), i)
		}
		largest = max(largest, linear.Dot(next, x)/linear.Dot(x, x))
		size := math.Sqrt(linear.Dot(next, next))
		for j := range x {
			x[j] = next[j] / size
		}
	}
	return largest
}

func randomWeights(n int) []float64 {
	random := rand.New(rand.NewPCG(5, 6))
	weights := make([]float64, n)
	for i := range weights {
		weights[i] = random.Float64()
	}
	return weights
}

// Power iteration does not beat the bound; without negative entries it comes within
// one per cent.
func TestEigenvalueBoundOfLargeSparseRows(t *testing.T) {
	for _, negative := range []bool{false, true} {
		m := sparse(2500, 2200, 20, negative)
		for _, weights := range [][]float64{nil, randomWeights(m.N)} {
			s := spectrumOf(m, weights)
			seen := rayleigh(m, weights)
			if s.exact || s.least != 0 || s.largest < seen {
				t.Errorf("negative %t: %+v, power iteration finds %g", negative, s, seen)
			}
			if !negative && s.largest > 1.01*seen {
				t.Errorf("bound %g, power iteration finds no more than %g", s.largest, seen)
			}
			t.Logf("negative %t: bound %.6g, power iteration %.6g", negative, s.largest, seen)
		}
	}
}

// On small tables bound and eigenvalues are compared, and the eigenvalues of sparse
// and dense rows, tall and wide, weighted or not.
func TestSpectrumOfSmallRows(t *testing.T) {
	for _, size := range [][2]int{{60, 7}, {7, 60}, {20, 20}, {1, 3}, {3, 1}} {
		for _, negative := range []bool{false, true} {
			m := sparse(size[0], size[1], size[1], negative)
			for _, weights := range [][]float64{nil, randomWeights(m.N)} {
				name := fmt.Sprintf("%v, negative %t, weighted %t", size, negative, weights != nil)
				a, b := spectrumOf(m, weights), spectrumOf(linear.Densify(m), weights)
				if !a.exact || math.Abs(a.largest-b.largest) > 1e-13*b.largest || math.Abs(a.least-b.least) > 1e-13*b.largest {
					t.Errorf("%s: sparse %+v, dense %+v", name, a, b)
				}
				if seen := rayleigh(m, weights); b.largest > 0 && math.Abs(seen-b.largest) > 1e-3*b.largest {
					t.Errorf("%s: %g, power iteration finds %g", name, b.largest, seen)
				}
				bound := eigenvalueBound(m, weights)
				if bound < a.largest*(1-1e-13) || !negative && bound > 1.01*a.largest {
					t.Errorf("%s: bound %g, eigenvalue %g", name, bound, a.largest)
				}
				if dense := eigenvalueBound(linear.Densify(m), weights); math.Abs(dense-bound) > 1e-9*bound {
					t.Errorf("%s: bound %g of sparse, %g of dense rows", name, bound, dense)
				}
			}
		}
	}
}

// Sparse rows have the constants of the same rows stored densely.
func TestConstantsOfSparseRows(t *testing.T) {
	m := sparse(60, 8, 6, true)
	y := make([]float64, m.N)
	for i := range y {
		y[i] = float64(1 - 2*(i%2))
	}
	u := make([]float64, m.D)
	u[0], u[3] = 0.3, 0.2
	for _, set := range []domain.Set{domain.WholeSpace{}, domain.Ball{Radius: 0.5}, domain.Box{Lo: -0.3, Hi: 0.4}, domain.Box{Lo: 0.1, Hi: 0.4}, domain.Simplex{}} {
		for _, loss := range []linear.Loss{linear.Squared{}, linear.Logistic{}, linear.Exponential{}, linear.Hinge{}} {
			for _, ridge := range []float64{0, 0.1} {
				a := constants(&linear.Model{Rows: m, Y: y, Loss: loss, Ridge: ridge}, set, u, u)
				b := constants(&linear.Model{Rows: linear.Densify(m), Y: y, Loss: loss, Ridge: ridge}, set, u, u)
				for name, c := range a {
					if x := b[name].Value; c.Value != x && math.Abs(c.Value-x) > 1e-12*math.Abs(x) || c.Provenance != b[name].Provenance {
						t.Errorf("%T on %v: %s is %v of sparse, %v of dense rows", loss, set, name, c, b[name])
					}
				}
			}
		}
	}
}
