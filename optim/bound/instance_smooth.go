package bound

import (
	"fmt"
	"math"
)

// HuberSlope returns the function on which gradient descent with steps up to 1/L is
// slowest (E7 of the catalogue of bounds): for delta = R/(2L (eta_1+...+eta_{T-1}) + 1),
//
//	f(x) = (L/2) x^2 for |x| <= delta,  L delta |x| - L delta^2/2 beyond,
//
// from x_1 = R. No step leaves the straight part, and x_T, after T-1 steps, has the gap
// L R^2/(2(2L sum eta_t + 1)).
func HuberSlope(steps Steps, T int, L, R float64) (Instance, error) {
	if err := valid(T, constant{"L", L}, constant{"R", R}); err != nil {
		return Instance{}, err
	}
	in := Input{Steps: steps, Horizon: T}
	if err := everyStep(in, legal); err != nil {
		return Instance{}, err
	}
	sum := 0.0
	for t, eta := range backward(in, 1, T-1) {
		if eta > (1+rounding)/L {
			return Instance{}, fmt.Errorf("the instance needs steps up to 1/L = %g: eta_%d = %g", 1/L, t, eta)
		}
		sum += eta
	}
	delta := R / (2*L*sum + 1)
	instance := newInstance(onLine(T, func(x float64) (value, slope float64) {
		if math.Abs(x) <= delta {
			return L / 2 * x * x, L * x
		}
		return L*delta*math.Abs(x) - L*delta*delta/2, math.Copysign(L*delta, x)
	}), []float64{R}, []float64{0})
	instance.L, instance.G = L, L*delta
	return instance, nil
}

// Parabola returns f(x) = (L/2) x^2 from x_1 = R (E7): the worst case of gradient descent
// with longer steps, whose gap is (L R^2/2) (1-L eta)^{2N} after N constant steps.
func Parabola(T int, L, R float64) (Instance, error) {
	if err := valid(T, constant{"L", L}, constant{"R", R}); err != nil {
		return Instance{}, err
	}
	instance := newInstance(onLine(T, func(x float64) (value, slope float64) { return L / 2 * x * x, L * x }),
		[]float64{R}, []float64{0})
	instance.L = L
	return instance, nil
}

// NesterovChain returns Nesterov's quadratic (E8 of the catalogue of bounds), hard for
// every method that moves in the span of the gradients it has seen: with N = T-1
// steps, k = 2N+1 and x_1 = 0,
//
//	f(x) = (L/4) [x.Ax/2 - x_1],  A = tridiag(-1, 2, -1) in R^k,
//
// has L as smoothness, is least at x_i = 1-i/(k+1), where it is -(L/8) k/(k+1), and
// leaves the gap f(x_T)-f* >= 3LR^2/(32(N+1)^2).
func NesterovChain(T int, L float64) (Instance, error) {
	if err := valid(T, constant{"L", L}); err != nil {
		return Instance{}, err
	}
	if T > maxPieces {
		return Instance{}, errPieces
	}
	k := 2*(T-1) + 1
	comparator := make([]float64, k)
	for i := range comparator {
		comparator[i] = 1 - float64(i+1)/float64(k+1)
	}
	instance := newInstance(&steady{dim: k, T: T, eval: func(dst, x []float64) float64 { return chain(dst, x, L) }},
		make([]float64, k), comparator)
	instance.L = L
	return instance, nil
}

// chain returns (L/4) [x.Ax/2 - x_1] and writes its gradient.
func chain(dst, x []float64, L float64) float64 {
	product := 0.0
	for i, v := range x {
		ax := 2 * v
		if i > 0 {
			ax -= x[i-1]
		}
		if i < len(x)-1 {
			ax -= x[i+1]
		}
		product += v * ax
		if dst != nil {
			dst[i] = L / 4 * ax
		}
	}
	if dst != nil {
		dst[0] -= L / 4
	}
	return L / 4 * (product/2 - x[0])
}
