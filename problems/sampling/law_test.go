package sampling_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/linear"
	"regret/problems/optimum"
	"regret/problems/sampling"
)

// step is f_t and its gradient at theta for the rows of one batch.
func step(law *sampling.Law, p *problems.Problem, theta []float64, batch []int32) (loss float64, g []float64) {
	g, row := make([]float64, len(theta)), make([]float64, len(theta))
	for _, i := range batch {
		w := 1 / float64(len(batch))
		if law.Weights != nil {
			w *= law.Weights[i]
		}
		loss += w * p.Objective.Subgradient(row, theta, int(i))
		for j := range g {
			g[j] += w * row[j]
		}
	}
	return loss, g
}

// Samplings whose steps are independent have F and its gradient as means: within five
// standard errors of 20,000 steps.
func TestIndependentSamplingsAreUnbiased(t *testing.T) {
	const steps = 20_000
	theta := []float64{0.7, -1.1}
	for _, loss := range []linear.Loss{linear.Squared{}, linear.Absolute{}} {
		p := lengths(t, loss, 0.1)
		truth := make([]float64, 2)
		truth = append(truth, p.Objective.FullSubgradient(truth, theta))
		for _, s := range independent(loss) {
			law := of(t, s, p)
			var sum, squares [3]float64
			for batch := range slices.Chunk(draw(law, 3, steps*law.Batch), law.Batch) {
				f, g := step(law, p, theta, batch)
				for j, v := range append(g, f) {
					sum[j] += v
					squares[j] += v * v
				}
			}
			for j, want := range truth {
				mean := sum[j] / steps
				se := math.Sqrt((squares[j]/steps - mean*mean) / steps)
				if math.Abs(mean-want) > 5*se {
					t.Errorf("%s: mean %v of component %d, want %v, standard error %v", name(s), mean, j, want, se)
				}
			}
		}
	}
}

// F has no noise, and the smoothness of its rows is its own.
func TestFullHasTheConstantsOfF(t *testing.T) {
	p := lengths(t, linear.Squared{}, 0.1)
	law := of(t, sampling.Full{}, p)
	for name, want := range map[string]float64{"sigma": 0, "sigma_star": 0, "Lmax": p.Constants["L"].Value, "Lexp": p.Constants["L"].Value, "G": p.Constants["G"].Value} {
		if got, known := law.Constants[name]; !known || got.Value != want {
			t.Errorf("%s is %v, want %v", name, got.Value, want)
		}
	}
	if law.Plain() || p.Constants["sigma"].Value == 0 || p.Constants["Lmax"].Value == law.Constants["Lmax"].Value {
		t.Error("the problem's own constants")
	}
}

// independent lists the samplings whose steps are independent.
func independent(loss linear.Loss) []sampling.Sampling {
	all := []sampling.Sampling{
		sampling.IID{}, sampling.MiniBatch{Size: 2, Replacement: true}, sampling.MiniBatch{Size: 2},
		sampling.MiniBatch{Size: 6}, sampling.Importance{By: "gradient"}, sampling.Importance{By: "gradient", Mix: 0.3},
	}
	if !math.IsInf(loss.MaxCurvature(), 1) {
		all = append(all, sampling.Importance{By: "smoothness"})
	}
	return all
}

// No batch that can be drawn has a gradient beyond G, and the noise at no point is
// beyond sigma; on a grid of the domain, over all batches. Lmax bounds the change of
// the gradients.
func TestConstantsOfTheLawsCannotBeBeaten(t *testing.T) {
	for _, loss := range []linear.Loss{linear.Squared{}, linear.Absolute{}} {
		for _, ridge := range []float64{0, 0.3} {
			p := lengths(t, loss, ridge)
			for _, s := range independent(loss) {
				law := of(t, s, p)
				G, sigma, Lmax := seen(law, p, s)
				for constant, worst := range map[string]float64{"G": G, "sigma": sigma, "Lmax": Lmax} {
					if c := law.Constants[constant]; worst > c.Value+1e-12*G { // the rounding of gradients
						t.Errorf("%s, %T, ridge %g: %s = %v, but seen is %v", name(s), loss, ridge, constant, c.Value, worst)
					}
				}
				if c := law.Constants["G"]; G < c.Value*0.9 && law.Batch == 1 {
					t.Errorf("%s, %T, ridge %g: G = %v, but only %v was seen", name(s), loss, ridge, c.Value, G)
				}
			}
		}
	}
}

// seen searches the ball of radius 2 for the largest gradient, noise and curvature.
func seen(law *sampling.Law, p *problems.Problem, s sampling.Sampling) (G, sigma, Lmax float64) {
	var before [][]float64
	for i := range 400 {
		r, angle := 2*min(1, float64(i%8)/6), float64(i)*2*math.Pi/400
		theta := []float64{r * math.Cos(angle), r * math.Sin(angle)}
		truth := make([]float64, 2)
		p.Objective.FullSubgradient(truth, theta)
		var noise float64
		var gradients [][]float64
		for batch, chance := range batches(law, s, p.Objective.Len()) {
			_, g := step(law, p, theta, batch)
			gradients = append(gradients, g)
			G = max(G, math.Hypot(g[0], g[1]))
			noise += chance * (math.Pow(g[0]-truth[0], 2) + math.Pow(g[1]-truth[1], 2))
		}
		sigma = max(sigma, math.Sqrt(noise))
		for b := range before {
			moved := math.Hypot(theta[0]-previous(i)[0], theta[1]-previous(i)[1])
			Lmax = max(Lmax, math.Hypot(gradients[b][0]-before[b][0], gradients[b][1]-before[b][1])/moved)
		}
		before = gradients
	}
	return G, sigma, Lmax
}

// previous is the point that the search of seen visits before point i.
func previous(i int) []float64 {
	r, angle := 2*min(1, float64((i-1)%8)/6), float64(i-1)*2*math.Pi/400
	return []float64{r * math.Cos(angle), r * math.Sin(angle)}
}

// batches yields every batch that can be drawn with its probability.
func batches(law *sampling.Law, s sampling.Sampling, n int) func(yield func([]int32, float64) bool) {
	m, batched := s.(sampling.MiniBatch)
	return func(yield func([]int32, float64) bool) {
		p := chances(law, n)
		switch {
		case !batched:
			for i := range n {
				if !yield([]int32{int32(i)}, p[i]) {
					return
				}
			}
		case m.Size == n && !m.Replacement:
			all := make([]int32, n)
			for i := range all {
				all[i] = int32(i)
			}
			yield(all, 1)
		default: // of two
			count := float64(n * n)
			if !m.Replacement {
				count = float64(n * (n - 1))
			}
			for i := range n {
				for j := range n {
					if (i != j || m.Replacement) && !yield([]int32{int32(i), int32(j)}, 1/count) {
						return
					}
				}
			}
		}
	}
}

// The noise of batches is the rows' own times the factor that is claimed, exactly.
func TestNoiseOfBatchesIsExact(t *testing.T) {
	p := lengths(t, linear.Squared{}, 0)
	noise := func(s sampling.Sampling) float64 {
		law, theta, truth := of(t, s, p), []float64{0.7, -1.1}, make([]float64, 2)
		p.Objective.FullSubgradient(truth, theta)
		var sum float64
		for batch, chance := range batches(law, s, 6) {
			_, g := step(law, p, theta, batch)
			sum += chance * (math.Pow(g[0]-truth[0], 2) + math.Pow(g[1]-truth[1], 2))
		}
		return math.Sqrt(sum)
	}
	for _, s := range independent(linear.Squared{})[1:4] {
		want := noise(sampling.IID{}) * of(t, s, p).Constants["sigma"].Value / p.Constants["sigma"].Value
		if got := noise(s); math.Abs(got-want) > 1e-12*noise(sampling.IID{}) {
			t.Errorf("%s: noise %v, want %v", name(s), got, want)
		}
	}
}

// sigma_star is the noise at the optimum, over all batches, and no point of the domain
// has gradients that differ by more from those there than Lexp allows.
func TestTheOptimumUnderEveryLaw(t *testing.T) {
	for _, ridge := range []float64{0, 0.3} {
		p := lengths(t, linear.Squared{}, ridge)
		u, truth := p.Optimum.Theta, make([]float64, 2)
		p.Objective.FullSubgradient(truth, u)
		for _, s := range independent(linear.Squared{}) {
			law := of(t, s, p)
			var noise float64
			for batch, chance := range batches(law, s, 6) {
				_, g := step(law, p, u, batch)
				noise += chance * (math.Pow(g[0]-truth[0], 2) + math.Pow(g[1]-truth[1], 2))
			}
			if c := law.Constants["sigma_star"]; math.Abs(c.Value-math.Sqrt(noise)) > 1e-9 {
				t.Errorf("%s, ridge %g: sigma_star = %v, but the noise is %v", name(s), ridge, c.Value, math.Sqrt(noise))
			}
			Lexp := law.Constants["Lexp"].Value
			if worst := worstDifference(law, p, s); worst > Lexp*(1+1e-9) || worst < 0.3*Lexp || Lexp > law.Constants["Lmax"].Value {
				t.Errorf("%s, ridge %g: Lexp = %v, but seen is %v", name(s), ridge, Lexp, worst)
			}
		}
	}
}

// worstDifference searches for the largest E|g(x)-g(u)|^2/(2 (F(x)-F(u))).
func worstDifference(law *sampling.Law, p *problems.Problem, s sampling.Sampling) float64 {
	u, worst := p.Optimum.Theta, 0.0
	for i := range 200 {
		angle := float64(i) * 2 * math.Pi / 200
		theta := []float64{2 * math.Cos(angle), 2 * math.Sin(angle)}
		var square float64
		for batch, chance := range batches(law, s, 6) {
			_, g := step(law, p, theta, batch)
			_, at := step(law, p, u, batch)
			square += chance * (math.Pow(g[0]-at[0], 2) + math.Pow(g[1]-at[1], 2))
		}
		worst = max(worst, square/(2*(p.Objective.Value(theta)-p.Objective.Value(u))))
	}
	return worst
}

// By hand: gradient bounds 1 and 3 give the probabilities 1/4 and 3/4, the weights 2
// and 2/3, and with them the bound of every gradient is the mean, 2. Smoothness 1 and
// 9 gives 1/10 and 9/10, and Lmax = 5, the mean.
func TestImportanceByHand(t *testing.T) {
	p := &problems.Problem{
		Objective: &linear.Model{Rows: &linear.Dense{N: 2, D: 1, Data: []float64{1, 3}}, Y: []float64{0, 0}, Loss: linear.Squared{}},
		Rows: func() problems.RowConstants {
			return problems.RowConstants{Gradient: []float64{1, 3}, Smoothness: []float64{1, 9}}
		},
		Constants: map[string]problems.Constant{"mu": {Value: 0.5}, "sigma_star": {Value: 7}, "noise": {Value: 7}},
		Optimum:   optimum.Certificate{Theta: []float64{0.5}}, // with the gradients 0.5 and 4.5
	}
	for _, c := range []struct {
		s                sampling.Importance
		weights          []float64
		G, Lmax, squares float64
	}{
		{sampling.Importance{By: "gradient"}, []float64{2, 2. / 3}, 2, 6, (2*1 + 2./3*9) / 2},
		{sampling.Importance{By: "smoothness"}, []float64{5, 5. / 9}, 5, 5, (5*1 + 5./9*9) / 2},
		{sampling.Importance{By: "gradient", Mix: 1}, []float64{1, 1}, 3, 9, 5},
	} {
		law := of(t, c.s, p)
		for i, w := range c.weights {
			if math.Abs(law.Weights[i]-w) > 1e-15 {
				t.Errorf("%+v: weights %v, want %v", c.s, law.Weights, c.weights)
			}
		}
		for constant, want := range map[string]float64{"G": c.G, "Lmax": c.Lmax, "Lexp": c.Lmax, "sigma": math.Sqrt(c.squares), "mu": 0.5,
			"sigma_star": math.Sqrt((c.weights[0]*0.25+c.weights[1]*20.25)/2 - 2.5*2.5)} {
			if got := law.Constants[constant].Value; math.Abs(got-want) > 1e-14 {
				t.Errorf("%+v: %s = %v, want %v", c.s, constant, got, want)
			}
		}
		if _, known := law.Constants["noise"]; known || !strings.Contains(law.Constants["G"].Formula, "w_i") {
			t.Errorf("%+v: constants %v", c.s, law.Constants)
		}
	}
}
