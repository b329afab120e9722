package linear

import (
	"math"
	"math/rand/v2"
	"testing"
)

func softmax(ridge float64) *Softmax {
	r := rand.New(rand.NewPCG(3, 1))
	m := &Softmax{Rows: &Dense{N: 9, D: 3, Data: make([]float64, 27)}, Class: make([]int, 9), K: 4, Ridge: ridge}
	for i := range m.Rows.(*Dense).Data {
		m.Rows.(*Dense).Data[i] = r.NormFloat64()
	}
	for i := range m.Class {
		m.Class[i] = i % 4
	}
	return m
}

func wave(d int, phase float64) []float64 {
	x := make([]float64, d)
	for j := range x {
		x[j] = math.Sin(phase + float64(5*j))
	}
	return x
}

func TestSoftmaxDerivatives(t *testing.T) {
	m := softmax(0.3)
	d := m.Dim()
	x, v := wave(d, 1), wave(d, 2)
	const h = 1e-5
	ahead, behind := make([]float64, d), make([]float64, d)
	for j := range x {
		ahead[j], behind[j] = x[j]+h*v[j], x[j]-h*v[j]
	}
	g, ga, gb, hv, mean := make([]float64, d), make([]float64, d), make([]float64, d), make([]float64, d), make([]float64, d)
	value := m.FullSubgradient(g, x)
	a, b := m.FullSubgradient(ga, ahead), m.FullSubgradient(gb, behind)
	if slope := (a - b) / (2 * h); math.Abs(slope-Dot(g, v)) > 1e-9 {
		t.Errorf("slope %g, differences say %g", Dot(g, v), slope)
	}
	m.HessianTimes(hv, x, v)
	for j := range hv {
		if bend := (ga[j] - gb[j]) / (2 * h); math.Abs(bend-hv[j]) > 1e-9 {
			t.Errorf("Hessian times v has %g at %d, differences say %g", hv[j], j, bend)
		}
	}
	var sum float64
	for i := range m.Len() {
		sum += m.Subgradient(ga, x, i) / float64(m.Len())
		for j := range mean {
			mean[j] += ga[j] / float64(m.Len())
		}
	}
	for j := range mean {
		if math.Abs(mean[j]-g[j]) > 1e-15 {
			t.Errorf("the terms' gradients have the mean %g at %d, F's is %g", mean[j], j, g[j])
		}
	}
	if math.Abs(sum-value) > 1e-15 || value != m.Value(x) {
		t.Errorf("the terms have the mean %g, F is %g and %g", sum, value, m.Value(x))
	}
}

// Stored sparsely, the same numbers come out.
func TestSoftmaxOnSparseRows(t *testing.T) {
	m := softmax(0.3)
	s := &Sparse{N: 9, D: 3, Starts: []int{0}}
	for i := range 9 {
		_, row := m.Rows.Entries(i)
		s.Columns, s.Values = append(s.Columns, 0, 1, 2), append(s.Values, row...)
		s.Starts = append(s.Starts, len(s.Columns))
	}
	other := &Softmax{Rows: s, Class: m.Class, K: m.K, Ridge: m.Ridge}
	x, g, h := wave(m.Dim(), 1), make([]float64, m.Dim()), make([]float64, m.Dim())
	if a, b := m.FullSubgradient(g, x), other.FullSubgradient(h, x); a != b {
		t.Errorf("F is %v on dense rows, %v on sparse ones", a, b)
	}
	for j := range g {
		if g[j] != h[j] {
			t.Errorf("gradients differ at %d", j)
		}
	}
}

// One feature with value 1, so that theta are the margins: far out the loss is
// exp(-margin) or the margin, to the last digits.
func TestSoftmaxFarOut(t *testing.T) {
	m := &Softmax{Rows: &Dense{N: 1, D: 1, Data: []float64{1}}, Class: []int{1}, K: 3}
	g := make([]float64, 3)
	e := math.Exp(-50)
	if v := m.Subgradient(g, []float64{0, 50, -1000}, 0); math.Abs(v-e) > 1e-15*e || math.Abs(g[1]+e) > 1e-15*e || math.Abs(g[0]-e) > 1e-15*e || g[2] != 0 {
		t.Errorf("right by far: %g, gradient %g", v, g)
	}
	if v := m.Subgradient(g, []float64{800, 0, 0}, 0); v != 800 || g[0] != 1 || g[1] != -1 {
		t.Errorf("wrong by far: %g, gradient %g", v, g)
	}
}

func TestSoftmaxSubgradientDoesNotAllocate(t *testing.T) {
	m := softmax(0.1)
	x, g := wave(m.Dim(), 1), make([]float64, m.Dim())
	if n := testing.AllocsPerRun(10, func() { m.Subgradient(g, x, 2) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
