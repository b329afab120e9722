package bound

import (
	"fmt"
	"math"
)

// HarveyConvex returns the function of Harvey, Liaw, Plan and Randhawa on which the
// last iterate of eta_t = 1/sqrt(t) is off by a logarithm. (E5 of the catalogue of
// bounds.) On the unit ball in R^N, N = T-1 the number of steps, from x_1 = 0,
//
//	f(x) = max_{i<=T} <h_i,x>,  h_i = a_1 e_1 + ... + a_{i-1} e_{i-1} - b_i e_i,
//
// with a_j = 1/(8(N-j+1)), b_j = sqrt(j)/(2 sqrt(N)) and no last term for i = T. Piece t
// answers at step t, and f(x_T) - f(0) >= ln(N)/(32 sqrt(N)). All subgradients have
// norms up to 1. The start is itself a minimizer: the mean of the pieces with the
// weights l_T > 0 and b_j l_j = a_j (l_{j+1}+...+l_T) is 0, so that f >= 0. The constants
// are from memory, and verified by simulation.
func HarveyConvex(T int) (Instance, error) {
	n := float64(T - 1)
	f, err := harveyPieces(T, func(j float64) (a, b float64) {
		return 1 / (8 * (n - j + 1)), math.Sqrt(j) / (2 * math.Sqrt(n))
	})
	if err != nil {
		return Instance{}, err
	}
	instance := newInstance(f, make([]float64, T-1), make([]float64, T-1))
	instance.D, instance.G = 2, 1
	return instance, nil
}

// HarveyStronglyConvex returns their function for eta_t = 1/t (E5),
//
//	f(x) = max_{i<=T} <h_i,x> + |x|^2/2,  a_j = 1/(2(N+1-j)), b_j = 1,
//
// on the unit ball, with mu = 1 and f(x_T) - f(0) >= ln(N)/(4N). Here too 0 is the
// minimizer.
func HarveyStronglyConvex(T int) (Instance, error) {
	n := float64(T - 1)
	f, err := harveyPieces(T, func(j float64) (a, b float64) { return 1 / (2 * (n + 1 - j)), 1 })
	if err != nil {
		return Instance{}, err
	}
	f.Ridge = 1
	instance := newInstance(f, make([]float64, T-1), make([]float64, T-1))
	instance.D, instance.Mu = 2, 1
	instance.G = 1 + math.Sqrt(1+math.Pi*math.Pi/24) // |x| + |h_i|, sum 1/j^2 < pi^2/6
	return instance, nil
}

func harveyPieces(T int, coefficients func(j float64) (a, b float64)) (*Staircase, error) {
	switch {
	case T < 2:
		return nil, fmt.Errorf("the instance needs a step: the horizon T = %d is below 2", T)
	case T > maxPieces:
		return nil, errPieces
	}
	f := newStaircase(T, T-1)
	for j := range T - 1 {
		a, b := coefficients(float64(j + 1))
		f.Own[j], f.Shared[j] = -b, a
	}
	return f, nil
}
