package domain_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"sort"
	"testing"

	"regret/problems/domain"
)

func ExampleSet() {
	var set domain.Set = domain.Ball{Radius: 5}
	theta := []float64{6, 8}
	set.Project(theta)
	fmt.Println(set, "projects (6, 8) to", theta, "and has diameter", set.Diameter(2))
	// Output: ball: 5 projects (6, 8) to [3 4] and has diameter 10
}

func TestProjectByHand(t *testing.T) {
	for _, c := range []struct {
		set  domain.Set
		x, p []float64
	}{
		{domain.WholeSpace{}, []float64{1e300, -7}, []float64{1e300, -7}},
		{domain.Ball{Radius: 1}, []float64{0, 0}, []float64{0, 0}},
		{domain.Ball{Radius: 1}, []float64{0.6, 0.8}, []float64{0.6, 0.8}},
		{domain.Ball{Radius: 10}, []float64{0, -30}, []float64{0, -10}},
		{domain.Ball{Radius: 5}, []float64{3e300, 4e300}, []float64{3, 4}},
		{domain.Ball{Radius: 5e-300}, []float64{6e-300, 8e-300}, []float64{3e-300, 4e-300}},
		{domain.Ball{Radius: 5e-300}, []float64{6e300, 8e300}, []float64{3e-300, 4e-300}},
		{domain.Ball{Radius: 1e300}, []float64{6e-300, 8e-300}, []float64{6e-300, 8e-300}},
		{domain.Box{Lo: -1, Hi: 2}, []float64{-3, 0.5, 7}, []float64{-1, 0.5, 2}},
		{domain.Simplex{}, []float64{0, 0, 0, 0}, []float64{0.25, 0.25, 0.25, 0.25}},
		{domain.Simplex{}, []float64{0.5, 0, 0.5}, []float64{0.5, 0, 0.5}},
		{domain.Simplex{}, []float64{0.5, 0.75, -3}, []float64{0.375, 0.625, 0}},
		{domain.Simplex{}, []float64{-1e300, 1e300, 3}, []float64{0, 1, 0}},
		{domain.Simplex{}, []float64{-17}, []float64{1}},
	} {
		p := projected(c.set, c.x)
		for j := range p {
			if math.Abs(p[j]-c.p[j]) > 1e-15*math.Abs(c.p[j]) {
				t.Errorf("%v: %v projects to %v, want %v", c.set, c.x, p, c.p)
			}
		}
	}
}

// The exact norm of a projection onto the ball never exceeds the radius by
// more than two units in the last place, whatever the dimension.
func TestBallProjectionInExactArithmetic(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	for _, d := range []int{1, 2, 17, 1000} {
		for range 100 {
			r := math.Exp(4 * random.NormFloat64())
			ball := domain.Ball{Radius: r}
			p := normal(random, ball, d)
			outside := !ball.Contains(p, 0)
			ball.Project(p)
			square := new(big.Float).SetPrec(4000)
			for _, v := range p {
				b := new(big.Float).SetPrec(4000).SetFloat64(v)
				square.Add(square, b.Mul(b, b))
			}
			exact, _ := square.Sqrt(square).Float64()
			excess := exact/r - 1
			if excess > 0x1p-51 || outside && excess < -0x1p-50 {
				t.Fatalf("d = %d: |p| = r (1 %+g)", d, excess)
			}
		}
	}
}

// The threshold of the simplex agrees with the one found by sorting (Held,
// Wolfe, Crowder, Mathematical Programming 6, 1974).
func TestSimplexProjectionAgreesWithSorting(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 1))
	for _, d := range []int{1, 2, 5, 100, 1000} {
		for range 50 {
			x := normal(random, domain.Simplex{}, d)
			p, q := projected(domain.Simplex{}, x), bySorting(x)
			for j := range p {
				size := slices.Max(x) - slices.Min(x) + 1
				if math.Abs(p[j]-q[j]) > 1e-13*size {
					t.Fatalf("d = %d: entry %d is %g, by sorting %g", d, j, p[j], q[j])
				}
			}
		}
	}
}

func bySorting(x []float64) []float64 {
	sorted := slices.Clone(x)
	sort.Sort(sort.Reverse(sort.Float64Slice(sorted)))
	sum, tau := 0.0, 0.0
	for k, v := range sorted {
		sum += v
		if candidate := (sum - 1) / float64(k+1); v > candidate {
			tau = candidate
		}
	}
	p := make([]float64, len(x))
	for j, v := range x {
		p[j] = max(v-tau, 0)
	}
	return p
}

// Far from the simplex the digits of the result still come from differences
// of the entries: a common shift that rounds nothing changes no bit.
func TestSimplexProjectionIgnoresShifts(t *testing.T) {
	x := []float64{0.5, 0.25, 0.75, -1, 0.625}
	shifted := slices.Clone(x)
	for j := range shifted {
		shifted[j] += 1 << 40
	}
	if p, q := projected(domain.Simplex{}, x), projected(domain.Simplex{}, shifted); !slices.Equal(p, q) {
		t.Errorf("%v, but shifted %v", p, q)
	}
}

func TestMinimizeLinearOfZero(t *testing.T) {
	for _, s := range append(cases, domain.WholeSpace{}) {
		dst := []float64{9, 9, 9}
		if !s.MinimizeLinear(dst, make([]float64, 3)) || !s.Contains(dst, 0) {
			t.Errorf("%v: %v is no minimizer of 0", s, dst)
		}
	}
}

func TestWholeSpaceIsUnbounded(t *testing.T) {
	s := domain.WholeSpace{}
	if !math.IsInf(s.Diameter(3), 1) || !math.IsInf(s.Norm(3), 1) {
		t.Error("diameter and norm must be infinite")
	}
	dst := []float64{7, 7}
	if s.MinimizeLinear(dst, []float64{0, 1e-300}) || dst[0] != 7 {
		t.Errorf("linear function without minimizer gave %v", dst)
	}
	if s.Contains([]float64{0, math.Inf(-1)}, 1) {
		t.Error("contains infinity")
	}
}

// A diverged run must end: points that are not finite stay so.
func TestProjectEndsOnNonFinitePoints(t *testing.T) {
	for _, s := range cases {
		for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
			s.Project([]float64{1, v, 2})
			s.Project([]float64{v})
		}
	}
	p := projected(domain.Ball{Radius: 1}, []float64{1, math.NaN()})
	if !math.IsNaN(p[1]) {
		t.Errorf("NaN became %g", p[1])
	}
}

func TestProjectEndsOnTheSmallestNumbers(t *testing.T) {
	ball := domain.Ball{Radius: 9 * math.SmallestNonzeroFloat64}
	x := make([]float64, 100)
	for j := range x {
		x[j] = math.SmallestNonzeroFloat64
	}
	if p := projected(ball, x); !ball.Contains(p, 0) {
		t.Error("projection outside")
	}
}

func TestMinimizeLinearPanicsOnLengths(t *testing.T) {
	defer func() {
		if recover() != "domain: dst and g differ in length" {
			t.Error("no panic")
		}
	}()
	domain.Simplex{}.MinimizeLinear(make([]float64, 2), make([]float64, 3))
}

func BenchmarkProject(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 1))
	inside, outside := make([]float64, 100), make([]float64, 100)
	for j := range inside {
		inside[j] = random.Float64() / 100
		outside[j] = random.NormFloat64()
	}
	for _, s := range []domain.Set{domain.Ball{Radius: 5}, domain.Box{Lo: -1, Hi: 1}, domain.Simplex{}} {
		for name, x := range map[string][]float64{"inside": inside, "outside": outside} {
			b.Run(fmt.Sprintf("%v/%s/d=100", s, name), func(b *testing.B) {
				work := make([]float64, len(x))
				for b.Loop() {
					copy(work, x)
					s.Project(work)
				}
			})
		}
	}
}
