package optimum

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/linear"
)

// reference is an optimum computed elsewhere in extended precision.
type reference struct {
	Name   string    `json:"name"`
	N      int       `json:"n"`
	D      int       `json:"d"`
	Fstar  float64   `json:"fstar"`
	AtZero float64   `json:"f_at_zero"`
	Norm   float64   `json:"norm_wstar"`
	First  []float64 `json:"wstar_first5"`
}

func TestReferenceOptima(t *testing.T) {
	text, err := os.ReadFile("testdata/optima.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Values []reference }
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	sources := map[string]struct {
		set   string
		how   dataset.Preprocessing
		loss  linear.Loss
		ridge float64 // times n
	}{
		"diabetes_ls":          {"diabetes", dataset.Standardize, linear.Squared{}, 0},
		"heart_scale_logistic": {"heart", dataset.None, linear.Logistic{}, 1},
		"wdbc_logistic":        {"breast-cancer", dataset.Standardize, linear.Logistic{}, 1},
	}
	for _, want := range file.Values {
		source, known := sources[want.Name]
		if !known {
			t.Errorf("no problem for %s", want.Name)
			continue
		}
		t.Run(want.Name, func(t *testing.T) {
			m := load(t, source.set, source.how, source.loss)
			m.Ridge = source.ridge / float64(m.Len())
			if m.Len() != want.N || m.Dim() != want.D {
				t.Fatalf("%d rows of %d, want %d of %d", m.Len(), m.Dim(), want.N, want.D)
			}
			compare(t, minimize(t, m, domain.WholeSpace{}), m.Value(make([]float64, m.Dim())), want)
		})
	}
}

func load(t *testing.T, name string, how dataset.Preprocessing, loss linear.Loss) *linear.Model {
	t.Helper()
	_, logistic := loss.(linear.Logistic)
	task := dataset.Regression
	if logistic {
		task = dataset.TwoClass
	}
	data, err := dataset.Embedded{Name: name}.Load(task)
	if err != nil {
		t.Fatal(err)
	}
	rows, _, err := how.Apply(linear.Densify(data.Rows))
	if err != nil {
		t.Fatal(err)
	}
	y, _ := dataset.Centre(data.Y)
	if logistic {
		if y, err = dataset.Binary(data.Y, ""); err != nil {
			t.Fatal(err)
		}
	}
	return &linear.Model{Rows: rows, Y: y, Loss: loss}
}

func compare(t *testing.T, c Certificate, atZero float64, want reference) {
	t.Helper()
	near := func(what string, got, want float64) {
		if math.Abs(got-want) > 1e-10*math.Abs(want) {
			t.Errorf("%s = %.17g, want %.17g", what, got, want)
		}
	}
	near("F*", c.Value, want.Fstar)
	near("F(0)", atZero, want.AtZero)
	near("|theta*|", math.Sqrt(linear.Dot(c.Theta, c.Theta)), want.Norm)
	for j, v := range want.First {
		near("theta*_j", c.Theta[j], v)
	}
	if c.Gap > 1e-12*want.Fstar {
		t.Errorf("gap %g", c.Gap)
	}
}
