package bound

// Scaled is the steps Factor*eta_t.
type Scaled struct {
	Steps  Steps
	Factor float64
}

// Fill implements Steps.
func (s Scaled) Fill(eta []float64, t, T int) {
	s.Steps.Fill(eta, t, T)
	for i := range eta {
		eta[i] *= s.Factor
	}
}
