package spectral

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// Random 0/1 matrices, with rows of any scale: Gram matrices of which whole blocks
// are tiny, huge, subnormal or 0 beside the others.
func TestValuesAtAnyScale(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		n, d := 1+random.IntN(8), 1+random.IntN(8)
		a := mat.NewDense(n, d, nil)
		spread := random.IntN(3) * 150
		for i := range n {
			scale := math.Pow(10, float64(random.IntN(spread+1)-spread))
			for j := range d {
				a.Set(i, j, float64(random.IntN(2))*scale)
			}
		}
		overall := []float64{1, 0x1p-500, 0x1p-900, 0x1p510}[random.IntN(4)]
		a.Scale(overall, a)
		compare(t, a)
	}
}

// compare holds the eigenvalues of the entrywise scaled A'A against the singular values
// of A, both in parts of the largest.
func compare(t *testing.T, a *mat.Dense) {
	t.Helper()
	values, v, ok := SVD(a, true)
	without, _, same := SVD(a, false)
	if !ok || !same {
		t.Fatalf("no singular values of %v", mat.Formatted(a))
	}
	if values[0] < 0x1p-950 {
		return // they are subnormal, or 0
	}
	unit := mat.DenseCopyOf(a)
	_, exponent := math.Frexp(values[0])
	for _, x := range [][]float64{unit.RawMatrix().Data, values, without} {
		shift(x, -exponent)
	}
	var h mat.SymDense
	h.SymOuterK(1, unit.T())
	eigen, ok := Eigenvalues(&h)
	if !ok {
		t.Fatalf("no eigenvalues of %v", mat.Formatted(&h))
	}
	d := len(eigen)
	for k, s := range values {
		if off := math.Abs(eigen[d-1-k] - s*s); off > 1e-14 || math.Abs(s-without[k]) > 1e-14 {
			t.Errorf("eigenvalue %g and singular value %g or %g of %v", eigen[d-1-k], s, without[k], mat.Formatted(a))
		}
	}
	var gram mat.Dense
	gram.Mul(v.T(), v)
	for k := range values {
		if math.Abs(gram.At(k, k)-1) > 1e-14 {
			t.Errorf("a right singular vector has the squared length %g", gram.At(k, k))
		}
	}
	tiny := mat.NewSymDense(d, nil)
	for _, exponent := range []int{-1000, -500, 500, 1000} {
		for i := range d {
			for j := i; j < d; j++ {
				tiny.SetSym(i, j, math.Ldexp(h.At(i, j), exponent))
			}
		}
		moved, ok := Eigenvalues(tiny)
		largest := math.Ldexp(eigen[d-1], exponent)
		if !ok || !(math.Abs(moved[d-1]-largest) <= 1e-14*largest) {
			t.Errorf("2^%d times a matrix has the eigenvalues %v instead of %g", exponent, moved, largest)
		}
	}
}

func TestNotFinite(t *testing.T) {
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if values, ok := Eigenvalues(mat.NewSymDense(1, []float64{v})); ok {
			t.Errorf("%g has the eigenvalues %v", v, values)
		}
		if values, _, ok := SVD(mat.NewDense(1, 2, []float64{1, v}), true); ok {
			t.Errorf("%g has the singular values %v", v, values)
		}
	}
}
