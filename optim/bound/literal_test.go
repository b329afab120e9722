package bound_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"regret/optim/bound"
	"regret/optim/boundtest"
)

// TestLiteralFormulas evaluates the statements word by word where runs stay too far below
// the bound to notice a wrong constant.
func TestLiteralFormulas(t *testing.T) {
	random := rand.New(rand.NewPCG(71, 72))
	const T, R, L, Lmax, mu, sigma, s2 = 30, 1.3, 2.0, 3.0, 0.4, 0.7, 0.9
	any := make(listed, T)
	for i := range any {
		any[i] = random.Float64() * 0.99 / (2 * Lmax)
	}
	long := times(any, 8) // up to 1.3, beyond 2/L
	in := bound.Input{Horizon: T, R: R, L: L, Lmax: Lmax, Mu: mu, Sigma: sigma, G: 1.2, D: math.Inf(1),
		Params: map[string]float64{"sigma_star": math.Sqrt(s2), "gap1": 0.8, "M": 0.3, "descent": 0.9, "MG": 1.1, "wealth": 0.6,
			"dimension": 3, "Dinf": 2, "Ginf": 0.8, "mu-rows": 0.2}}
	sum, noise := 0.0, 0.0
	for _, eta := range any[:T-1] {
		sum += eta
		noise += eta * eta / (1 - L*eta)
	}
	gower, contraction, step := R*R, R*R, R*R
	for i := range T - 1 {
		gower = (1-mu*any[i])*gower + 2*any[i]*any[i]*s2
		rate := max(math.Abs(1-long[i]*mu), math.Abs(1-long[i]*L))
		contraction = rate*rate*contraction + long[i]*long[i]*sigma*sigma
		root := math.Sqrt(math.Pow(1-long[i]*(Lmax+0.2)/2, 2)*step + long[i]*long[i]*s2)
		step = math.Pow(long[i]*(Lmax-0.2)/2*math.Sqrt(step)+root, 2)
	}
	shifted := boundtest.Shape(func(t, _ float64) float64 { return 6 / (20 + t) })
	nu := max(36*L*0.3/(2*(6*mu*0.9-1)), 21*0.8)
	tiny := any[0]
	root := math.Sqrt(float64(T) * math.Log(1+24*T*T*R*R/0.36))
	for _, c := range []struct {
		id    string
		steps bound.Steps
		want  float64
	}{
		{"smooth-projected-average", any, (R*R + sigma*sigma*noise) / (2 * sum)},
		{"gower-any", any, gower},
		{"gower-constant", constant(tiny), math.Pow(1-tiny*mu, T-1)*R*R + 2*tiny*s2/mu},
		{"smooth-distance", long, contraction},
		{"sgd-one-step", long, step},
		{"bottou-curtis-nocedal-decreasing", shifted, nu / (20 + T)},
		{"coin-betting-regret", nil, 1.2 * (R*root + 0.6*(1-1/(math.E*math.Sqrt(math.Pi*T)))) / T},
		{"amsgrad", inverseSqrt, amsgradSide(T, 1.2)},
		{"adagrad-diagonal", nil, math.Sqrt2 * 2 * math.Sqrt(3*T*1.44) / T},
		{"strongly-convex-weighted-t", boundtest.Shape(func(t, _ float64) float64 { return 2 / (mu * (t + 1)) }), 2 * 1.44 / (mu * (T + 1))},
		{"strongly-convex-last-shamir-zhang", boundtest.Shape(func(t, _ float64) float64 { return 1 / (mu * t) }), 17 * 1.44 * (1 + math.Log(T)) / (mu * T)},
		{"strongly-convex-distance-rakhlin", boundtest.Shape(func(t, _ float64) float64 { return 1 / (mu * t) }), 4 * 1.44 / (mu * mu * T)},
		{"polyak-smooth", nil, 2 * L * R * R / T},
	} {
		in.Steps = c.steps
		if got := value(t, c.id, in); !near(got, c.want, 1e-12) {
			t.Errorf("%s: %.15g, want %.15g", c.id, got, c.want)
		}
	}
	in.Steps, in.Params["gap1"] = shifted, 0
	if got, want := value(t, "bottou-curtis-nocedal-decreasing", in), 36*L*0.3/(2*(6*mu*0.9-1))/(20+T); !near(got, want, 1e-12) {
		t.Errorf("bottou-curtis-nocedal-decreasing: %.15g, want %.15g", got, want)
	}
}

// amsgradSide is the right side of the published theorem for eta_t = 1/sqrt(t), beta1 = 0.9,
// beta2 = 0.999, beta_{1t} = 0.9 0.99^{t-1}, d = 3, D = 2, Ginf = 0.8, per step.
func amsgradSide(T int, G float64) float64 {
	first, n := 0.1, float64(T)
	momentum := 0.0
	for k := 1; k <= T; k++ {
		momentum += 3 * 0.9 * math.Pow(0.99, float64(k-1)) * 0.8 * math.Sqrt(float64(k))
	}
	gradients := math.Sqrt(3 * n * G * G)
	return (4*math.Sqrt(n)/first*3*0.8 + 4/(2*first)*momentum +
		math.Sqrt(1+math.Log(n))/(first*first*(1-0.9/math.Sqrt(0.999))*math.Sqrt(0.001))*gradients) / n
}
