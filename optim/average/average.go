// Package average holds averages of the iterates theta_1, ..., theta_t.
package average

// Average is a weighted mean of the iterates,
//
//	bar theta_t = sum_{s<=t} w_s theta_s / sum_{s<=t} w_s,
//
// with weights that may depend on the step's index and on the step. While all
// weights are zero the mean is the current iterate.
type Average interface {
	// Weight returns w_t >= 0, given eta_t. An average whose weights are all
	// +Inf is the last iterate: each outweighs all that came before.
	Weight(t int, eta float64) float64
}

// Weights writes the weights of the steps t, t+1, ..., whose rates are eta, to dst.
func Weights(dst, eta []float64, t int, a Average) {
	switch a.(type) {
	case Uniform:
		for i := range eta {
			dst[i] = 1
		}
	case StepWeighted:
		copy(dst, eta)
	default:
		for i, e := range eta {
			dst[i] = a.Weight(t+i, e)
		}
	}
}
