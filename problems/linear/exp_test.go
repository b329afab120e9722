package linear

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// bigExp sums the Taylor series of e^(x/2^12) in 200 bits and squares twelve times.
func bigExp(x float64) *big.Float {
	const bits = 200
	number := func(v float64) *big.Float { return new(big.Float).SetPrec(bits).SetFloat64(v) }
	small := number(x / 4096) // exact: a power of two
	sum, term := number(1), number(1)
	for n := 1.0; n < 60; n++ {
		term.Mul(term, small).Quo(term, number(n))
		sum.Add(sum, term)
	}
	for range 12 {
		sum.Mul(sum, sum)
	}
	return sum
}

func TestExpAgainstHighPrecision(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	inputs := []float64{0, 1, -1, 0.5, -0.5, 1e-300, -1e-17, 709.78, -708.3, math.Ln2 / 2, -math.Ln2 / 2}
	for range 3000 {
		inputs = append(inputs, random.Float64()*1416-707, random.NormFloat64())
	}
	for _, x := range inputs {
		want := bigExp(x)
		difference := new(big.Float).Sub(new(big.Float).SetFloat64(Exp(x)), want)
		relative, _ := difference.Quo(difference, want).Float64()
		if math.Abs(relative) > 5e-16 {
			t.Errorf("Exp(%v) is off by %.2g", x, relative)
		}
	}
}

func TestExpAtTheEnds(t *testing.T) {
	for _, c := range []struct{ x, want float64 }{
		{math.Inf(1), math.Inf(1)}, {710, math.Inf(1)}, {math.Inf(-1), 0}, {-746, 0}, {0, 1},
	} {
		if got := Exp(c.x); got != c.want {
			t.Errorf("Exp(%v) = %v, want %v", c.x, got, c.want)
		}
	}
	if got := Exp(math.NaN()); !math.IsNaN(got) {
		t.Errorf("Exp(NaN) = %v", got)
	}
	// Subnormal results keep what digits there are.
	for _, x := range []float64{-709, -720, -740, -745} {
		if got, want := Exp(x), math.Exp(x); math.Abs(got-want) > 0x1p-1074+4e-16*want {
			t.Errorf("Exp(%v) = %v, math.Exp gives %v", x, got, want)
		}
	}
}

func BenchmarkExp(b *testing.B) {
	x := -0.7
	for b.Loop() {
		x = -Exp(x)
	}
}
