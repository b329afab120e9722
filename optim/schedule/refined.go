package schedule

import (
	"errors"
	"fmt"
	"math"
)

// Refined is linear decay refined by the subgradient norms G_t of a pilot run,
//
//	eta_t = (alpha/(G_t^2 sqrt(Q_T))) (1 - Q_t/Q_T),  Q_t = sum_{s<=t} 1/G_s^2,
//
// which for alpha = R and true bounds G_t guarantees R/sqrt(Q_T) for the last
// iterate; with constant G_t it is linear decay. The norms of a pilot run are
// no bounds, so the guarantee is a heuristic. Source: Defazio, Cutkosky, Mehta
// and Mishchenko (2023, arXiv:2310.07831).
type Refined struct {
	Alpha    float64 `param:"alpha" doc:"scale of the step; R is what theory asks for" range:"(0,inf)" scale:"true"`
	Pilot    string  `param:"pilot" doc:"curves.csv of the pilot run" path:"true"`
	Problem  string  `param:"problem" doc:"the pilot's problem, needed if there are several" default:""`
	Schedule string  `param:"schedule" doc:"the pilot's schedule, needed if there are several" default:""`

	sums []float64 // Q_0 = 0, Q_1, ..., once loaded
}

// Fill implements Schedule. It panics before Load.
func (s Refined) Fill(eta []float64, t, T int) {
	checkBlock(eta, t, T)
	if T >= len(s.sums) {
		panic(fmt.Sprintf("schedule: T = %d asked of a pilot run of %d points", T, len(s.sums)-1))
	}
	whole := s.sums[T]
	scale := s.Alpha / math.Sqrt(whole)
	for i := range eta {
		here := s.sums[t+i]
		eta[i] = scale * (here - s.sums[t+i-1]) * ((whole - here) / whole)
	}
}

// Validate implements Schedule. It does not open the file.
func (s Refined) Validate() error {
	if s.Pilot == "" {
		return errors.New("pilot must be the curves.csv of a run")
	}
	return positive("alpha", s.Alpha)
}

// ValidFor implements Limited.
func (s Refined) ValidFor(T int) error {
	if points := len(s.sums) - 1; T > points {
		return fmt.Errorf("the pilot run has %d points, too few for a run of %d", max(points, 0), T)
	}
	return nil
}

func (s Refined) String() string { return describe("refined", "alpha", s.Alpha, "pilot", s.Pilot) }

// LaTeX returns the definition.
func (s Refined) LaTeX() string {
	return `\eta_t = \frac{\alpha}{G_t^2\sqrt{Q_T}}\Bigl(1-\frac{Q_t}{Q_T}\Bigr),\quad Q_t=\sum_{s\le t}G_s^{-2}`
}
