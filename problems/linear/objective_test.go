package linear

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

func random(n, d int, loss Loss, ridge float64) (m *Model, theta []float64) {
	r := rand.New(rand.NewPCG(3, uint64(d)))
	m = &Model{Rows: &Dense{N: n, D: d, Data: make([]float64, n*d)}, Y: make([]float64, n), Loss: loss, Ridge: ridge}
	for k := range Densify(m.Rows).Data {
		Densify(m.Rows).Data[k] = r.NormFloat64()
	}
	for i := range m.Y {
		m.Y[i] = float64(1 - 2*(i%2))
	}
	theta = make([]float64, d)
	for j := range theta {
		theta[j] = r.NormFloat64()
	}
	return m, theta
}

// The order of summation is part of the contract: eight sums by j mod 8, then
// a tree.
func TestDotKeepsTheCanonicalOrder(t *testing.T) {
	for d := range 40 {
		r := rand.New(rand.NewPCG(5, uint64(d)))
		a, b := make([]float64, d), make([]float64, d)
		var s [8]float64
		for j := range d {
			a[j], b[j] = r.NormFloat64(), r.NormFloat64()
			s[j%8] += a[j] * b[j]
		}
		for width := 4; width > 0; width /= 2 {
			for k := range width {
				s[k] += s[k+width]
			}
		}
		if got := Dot(a, b); got != s[0] {
			t.Errorf("d = %d: %v, want %v", d, got, s[0])
		}
	}
}

// FullSubgradient and Value are the means of Subgradient, for every loss, with
// and without penalties, on both sides of the block size and of the stack's room.
func TestFullIsTheMeanOfTheTerms(t *testing.T) {
	for _, l := range finite {
		for _, size := range [][2]int{{1, 1}, {31, 5}, {33, 8}, {100, 13}, {5, 600}} {
			for _, ridge := range []float64{0, 0.3} {
				m, theta := random(size[0], size[1], l, ridge)
				m.L1 = 2 * ridge
				g, full := make([]float64, m.Dim()), make([]float64, m.Dim())
				mean, value := make([]float64, m.Dim()), 0.0
				for i := range m.Len() {
					value += m.Subgradient(g, theta, i) / float64(m.Len())
					for j := range g {
						mean[j] += g[j] / float64(m.Len())
					}
				}
				got := m.FullSubgradient(full, theta)
				if got != m.Value(theta) || math.Abs(got-value) > 1e-13*(1+math.Abs(value)) {
					t.Errorf("%T %v: F = %v and %v, the mean is %v", l, size, got, m.Value(theta), value)
				}
				for j := range full {
					if math.Abs(full[j]-mean[j]) > 1e-13*(1+math.Abs(mean[j])) {
						t.Errorf("%T %v: subgradient %d is %v, the mean is %v", l, size, j, full[j], mean[j])
					}
				}
			}
		}
	}
}

// Two rows, by hand: theta = (1, 2), a_1 = (1, 1), y_1 = 1, margin 3, residual 2;
// a_2 = (0, 1), y_2 = 5, margin 2, residual -3; ridge 1/2, |theta|^2 = 5.
func TestSubgradientByHand(t *testing.T) {
	m := &Model{Rows: &Dense{N: 2, D: 2, Data: []float64{1, 1, 0, 1}}, Y: []float64{1, 5}, Loss: Squared{}, Ridge: 0.5}
	g, theta := make([]float64, 2), []float64{1, 2}
	if v := m.Subgradient(g, theta, 0); v != 2+1.25 || g[0] != 2.5 || g[1] != 3 {
		t.Errorf("first row: %v, %v", v, g)
	}
	if v := m.Subgradient(g, theta, 1); v != 4.5+1.25 || g[0] != 0.5 || g[1] != -2 {
		t.Errorf("second row: %v, %v", v, g)
	}
	if v := m.FullSubgradient(g, theta); v != 3.25+1.25 || g[0] != 1.5 || g[1] != 0.5 {
		t.Errorf("all rows: %v, %v", v, g)
	}
}

// The mean of a million equal terms is the term, although the plain sum of a
// million times 0.1 is off by 1e-11 of it.
func TestLongSumsKeepTheirDigits(t *testing.T) {
	const n, term = 1_000_000, 0.1
	m := &Model{Rows: &Dense{N: n, D: 1, Data: make([]float64, n)}, Y: make([]float64, n), Loss: Identity{}}
	for k := range Densify(m.Rows).Data {
		Densify(m.Rows).Data[k] = term
	}
	g := make([]float64, 1)
	if got := m.FullSubgradient(g, []float64{1}); math.Abs(got-term) > 1e-16*term {
		t.Errorf("F = %.17g", got)
	}
	// Within a block of rows nothing is compensated.
	if math.Abs(g[0]-term) > 2e-15*term {
		t.Errorf("gradient %.17g", g[0])
	}
}

func TestNothingIsAllocated(t *testing.T) {
	for _, l := range finite {
		m, theta := random(50, 512, l, 0.1)
		dst := make([]float64, 512)
		for name, f := range map[string]func(){
			"Subgradient":     func() { m.Subgradient(dst, theta, 7) },
			"FullSubgradient": func() { m.FullSubgradient(dst, theta) },
			"Value":           func() { m.Value(theta) },
		} {
			if got := testing.AllocsPerRun(5, f); got != 0 {
				t.Errorf("%T: %s allocates %v times", l, name, got)
			}
		}
	}
}

func TestShapeMistakesPanic(t *testing.T) {
	m, theta := random(3, 4, Squared{}, 0)
	for name, f := range map[string]func(){
		"dst":   func() { m.Subgradient(make([]float64, 3), theta, 0) },
		"theta": func() { m.Value(theta[:3]) },
		"dot":   func() { Dot(theta, theta[:3]) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s of a wrong length does not panic", name)
				}
			}()
			f()
		}()
	}
}

func BenchmarkSubgradient(b *testing.B) {
	for _, d := range []int{20, 100} {
		b.Run(fmt.Sprintf("d=%d", d), func(b *testing.B) {
			m, theta := random(1000, d, Logistic{}, 0)
			dst := make([]float64, d)
			for i := range b.N {
				m.Subgradient(dst, theta, i%1000)
			}
		})
	}
}
