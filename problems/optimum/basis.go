package optimum

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/mat"

	"regret/problems/linear"
)

// basis holds coordinates w of the row space of A in which the rows are white:
// theta = T w and B = A T has B'B = n I. Directions whose singular value is
// below rounding, where F does not change, are left out.
type basis struct {
	change *mat.Dense    // T, d x r
	rows   *linear.Dense // B, n x r
	best   growth        // of F, as far as proved
	exact  bool          // products with B' are as if with twice the digits
}

func newBasis(a *linear.Dense) (*basis, error) {
	dense := mat.NewDense(a.N, a.D, a.Data)
	var svd mat.SVD
	if !svd.Factorize(dense, mat.SVDThinV) {
		return nil, errors.New("optimum: the singular values of the data were not found")
	}
	values := svd.Values(nil)
	rank := 0
	for rank < len(values) && values[rank] > 0x1p-52*float64(max(a.N, a.D))*values[0] {
		rank++
	}
	if rank == 0 {
		return nil, errors.New("optimum: all features are 0")
	}
	var right, t, b mat.Dense
	svd.VTo(&right)
	t.CloneFrom(right.Slice(0, a.D, 0, rank))
	for k := range rank {
		scale := math.Sqrt(float64(a.N)) / values[k]
		for j := range a.D {
			t.Set(j, k, scale*t.At(j, k))
		}
	}
	b.Mul(dense, &t)
	return &basis{change: &t, rows: &linear.Dense{N: a.N, D: rank, Data: b.RawMatrix().Data}}, nil
}

// theta returns T w.
func (b *basis) theta(w []float64) []float64 {
	d, r := b.change.Dims()
	theta := mat.NewVecDense(d, nil)
	theta.MulVec(b.change, mat.NewVecDense(r, w))
	return theta.RawVector().Data
}
