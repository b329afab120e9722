package schedule

// LinearDecay is eta_t = alpha (T - t)/T, so that eta_T = 0. With
// alpha = R/(G sqrt T) its last iterate attains the minimax rate RG/sqrt T:
// Zamani and Glineur, "Exact convergence rate of the last iterate in subgradient
// methods", SIAM J. Optim. 35, 2025, arXiv:2307.11134; Defazio, Cutkosky, Mehta
// and Mishchenko, arXiv:2310.07831.
type LinearDecay struct {
	Alpha float64 `param:"alpha" doc:"scale of the step" range:"(0,inf)" scale:"true"`
}

// Fill implements Schedule.
func (s LinearDecay) Fill(eta []float64, t, T int) {
	checkBlock(eta, t, T)
	left, whole := float64(T-t), float64(T)
	for i := range eta {
		eta[i] = s.Alpha * (left / whole)
		left--
	}
}

// Validate implements Schedule.
func (s LinearDecay) Validate() error { return positive("alpha", s.Alpha) }

// SoundFor implements Sound: the factors of alpha lie in [0, 1].
func (LinearDecay) SoundFor(int) bool { return true }

func (s LinearDecay) String() string { return describe("linear-decay", "alpha", s.Alpha) }

// LaTeX returns the definition.
func (s LinearDecay) LaTeX() string { return `\eta_t = \alpha\,\frac{T - t}{T}` }
