package dataset

import (
	"errors"
	"fmt"
)

// Switching is a linear model whose true vector is drawn anew every so many rows: it
// is Synthetic with a vector w_k, uniform on the unit sphere, for rows kq+1 to kq+q.
// Fewer rows are the first ones of more.
type Switching struct {
	Rows  int     `param:"rows" doc:"number of rows, the longest horizon" range:"[1,inf)"`
	Dim   int     `param:"dim" doc:"number of features d" range:"[1,inf)"`
	Every int     `param:"every" doc:"rows from one switch to the next" range:"[1,inf)"`
	Noise float64 `param:"noise" doc:"standard deviation of the noise; the signal has 1" range:"[0,inf)" default:"0.1"`
	Seed  int     `param:"seed" doc:"seed of the generator" range:"[0,inf)" default:"1"`
}

// Validate checks the ranges and the size of the table.
func (s Switching) Validate() error {
	if s.Every < 1 {
		return errors.New("every must be at least 1")
	}
	return s.still().Validate()
}

func (s Switching) still() Synthetic {
	return Synthetic{Rows: s.Rows, Dim: s.Dim, Noise: s.Noise, Condition: 1, Seed: s.Seed}
}

// Load draws the set.
func (s Switching) Load(task Task) (*Data, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	random := s.still().stream(truthStream)
	var w []float64
	data, err := s.still().follow(task, func(i int) []float64 {
		if i%s.Every == 0 {
			w = direction(random, s.Dim)
		}
		return w
	})
	if err != nil {
		return nil, err
	}
	data.Name = fmt.Sprintf("switching %d x %d", s.Rows, s.Dim)
	return data, nil
}
