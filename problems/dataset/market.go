package dataset

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"

	"regret/problems/linear"
)

// Market draws price relatives of assets that follow geometric Brownian motions,
// one day a row:
//
//	r_ij = exp(drift - volatility^2/2 + volatility x_ij)
//	x_ij = sqrt(correlation) m_i + sqrt(1-correlation) e_ij
//
// with independent standard normal m_i and e_ij, so that E r_ij = e^drift and any
// two assets have the given correlation of their logarithms. Targets are 0.
type Market struct {
	Days        int     `param:"days" doc:"number of rows n" range:"[1,inf)"`
	Assets      int     `param:"assets" doc:"number of assets d" range:"[1,inf)"`
	Drift       float64 `param:"drift" doc:"logarithm of the expected factor of a day" range:"(-inf,inf)" default:"0"`
	Volatility  float64 `param:"volatility" doc:"standard deviation of the logarithm of a day's factor" range:"(0,inf)" default:"0.1"`
	Correlation float64 `param:"correlation" doc:"correlation of the logarithms of two assets" range:"[0,1]" default:"0"`
	Seed        int     `param:"seed" doc:"seed of the generator" range:"[0,inf)" default:"1"`
}

// Validate checks the ranges and the size of the table.
func (m Market) Validate() error {
	switch {
	case m.Days < 1:
		return errors.New("days must be at least 1")
	case m.Assets < 1:
		return errors.New("assets must be at least 1")
	case math.IsNaN(m.Drift) || math.IsInf(m.Drift, 0):
		return errors.New("drift must be finite")
	case !(m.Volatility > 0) || math.IsInf(m.Volatility, 1):
		return errors.New("volatility must be finite and greater than 0")
	case !(m.Correlation >= 0 && m.Correlation <= 1):
		return errors.New("correlation must lie between 0 and 1")
	case m.Seed < 0:
		return errors.New("seed must be at least 0")
	}
	return checkCells(m.Days, m.Assets)
}

// Load draws the set. It is an error if a factor overflows or falls to 0, or if
// classes are asked for.
func (m Market) Load(task Task) (*Data, error) {
	if err := m.Validate(); err != nil {
		return nil, err
	}
	if task == TwoClass {
		return nil, errors.New("a market has no classes")
	}
	random := rand.New(rand.NewPCG(uint64(m.Seed), marketStream))
	common, own := math.Sqrt(m.Correlation), math.Sqrt(1-m.Correlation)
	rows := &linear.Dense{N: m.Days, D: m.Assets, Data: make([]float64, m.Days*m.Assets)}
	for i := range m.Days {
		factor := common * random.NormFloat64()
		row := rows.Row(i)
		for j := range row {
			x := factor + own*random.NormFloat64()
			row[j] = linear.Exp(m.Drift - m.Volatility*m.Volatility/2 + m.Volatility*x)
			if row[j] == 0 || math.IsInf(row[j], 1) {
				return nil, fmt.Errorf("day %d: the factor of asset %d is %g: drift or volatility is too large", i+1, j+1, row[j])
			}
		}
	}
	name := fmt.Sprintf("market of %d assets on %d days", m.Assets, m.Days)
	return &Data{Name: name, Rows: rows, Y: make([]float64, m.Days)}, nil
}
