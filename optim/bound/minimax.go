package bound

import "math"

// minimaxGap is R*G/sqrt(T): no method that starts at x_1, moves within x_1 plus
// the span of the subgradients it has seen, and evaluates T points guarantees a
// smaller gap for convex functions with subgradients up to G and a minimizer at
// distance R, if the dimension is at least T. (Drori and Teboulle, Math.
// Program. 160, 2016, appendix A.)
func minimaxGap(in Input) float64 { return in.R * in.G / math.Sqrt(float64(in.Horizon)) }

// minimaxRegret is r*G/sqrt(T) per step on a ball of radius r = D/2, in dimension
// 3 and above. No method guarantees less: let each g_t, of norm G, be orthogonal
// to x_t and to g_1+...+g_{t-1}; the regret is then r|sum_t g_t| = r*G*sqrt(T).
// (Abernethy, Bartlett, Rakhlin and Tewari, COLT 2008, who also attain it.)
func minimaxRegret(in Input) float64 { return in.D * in.G / (2 * math.Sqrt(float64(in.Horizon))) }
