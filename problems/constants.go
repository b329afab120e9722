package problems

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"regret/problems/domain"
	"regret/problems/linear"
)

// constants computes what theorems ask of a finite sum on a domain; u is the
// comparator.
func constants(m *linear.Model, set domain.Set, start, u []float64) map[string]Constant {
	rows := newRowBounds(m, set)
	gloss := rows.gradient(m, set)
	out := map[string]Constant{
		"n":     {float64(m.Len()), Exact, "number of rows"},
		"d":     {float64(m.Dim()), Exact, "number of parameters"},
		"D":     {set.Diameter(m.Dim()), Exact, "diameter of the domain (" + set.String() + ")"},
		"R":     {distance(start, u), Exact, "|theta_1 - u|, u the certified minimizer"},
		"Gloss": gloss,
		"G":     withL1(gloss, m),
		"sigma": {rows.noise(), Certified,
			"sqrt(mean_i (|a_i| sup|phi'|)^2), as E|g - grad F|^2 <= E|g|^2 and the penalties cancel in g - grad F"},
	}
	curvature(out, m, rows)
	return out
}

// curvature adds L, Lmax and mu.
func curvature(out map[string]Constant, m *linear.Model, rows rowBounds) {
	c := m.Loss.MaxCurvature()
	if math.IsInf(c, 1) {
		kinked := Constant{math.Inf(1), Exact, "the loss has kinks"}
		out["L"], out["Lmax"] = kinked, kinked
		out["mu"] = Constant{m.Ridge, Certified, "ridge"}
		return
	}
	least, largest := spectrum(linear.Densify(m.Rows))
	out["L"] = Constant{c*largest + m.Ridge, Certified, "sup phi'' * lambda_max(A'A/n) + ridge"}
	out["Lmax"] = Constant{c*rows.longest*rows.longest + m.Ridge, Certified, "sup phi'' * max|a_i|^2 + ridge"}
	out["mu"] = Constant{m.Ridge, Certified, "ridge"}
	if _, quadratic := m.Loss.(linear.Squared); quadratic {
		out["L"] = Constant{largest + m.Ridge, Exact, "lambda_max(A'A/n) + ridge"}
		out["Lmax"] = Constant{rows.longest*rows.longest + m.Ridge, Exact, "max|a_i|^2 + ridge"}
		out["mu"] = Constant{least + m.Ridge, Exact, "lambda_min(A'A/n) + ridge"}
	}
	if m.L1 > 0 {
		kinked := Constant{math.Inf(1), Exact, "the term l1 |theta|_1 has kinks"}
		out["L"], out["Lmax"] = kinked, kinked
	}
}

// spectrum returns the extreme eigenvalues of A'A/n. A least eigenvalue within
// rounding of 0 is returned as 0, which is on the safe side. They are found from
// the smaller of A'A and AA', which share those that are not 0.
func spectrum(a *linear.Dense) (least, largest float64) {
	var smaller mat.Matrix = mat.NewDense(a.N, a.D, a.Data)
	if a.D <= a.N {
		smaller = smaller.T()
	}
	var gram mat.SymDense
	gram.SymOuterK(1/float64(a.N), smaller)
	var eigen mat.EigenSym
	if !eigen.Factorize(&gram, false) {
		panic("problems: the eigenvalues of A'A/n were not found")
	}
	values := eigen.Values(nil)
	least, largest = values[0], values[len(values)-1]
	const rounding = 0x1p-50
	if a.N < a.D || least <= rounding*float64(a.D)*largest {
		least = 0
	}
	return least, largest
}

func distance(x, y []float64) float64 {
	var sum linear.Sum
	for j := range x {
		sum.Add((x[j] - y[j]) * (x[j] - y[j]))
	}
	return math.Sqrt(sum.Value())
}
