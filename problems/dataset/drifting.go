package dataset

import (
	"errors"
	"fmt"
	"math"

	"regret/problems/linear"
)

// Drifting is a linear model whose true vector moves on the unit sphere: row t is
// drawn like one of Synthetic, with w_t in the place of w, where
//
//	w_t = cos(speed (t-1)) w_1 + sin(speed (t-1)) v            rotation
//	w_t = (w_{t-1} + speed x_t) / |w_{t-1} + speed x_t|        walk
//
// with a fixed unit vector v orthogonal to w_1, and independent normal x_t of
// covariance I/d. With speed 0 it is Synthetic. Fewer rows are the first ones of
// more. Regret against a moving comparator, in terms of its path: Zinkevich (ICML 2003).
type Drifting struct {
	Rows  int     `param:"rows" doc:"number of rows, the longest horizon" range:"[1,inf)"`
	Dim   int     `param:"dim" doc:"number of features d" range:"[2,inf)"`
	Noise float64 `param:"noise" doc:"standard deviation of the noise; the signal has 1" range:"[0,inf)" default:"0.1"`
	Speed float64 `param:"speed" doc:"length of the true vector's path from one row to the next, about; radians of a rotation" range:"[0,inf)" default:"0.001"`
	Path  string  `param:"path" doc:"how it moves" enum:"rotation|walk" default:"rotation"`
	Seed  int     `param:"seed" doc:"seed of the generator" range:"[0,inf)" default:"1"`
}

// Validate checks the ranges and the size of the table.
func (s Drifting) Validate() error {
	switch {
	case s.Dim < 2:
		return errors.New("dim must be at least 2: there is nowhere to go on a line")
	case !(s.Speed >= 0) || math.IsInf(s.Speed, 1):
		return errors.New("speed must be finite and at least 0")
	case s.Path != "rotation" && s.Path != "walk":
		return fmt.Errorf("path: %q is neither rotation nor walk", s.Path)
	}
	return s.still().Validate()
}

func (s Drifting) still() Synthetic {
	return Synthetic{Rows: s.Rows, Dim: s.Dim, Noise: s.Noise, Condition: 1, Seed: s.Seed}
}

// Load draws the set.
func (s Drifting) Load(task Task) (*Data, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	truth := s.rotation()
	if s.Path == "walk" {
		truth = s.walk()
	}
	data, err := s.still().follow(task, truth)
	if err != nil {
		return nil, err
	}
	data.Name = fmt.Sprintf("drifting %d x %d", s.Rows, s.Dim)
	return data, nil
}

func (s Drifting) rotation() func(i int) []float64 {
	random := s.still().stream(truthStream)
	from := direction(random, s.Dim)
	to := direction(random, s.Dim)
	along := linear.Dot(from, to)
	for j := range to {
		to[j] -= along * from[j]
	}
	normalize(to)
	w := make([]float64, s.Dim)
	return func(i int) []float64 {
		angle := s.Speed * float64(i)
		for j := range w {
			w[j] = math.Cos(angle)*from[j] + math.Sin(angle)*to[j]
		}
		return w
	}
}

func (s Drifting) walk() func(i int) []float64 {
	random := s.still().stream(truthStream)
	w := direction(random, s.Dim)
	length := s.Speed / math.Sqrt(float64(s.Dim))
	return func(i int) []float64 {
		if i == 0 || s.Speed == 0 {
			return w
		}
		for j := range w {
			w[j] += length * random.NormFloat64()
		}
		normalize(w)
		return w
	}
}
