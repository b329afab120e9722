package linear

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// TestLogOnePlus compares with the series 2 artanh(e/(2+e)) in 200-bit arithmetic.
func TestLogOnePlus(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		e := math.Exp(-40 * random.Float64() * random.Float64())
		if got, want := logOnePlus(e), preciseLogOnePlus(e); math.Abs(got-want) > 5e-16*want {
			t.Fatalf("log(1+%v) = %v, want %v", e, got, want)
		}
	}
	for _, e := range []float64{0, 0x1p-1022, 1} {
		if got, want := logOnePlus(e), math.Log1p(e); math.Abs(got-want) > 3e-16*want {
			t.Errorf("log(1+%v) = %v, want %v", e, got, want)
		}
	}
	if !math.IsNaN(logOnePlus(math.NaN())) {
		t.Error("log(1+NaN) is a number")
	}
}

func preciseLogOnePlus(e float64) float64 {
	const bits = 200
	number := func(x float64) *big.Float { return new(big.Float).SetPrec(bits).SetFloat64(x) }
	x := number(0).Quo(number(e), number(0).Add(number(2), number(e)))
	square := number(0).Mul(x, x)
	sum, power := number(0), x
	for k := range 70 {
		sum.Add(sum, number(0).Quo(power, number(float64(2*k+1))))
		power = number(0).Mul(power, square)
	}
	twice, _ := sum.Mul(sum, number(2)).Float64()
	return twice
}
