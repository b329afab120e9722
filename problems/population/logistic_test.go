package population

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// The risk by another route: E log(1+e^z) - E z s(w), where E[z | w] =
// w cov(z, w)/v0, by Gauss's rule.
func TestLogisticRiskAgreesWithGaussLegendre(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, signal := range []float64{0.1, 1, 8} {
		f := features(4)
		f.Signal = signal
		l := NewLogistic(NewGaussian(f), 0)
		for _, size := range []float64{0.01, 1, 30} {
			theta := make([]float64, 4)
			for j := range theta {
				theta[j] = size * random.NormFloat64()
			}
			v, cross := l.products(theta)
			want := legendre(math.Sqrt(v), func(z float64) float64 { return z/2 + math.Log1p(math.Exp(-z)) }) -
				cross/(signal*signal)*legendre(signal, func(w float64) float64 { return w * (sigmoid(w) - 0.5) })
			if got := l.Value(theta); math.Abs(got-want) > 1e-13*(1+math.Abs(cross)) {
				t.Errorf("signal %g, size %g: F is %.16g, want %.16g", signal, size, got, want)
			}
		}
	}
}

// The gradient is 0 at theta0 to the last bit, and F grows in every direction.
func TestLogisticMinimum(t *testing.T) {
	l := NewLogistic(NewGaussian(features(4)), 0)
	g := make([]float64, 4)
	value := l.FullSubgradient(g, l.Truth)
	for j, x := range g {
		if x != 0 {
			t.Errorf("coordinate %d of the gradient is %g", j, x)
		}
		theta := append([]float64(nil), l.Truth...)
		for _, step := range []float64{1e-3, -1e-3} {
			theta[j] = l.Truth[j] + step
			if l.Value(theta) <= value {
				t.Errorf("F falls along coordinate %d", j)
			}
		}
	}
	if bound := l.ValueError(l.Truth); !(bound > 0) || bound > 1e-14 {
		t.Errorf("the error of F is bounded by %g", bound)
	}
}

// The least eigenvalue of the Hessian, from differences of gradients, is never
// below the claim, and near it at the border where theta is along the least axis.
func TestLogisticCurvature(t *testing.T) {
	l := NewLogistic(NewGaussian(features(3)), 0)
	least := func(theta []float64) float64 {
		const h = 1e-5
		hessian := mat.NewSymDense(3, nil)
		up, down := make([]float64, 3), make([]float64, 3)
		for k := range theta {
			x := append([]float64(nil), theta...)
			x[k] += h
			l.FullSubgradient(up, x)
			x[k] -= 2 * h
			l.FullSubgradient(down, x)
			for j := range k + 1 {
				hessian.SetSym(j, k, (up[j]-down[j])/(2*h))
			}
		}
		var eigen mat.EigenSym
		eigen.Factorize(hessian, false)
		return eigen.Values(nil)[0]
	}
	random := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		theta := []float64{3 * random.NormFloat64(), 3 * random.NormFloat64(), 3 * random.NormFloat64()}
		v, _ := l.products(theta)
		if got, claim := least(theta), l.LeastCurvature(v); got < claim*(1-1e-6)-1e-10 {
			t.Errorf("at %v the least eigenvalue is %g, claimed %g", theta, got, claim)
		}
	}
	theta := []float64{0, 0, 2}
	v, _ := l.products(theta)
	if got, claim := least(theta), l.LeastCurvature(v); math.Abs(got-claim) > 1e-6*claim {
		t.Errorf("along the least axis the least eigenvalue is %g, claimed %g", got, claim)
	}
}
