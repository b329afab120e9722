package dataset

import (
	"fmt"
	"math"
	"math/big"
	"slices"
	"testing"

	"regret/problems/linear"
)

func ExamplePreprocessing_Apply() {
	m := &linear.Dense{N: 3, D: 2, Data: []float64{
		1, 7,
		2, 7,
		3, 7,
	}}
	prepared, dropped, err := Standardize.Apply(m)
	fmt.Printf("%.4f, dropped %v, error %v\n", linear.Densify(prepared).Data, dropped, err)
	fmt.Println(WithIntercept(prepared).Dim(), "columns with the intercept")
	// Output:
	// [-1.2247 0.0000 1.2247], dropped [1], error <nil>
	// 2 columns with the intercept
}

func load(t *testing.T, name string) *Data {
	t.Helper()
	info, _ := Info(name)
	data, err := Embedded{Name: name}.Load(info.Task)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func apply(t *testing.T, p Preprocessing, m *linear.Dense) (*linear.Dense, []int) {
	t.Helper()
	before := slices.Clone(m.Data)
	prepared, dropped, err := p.Apply(m)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(before, m.Data) {
		t.Errorf("%s changed its argument", p)
	}
	return prepared.(*linear.Dense), dropped
}

// Largest squared row norms, known from an independent computation.
func TestPreparedRowNorms(t *testing.T) {
	for _, c := range []struct {
		name string
		p    Preprocessing
		want float64
	}{
		{"diabetes", Standardize, 48.781143448277},
		{"heart", None, 4 * (2.7056737623072036 - 1/270.0)},
		{"breast-cancer", Standardize, 4 * (105.5320238000307 - 1/569.0)},
	} {
		m, dropped := apply(t, c.p, linear.Densify(load(t, c.name).Rows))
		var largest float64
		for i := range m.N {
			largest = max(largest, linear.Dot(m.Row(i), m.Row(i)))
		}
		if math.Abs(largest-c.want) > 1e-13*c.want || len(dropped) != 0 {
			t.Errorf("%s, %s: max |a_i|^2 = %.16g, want %.16g; dropped %v", c.name, c.p, largest, c.want, dropped)
		}
	}
}

// The columns agree with mean and deviation in exact arithmetic.
func TestStandardizeInExactArithmetic(t *testing.T) {
	for _, name := range []string{"diabetes", "wine", "ionosphere"} {
		raw := linear.Densify(load(t, name).Rows)
		prepared, dropped := apply(t, Standardize, raw)
		column := 0
		for j := range raw.D {
			if slices.Contains(dropped, j) {
				continue
			}
			mean, deviation := exactMoments(raw, j)
			// The mean has half an ulp of error, which the division enlarges.
			ratio, _ := new(big.Float).Quo(mean, deviation).Float64()
			rounding := 0x1p-53 * (3 + math.Abs(ratio))
			for i := range raw.N {
				x := new(big.Float).SetPrec(500).SetFloat64(raw.Row(i)[j])
				x.Quo(x.Sub(x, mean), deviation)
				want, _ := x.Float64()
				if got := prepared.Row(i)[column]; math.Abs(got-want) > rounding*(1+math.Abs(want)) {
					t.Fatalf("%s, row %d, column %d: %.17g, want %.17g", name, i, j, got, want)
				}
			}
			column++
		}
		if column != prepared.D {
			t.Errorf("%s: %d columns, want %d", name, prepared.D, column)
		}
	}
}

func exactMoments(m *linear.Dense, j int) (mean, deviation *big.Float) {
	exact := func(v float64) *big.Float { return new(big.Float).SetPrec(500).SetFloat64(v) }
	n := exact(float64(m.N))
	mean, deviation = exact(0), exact(0)
	for i := range m.N {
		mean.Add(mean, exact(m.Row(i)[j]))
	}
	mean.Quo(mean, n)
	for i := range m.N {
		d := exact(m.Row(i)[j])
		d.Sub(d, mean)
		deviation.Add(deviation, d.Mul(d, d))
	}
	return mean, deviation.Sqrt(deviation.Quo(deviation, n))
}

func TestStandardizeDropsConstantColumns(t *testing.T) {
	for name, want := range map[string][]int{
		"ionosphere": {1},
		"digits":     {0, 32, 39},
		"iris":       nil,
	} {
		if _, dropped := apply(t, Standardize, linear.Densify(load(t, name).Rows)); !slices.Equal(dropped, want) {
			t.Errorf("%s: dropped %v, want %v", name, dropped, want)
		}
	}
	// The mean of three times 0.1 rounds to another number than 0.1.
	m := &linear.Dense{N: 3, D: 2, Data: []float64{0.1, 1, 0.1, 2, 0.1, 3}}
	if prepared, dropped := apply(t, Standardize, m); !slices.Equal(dropped, []int{0}) || prepared.D != 1 {
		t.Errorf("dropped %v", dropped)
	}
}

// A mean far above the deviation costs no digits beyond those of the data.
func TestStandardizeFarFromZero(t *testing.T) {
	const offset = 1 << 40
	near := &linear.Dense{N: 4, D: 1, Data: []float64{1, 2, 4, 9}}
	far := &linear.Dense{N: 4, D: 1, Data: []float64{offset + 1, offset + 2, offset + 4, offset + 9}}
	a, _ := apply(t, Standardize, near)
	b, _ := apply(t, Standardize, far)
	if !slices.Equal(a.Data, b.Data) {
		t.Errorf("%v, but far from 0 %v", a.Data, b.Data)
	}
}

func TestScaleAndUnitRows(t *testing.T) {
	m := &linear.Dense{N: 3, D: 3, Data: []float64{3, 0, -4, 0, 0, 0, -6, 0, 8}}
	scaled, _ := apply(t, Scale, m)
	if want := []float64{0.5, 0, -0.5, 0, 0, 0, -1, 0, 1}; !slices.Equal(scaled.Data, want) {
		t.Errorf("scale: %v", scaled.Data)
	}
	unit, _ := apply(t, UnitRows, m)
	if want := []float64{0.6, 0, -0.8, 0, 0, 0, -0.6, 0, 0.8}; !slices.Equal(unit.Data, want) {
		t.Errorf("rows: %v", unit.Data)
	}
	none, _ := apply(t, None, m)
	if !slices.Equal(none.Data, m.Data) || &none.Data[0] == &m.Data[0] {
		t.Error("none must copy")
	}
}

func TestUnitRowsOfRealData(t *testing.T) {
	m, _ := apply(t, UnitRows, linear.Densify(load(t, "spambase").Rows))
	for i := range m.N {
		if square := linear.Dot(m.Row(i), m.Row(i)); math.Abs(square-1) > 2e-15 {
			t.Fatalf("row %d has the squared norm %.17g", i, square)
		}
	}
}

func TestPreprocessingErrors(t *testing.T) {
	for _, c := range []struct {
		p    Preprocessing
		x    []float64
		want string
	}{
		{"whiten", []float64{1, 2}, `preprocess: "whiten" is not one of none, standardize, scale, rows, tfidf`},
		{Standardize, []float64{7, 7}, "every feature is constant: standardize leaves none"},
		{Standardize, []float64{-1.5e308, 1.5e308}, "feature 1 is too large: its standard deviation overflows"},
	} {
		_, _, err := c.p.Apply(&linear.Dense{N: len(c.x), D: 1, Data: c.x})
		if err == nil || err.Error() != c.want {
			t.Errorf("%s of %v: error %v, want %s", c.p, c.x, err, c.want)
		}
	}
}

func TestUnitRowsOfExtremeNumbers(t *testing.T) {
	m := &linear.Dense{N: 2, D: 2, Data: []float64{1.5e308, -1.5e308, 3e-320, 4e-320}}
	unit, _ := apply(t, UnitRows, m)
	for j, want := range []float64{math.Sqrt2 / 2, -math.Sqrt2 / 2, 0.6, 0.8} {
		if math.Abs(unit.Data[j]-want) > 1e-3 { // 3e-320 itself has four digits
			t.Errorf("%v", unit.Data)
		}
	}
}

func TestCentre(t *testing.T) {
	y := []float64{1, 2, 6}
	centred, mean := Centre(y)
	if mean != 3 || !slices.Equal(centred, []float64{-2, -1, 3}) || y[0] != 1 {
		t.Errorf("%v, mean %v", centred, mean)
	}
	if _, mean := Centre(load(t, "diabetes").Y); mean != 152.13348416289594 {
		t.Errorf("mean target of diabetes %.17g", mean)
	}
}
