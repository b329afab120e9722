// Package population holds distributions of samples whose risk F is known: one
// fresh sample a step, none ever used again, and yet F, its gradient and its
// minimizer without any error of sampling.
package population

import (
	"errors"
	"fmt"
	"math"

	"regret/problems/linear"
)

// Features are Gaussian, a ~ N(0, H) with a diagonal H, and the truth theta0
// behind the targets is fixed:
//
//	h_j      = j^-Capacity Condition^(-(j-1)/(d-1))
//	theta0_j = c j^(-1/2) h_j^(Source-1/2),   c > 0 such that theta0'H theta0 = Signal^2
//
// A diagonal H is no restriction: the distribution, and SGD on the whole space or
// a ball, turn with the axes. Capacity is the exponent of the capacity condition
// tr H^(1/Capacity) < infinity, up to a logarithm; Source is the exponent r of the
// source condition sum_j h_j^(1-2r) theta0_j^2 < infinity, of which the sum here
// is that of 1/j. Source: Dieuleveut and Bach (2016), assumptions A3 and A4, Ann.
// Statist. 44(4).
type Features struct {
	Dim       int     `param:"dim" doc:"number of features d" range:"[1,10000]"`
	Capacity  float64 `param:"capacity" doc:"capacity exponent: the variance of feature j falls like j^-capacity" range:"[0,20]" default:"0"`
	Condition float64 `param:"condition" doc:"a further factor on the variances, geometric from 1 to 1/condition" range:"[1,1e12]" default:"1"`
	Source    float64 `param:"source" doc:"source exponent r: the larger, the more of the truth lies along features of large variance; 1/2 is the border of a truth of finite norm as d grows" range:"[0,10]" default:"0.5"`
	Signal    float64 `param:"signal" doc:"standard deviation of a.theta0" range:"(0,inf)" default:"1"`
}

// leastVariance keeps all that is derived from the variances far from underflow.
const leastVariance = 1e-60

// Validate checks the ranges, and that no variance is below 1e-60.
func (f Features) Validate() error {
	switch {
	case f.Dim < 1 || f.Dim > 10_000:
		return errors.New("dim must be from 1 to 10000")
	case !(f.Capacity >= 0 && f.Capacity <= 20):
		return errors.New("capacity must lie between 0 and 20")
	case !(f.Condition >= 1 && f.Condition <= 1e12):
		return errors.New("condition must lie between 1 and 1e12")
	case !(f.Source >= 0 && f.Source <= 10):
		return errors.New("source must lie between 0 and 10")
	case !(f.Signal > 0) || math.IsInf(f.Signal, 1):
		return errors.New("signal must be finite and greater than 0")
	}
	h := f.variances()
	if least := h[f.Dim-1]; least < leastVariance {
		return fmt.Errorf("capacity leaves feature %d the variance %.1g, the least is %g", f.Dim, least, leastVariance)
	}
	for _, x := range f.truth(h) {
		if math.IsInf(x, 0) || math.IsNaN(x) {
			return errors.New("signal is out of reach of floating point for these exponents")
		}
	}
	return nil
}

// variances returns h_1 = 1 >= h_2 >= ... >= h_d.
func (f Features) variances() []float64 {
	h := make([]float64, f.Dim)
	for j := range h {
		geometric := math.Pow(f.Condition, -float64(j)/float64(max(f.Dim-1, 1)))
		h[j] = math.Pow(float64(j+1), -f.Capacity) * geometric
	}
	return h
}

// truth returns theta0.
func (f Features) truth(h []float64) []float64 {
	theta := make([]float64, len(h))
	var square linear.Sum
	for j := range theta {
		theta[j] = math.Pow(h[j], f.Source-0.5) / math.Sqrt(float64(j+1))
		square.Add(h[j] * theta[j] * theta[j])
	}
	scale := f.Signal / math.Sqrt(square.Value())
	for j := range theta {
		theta[j] *= scale
	}
	return theta
}
