package bound

// steady is one function of dim coordinates that answers T times.
type steady struct {
	dim, T int
	// eval returns F(x), and writes a subgradient to dst unless that is nil.
	eval func(dst, x []float64) float64
}

func (s *steady) Dim() int { return s.dim }

func (s *steady) Len() int { return s.T }

func (s *steady) Subgradient(dst, x []float64, _ int) float64 { return s.eval(dst, x) }

func (s *steady) FullSubgradient(dst, x []float64) float64 { return s.eval(dst, x) }

func (s *steady) Value(x []float64) float64 { return s.eval(nil, x) }

// onLine is a function of one variable, from its value and its slope.
func onLine(T int, f func(x float64) (value, slope float64)) *steady {
	return &steady{dim: 1, T: T, eval: func(dst, x []float64) float64 {
		value, slope := f(x[0])
		if dst != nil {
			dst[0] = slope
		}
		return value
	}}
}
