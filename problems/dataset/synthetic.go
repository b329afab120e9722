package dataset

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"

	"regret/problems/linear"
)

// Synthetic draws rows a_i from a normal distribution and targets from a
// linear model with a true vector w, uniform on the unit sphere:
//
//	a_ij = s_j x_ij,   x_i1 = z_i1,   x_ij = rho x_i,j-1 + sqrt(1-rho^2) z_ij
//	s_j  = condition^(-(j-1)/(2(d-1)))
//	y_i  = a_i.w + noise e_i              regression
//	y_i  = sign(a_i.w + noise e_i)        two classes, never 0
//	y_i  ~ Poisson(exp(a_i.w + noise e_i))  counts; outliers do not enter
//
// with independent standard normal z_ij and e_i. The covariance of x has the
// entries rho^|j-k|; with rho = 0 the covariance of a has the eigenvalues
// s_j^2 and the given condition number. Features, w, noise and outliers come
// from streams of their own: another noise level leaves the rows as they are,
// and fewer rows are the first ones of more.
type Synthetic struct {
	Rows        int     `param:"rows" doc:"number of rows n" range:"[1,inf)"`
	Dim         int     `param:"dim" doc:"number of features d" range:"[1,inf)"`
	Noise       float64 `param:"noise" doc:"standard deviation of the noise; the signal has 1 if condition is 1 and correlation 0" range:"[0,inf)" default:"0.1"`
	Condition   float64 `param:"condition" doc:"ratio of the largest to the least variance of a feature, in between geometric; undone by preprocess: standardize" range:"[1,inf)" default:"1"`
	Correlation float64 `param:"correlation" doc:"correlation rho of neighbouring features; features j and k have rho^|j-k|" range:"[0,1)" default:"0"`
	Outliers    float64 `param:"outliers" doc:"probability that a row has Cauchy in place of normal noise; for two classes, that its label is flipped" range:"[0,1]" default:"0"`
	Seed        int     `param:"seed" doc:"seed of the generator" range:"[0,inf)" default:"1"`
}

// Validate checks the ranges and the size of the table.
func (s Synthetic) Validate() error {
	switch {
	case s.Rows < 1:
		return errors.New("rows must be at least 1")
	case s.Dim < 1:
		return errors.New("dim must be at least 1")
	case !(s.Noise >= 0) || math.IsInf(s.Noise, 1):
		return errors.New("noise must be finite and at least 0")
	case !(s.Condition >= 1) || math.IsInf(s.Condition, 1):
		return errors.New("condition must be finite and at least 1")
	case !(s.Correlation >= 0 && s.Correlation < 1):
		return errors.New("correlation must be at least 0 and less than 1")
	case !(s.Outliers >= 0 && s.Outliers <= 1):
		return errors.New("outliers must lie between 0 and 1")
	case s.Seed < 0:
		return errors.New("seed must be at least 0")
	}
	return checkCells(s.Rows, s.Dim)
}

// Load draws the set.
func (s Synthetic) Load(task Task) (*Data, error) {
	var truth []float64
	data, err := s.follow(task, func(i int) []float64 {
		if i == 0 {
			truth = s.truth()
		}
		return truth
	})
	if err != nil {
		return nil, err
	}
	data.Name = fmt.Sprintf("synthetic %d x %d", s.Rows, s.Dim)
	return data, nil
}

// follow draws the set with a true vector w for each row i = 0, 1, ..., which truth
// is asked for in this order.
func (s Synthetic) follow(task Task, truth func(i int) []float64) (*Data, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	rows := s.rows()
	y := make([]float64, s.Rows)
	noise, outlier := s.stream(noiseStream), s.stream(outlierStream)
	for i := range y {
		signal := linear.Dot(rows.Row(i), truth(i))
		// Every row takes the same draws, so that no parameter shifts them.
		normal, uniform := noise.NormFloat64(), noise.Float64()
		odd := outlier.Float64() < s.Outliers
		switch {
		case task == TwoClass:
			y[i] = sign(signal+s.Noise*normal, odd)
		case task == Counts:
			mean := linear.Exp(signal + s.Noise*normal)
			if y[i] = poissonQuantile(mean, uniform); math.IsNaN(y[i]) {
				return nil, fmt.Errorf("row %d: counts with the mean %.3g are not drawn, at most %d: less noise, please", i+1, mean, largestMean)
			}
		case odd:
			y[i] = signal + s.Noise*math.Tan(math.Pi*(uniform-0.5))
		default:
			y[i] = signal + s.Noise*normal
		}
	}
	return &Data{Rows: rows, Y: y}, nil
}

// The streams of one seed.
const (
	featureStream = iota
	truthStream
	noiseStream
	outlierStream
	marketStream
)

func (s Synthetic) stream(id uint64) *rand.Rand {
	return rand.New(rand.NewPCG(uint64(s.Seed), id))
}

func (s Synthetic) rows() *linear.Dense {
	scales := make([]float64, s.Dim)
	for j := range scales {
		scales[j] = math.Pow(s.Condition, -float64(j)/float64(2*max(s.Dim-1, 1)))
	}
	fresh := math.Sqrt(1 - s.Correlation*s.Correlation)
	random := s.stream(featureStream)
	rows := &linear.Dense{N: s.Rows, D: s.Dim, Data: make([]float64, s.Rows*s.Dim)}
	for i := range s.Rows {
		row := rows.Row(i)
		var x float64
		for j := range row {
			z := random.NormFloat64()
			if j == 0 {
				x = z
			} else {
				x = s.Correlation*x + fresh*z
			}
			row[j] = scales[j] * x
		}
	}
	return rows
}

// truth returns the unit vector w.
func (s Synthetic) truth() []float64 { return direction(s.stream(truthStream), s.Dim) }

// direction draws a vector that is uniform on the unit sphere.
func direction(random *rand.Rand, d int) []float64 {
	w := make([]float64, d)
	for j := range w {
		w[j] = random.NormFloat64()
	}
	normalize(w)
	return w
}

func normalize(w []float64) {
	norm := math.Sqrt(linear.Dot(w, w))
	for j := range w {
		w[j] /= norm
	}
}

func sign(v float64, flip bool) float64 {
	if (v < 0) != flip {
		return -1
	}
	return 1
}
