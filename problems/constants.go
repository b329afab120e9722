package problems

import (
	"math"

	"regret/problems/domain"
	"regret/problems/linear"
)

// constants computes what theorems ask of a finite sum on a domain; u is the
// comparator.
func constants(m *linear.Model, set domain.Set, start, u []float64) map[string]Constant {
	rows := newRowBounds(m, set)
	gloss := rows.gradient(m, set)
	out := map[string]Constant{
		"n":          {float64(m.Len()), Exact, "number of rows"},
		"d":          {float64(m.Dim()), Exact, "number of parameters"},
		"D":          diameter(set, m.Dim()),
		"R":          startDistance(start, u),
		"Gloss":      gloss,
		"G":          withL1(gloss, m),
		"sigma":      rows.noise(m),
		"sigma_star": {noiseAt(m, u), Exact, "sqrt(mean_i |grad f_i(u)|^2 - |grad F(u)|^2), u the certified minimizer"},
	}
	c := &curvatures{model: m, set: set, rows: rows}
	out["L"], out["Lmax"], out["mu"] = c.smoothness(), c.largest(), c.strongConvexity()
	out["Lexp"] = expectedSmoothness(out["Lmax"])
	return out
}

// expectedSmoothness is a constant Lexp with
//
//	E|grad f_i(x) - grad f_i(u)|^2 <= 2 Lexp [F(x) - F(u)]   for all x of the domain,
//
// i drawn uniformly and u the minimizer (Gower and others, SGD: general analysis and
// improved rates, ICML 2019). It is Lmax, as |grad f_i(x) - grad f_i(u)|^2 <=
// 2 L_i [f_i(x) - f_i(u) - <grad f_i(u), x-u>], and <grad F(u), x-u> >= 0.
func expectedSmoothness(largest Constant) Constant {
	return Constant{largest.Value, Certified, "Lmax, for rows drawn uniformly, one at a time"}
}

// origin is theta_1 where nothing else is asked for: the projection of 0.
func origin(set domain.Set, d int) []float64 {
	start := make([]float64, d)
	set.Project(start)
	return start
}

// diameter is D.
func diameter(set domain.Set, d int) Constant {
	return Constant{set.Diameter(d), Exact, "diameter of the domain (" + set.String() + ")"}
}

// startDistance is R.
func startDistance(start, u []float64) Constant {
	return Constant{distance(start, u), Exact, "|theta_1 - u|, u the certified minimizer"}
}

func distance(x, y []float64) float64 {
	var sum linear.Sum
	for j := range x {
		sum.Add((x[j] - y[j]) * (x[j] - y[j]))
	}
	return math.Sqrt(sum.Value())
}
