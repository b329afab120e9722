package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
)

// leastSquares are n rows f_i(x) = (a_i.x-b_i)^2/2 with the minimizer at the origin:
// sum_i b_i a_i = 0.
type leastSquares struct {
	a          [][]float64
	b          []float64
	mu, L, max float64 // eigenvalues of the mean of a a', and max |a_i|^2
	sigma2     float64 // mean of |b_i a_i|^2
}

// newLeastSquares has pairs of rows (a, b), (a, -b) on two axes, so that the eigenvalues
// are known.
func newLeastSquares(random *rand.Rand) leastSquares {
	s := leastSquares{mu: math.Inf(1)}
	pairs := 1 + random.IntN(3)
	for axis := range 2 {
		sum := 0.0
		for range pairs {
			length, b := 0.3+random.Float64(), random.NormFloat64()
			for _, sign := range []float64{1, -1} {
				row := []float64{0, 0}
				row[axis] = length
				s.a, s.b = append(s.a, row), append(s.b, sign*b)
			}
			sum += 2 * length * length
			s.max = max(s.max, length*length)
			s.sigma2 += 2 * b * b * length * length
		}
		sum /= float64(4 * pairs)
		s.mu, s.L = min(s.mu, sum), max(s.L, sum)
	}
	s.sigma2 /= float64(4 * pairs)
	return s
}

// run returns |x_T|^2, and F at the uniform average less its minimum.
func (s leastSquares) run(random *rand.Rand, start []float64, steps listed) (square, gap float64) {
	x, sum := append([]float64(nil), start...), []float64{0, 0}
	for _, eta := range steps {
		square = dot(x, x)
		i := random.IntN(len(s.a))
		residual := dot(s.a[i], x) - s.b[i]
		for j := range x {
			sum[j] += x[j] / float64(len(steps))
			x[j] -= eta * residual * s.a[i][j]
		}
	}
	for _, a := range s.a {
		gap += dot(a, sum) * dot(a, sum) / 2 / float64(len(s.a))
	}
	return square, gap
}

// noise returns the least sigma with E r^2 a a' <= sigma^2 E a a'.
func (s leastSquares) noise() float64 {
	most := 0.0
	for axis := range 2 {
		above, below := 0.0, 0.0
		for i, a := range s.a {
			above += s.b[i] * s.b[i] * a[axis] * a[axis]
			below += a[axis] * a[axis]
		}
		most = max(most, above/below)
	}
	return math.Sqrt(most)
}

func TestFiniteSumBoundsHold(t *testing.T) {
	random := rand.New(rand.NewPCG(31, 32))
	closest := map[string]float64{}
	for range 40 {
		s := newLeastSquares(random)
		start := direction(random, 2, 2*random.Float64())
		T := 2 + random.IntN(120)
		switched, same, any := make(listed, T), make(listed, T), make(listed, T)
		gowerSteps(s.max, s.mu).Fill(switched, 1, T)
		size := (0.05 + 0.9*random.Float64()) / (2 * s.max)
		for i := range T {
			same[i], any[i] = size, random.Float64()/(2*s.max)
		}
		for _, steps := range []listed{switched, same, any} {
			var squares, gaps []float64
			for range 200 {
				square, gap := s.run(random, start, steps)
				squares, gaps = append(squares, square), append(gaps, gap)
			}
			in := bound.Input{Steps: steps, Horizon: T, Mu: s.mu, Lmax: s.max, R: norm(start), D: math.Inf(1),
				Params: map[string]float64{"sigma_star": math.Sqrt(s.sigma2), "Rx": math.Sqrt(s.max), "noise": s.noise(), "dimension": 2}}
			for id, values := range map[string][]float64{"gower-constant": squares, "gower-decreasing": squares,
				"gower-any": squares, "sgd-one-step": squares, "bach-moulines": gaps} {
				result := bound.Evaluate(theorem(t, id), in)
				if !result.Applies {
					continue
				}
				mean, se := meanAndError(values)
				if mean-5*se > float64(result.Value)*(1+1e-10) {
					t.Errorf("%s, T = %d: %g, error %g, above %g", id, T, mean, se, result.Value)
				}
				closest[id] = max(closest[id], mean/float64(result.Value))
			}
		}
	}
	for id, least := range map[string]float64{"gower-constant": 0.3, "gower-decreasing": 0.01, "gower-any": 0.3,
		"sgd-one-step": 0.3, "bach-moulines": 0.05} {
		if closest[id] < least {
			t.Errorf("%s: no run comes closer than %g", id, closest[id])
		}
	}
	t.Logf("closest: %v", closest)
}

// TestGowerSwitch: the recursion of the proof stays below the right side if the switch is at
// k < 4 ceil(K), and not if it is at k <= 4 ceil(K).
func TestGowerSwitch(t *testing.T) {
	worst := func(smooth float64, late float64) float64 {
		const mu, sigma2, T = 1, 1, 200
		in := bound.Input{Steps: gowerSteps(smooth, mu), Horizon: T, Mu: mu, Lmax: smooth, R: 1e-6, D: math.Inf(1),
			Params: map[string]float64{"sigma_star": math.Sqrt(sigma2)}}
		square, ratio := in.R*in.R, 0.0
		for k := 0; k+1 < T; k++ {
			eta := 1 / (2 * smooth)
			if n := float64(k); n >= 4*math.Ceil(smooth/mu)+late {
				eta = (2*n + 1) / ((n + 1) * (n + 1) * mu)
			}
			square = (1-mu*eta)*square + 2*eta*eta*sigma2
			if float64(k+1) >= 4*math.Ceil(smooth/mu) {
				terms := theorem(t, "gower-decreasing").Terms(in, []int{k + 2})[0]
				ratio = max(ratio, square/(terms[0]+terms[1]))
			}
		}
		return ratio
	}
	if late := worst(1.001, 1); math.Abs(late-1.1217) > 1e-4 {
		t.Errorf("switch at k <= 4 ceil(K): the recursion is %g of the right side, want 1.1217", late)
	}
	for _, smooth := range []float64{1, 1.001, 1.5, 2, 2.001, 7.3, 20} {
		if r := worst(smooth, 0); r > 1 {
			t.Errorf("K = %g, switch at k < 4 ceil(K): the recursion is %g of the right side", smooth, r)
		}
	}
}
