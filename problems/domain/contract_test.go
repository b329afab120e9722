package domain_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"regret/problems/domain"
)

// cases are the bounded sets; every contract test runs on all of them, in
// several dimensions.
var cases = []domain.Set{
	domain.Ball{Radius: 5},
	domain.Ball{Radius: 1e-3},
	domain.Ball{Radius: 1e200},
	domain.Ball{Radius: 1e-200},
	domain.Box{Lo: -1, Hi: 1},
	domain.Box{Lo: 0.25, Hi: 3},
	domain.Box{Lo: -1e9, Hi: -1},
	domain.Simplex{},
}

var dims = []int{1, 2, 3, 10, 257}

func forEach(t *testing.T, check func(t *testing.T, s domain.Set, d int, random *rand.Rand)) {
	t.Helper()
	for _, s := range cases {
		for _, d := range dims {
			t.Run(fmt.Sprintf("%v/d=%d", s, d), func(t *testing.T) {
				check(t, s, d, rand.New(rand.NewPCG(1, uint64(d))))
			})
		}
	}
}

// normal draws a normal vector times a factor from 10^-3 to 10^3 times the
// size of the set.
func normal(random *rand.Rand, s domain.Set, d int) []float64 {
	factor := s.Norm(d) * math.Pow(10, 6*random.Float64()-3)
	x := make([]float64, d)
	for j := range x {
		x[j] = factor * random.NormFloat64()
	}
	return x
}

// member draws a point of the set: a combination of two linear minimizers and
// a projection, which reaches the interior as well as the boundary.
func member(random *rand.Rand, s domain.Set, d int) []float64 {
	a, b := make([]float64, d), make([]float64, d)
	s.MinimizeLinear(a, normal(random, s, d))
	s.MinimizeLinear(b, normal(random, s, d))
	c := projected(s, normal(random, s, d))
	u, v := random.Float64(), random.Float64()
	if u+v > 1 {
		u, v = 1-u, 1-v
	}
	for j := range a {
		a[j] = u*a[j] + v*b[j] + (1-u-v)*c[j]
	}
	return a
}

func projected(s domain.Set, x []float64) []float64 {
	p := slices.Clone(x)
	s.Project(p)
	return p
}

// dot is a.b of vectors in units of the given size, so that nothing overflows.
func dot(a, b []float64, unit float64) float64 {
	var sum float64
	for j := range a {
		sum += a[j] / unit * (b[j] / unit)
	}
	return sum
}

func difference(a, b []float64) []float64 {
	c := make([]float64, len(a))
	for j := range a {
		c[j] = a[j] - b[j]
	}
	return c
}

func norm(x []float64, unit float64) float64 { return math.Sqrt(dot(x, x, unit)) }

const draws = 200

func TestProjectionLiesInTheSetAndStays(t *testing.T) {
	forEach(t, func(t *testing.T, s domain.Set, d int, random *rand.Rand) {
		for range draws {
			x := normal(random, s, d)
			p := projected(s, x)
			if !s.Contains(p, 0) {
				t.Fatalf("the projection of %v is outside: %v", x, p)
			}
			again := projected(s, p)
			for j := range p {
				if math.Float64bits(p[j]) != math.Float64bits(again[j]) {
					t.Fatalf("projected twice, entry %d went from %x to %x", j, p[j], again[j])
				}
			}
		}
	})
}

// The projection p of x is the point of the set with <x-p, y-p> <= 0 for all y
// in the set. It is enough to ask the y that maximizes <x-p, y>.
func TestProjectionIsOptimal(t *testing.T) {
	forEach(t, func(t *testing.T, s domain.Set, d int, random *rand.Rand) {
		unit := s.Norm(d)
		y := make([]float64, d)
		for range draws {
			x := normal(random, s, d)
			p := projected(s, x)
			s.MinimizeLinear(y, difference(p, x))
			for _, y := range [][]float64{y, member(random, s, d)} {
				excess := dot(difference(x, p), difference(y, p), unit)
				if size := 1 + norm(x, unit); !(excess <= 1e-12*size) {
					t.Fatalf("<x-p, y-p> = %g for x = %v, y = %v", excess, x, y)
				}
			}
		}
	})
}

func TestProjectionIsNonexpansive(t *testing.T) {
	forEach(t, func(t *testing.T, s domain.Set, d int, random *rand.Rand) {
		unit := s.Norm(d)
		for range draws {
			x, y := normal(random, s, d), normal(random, s, d)
			before := norm(difference(x, y), unit)
			after := norm(difference(projected(s, x), projected(s, y)), unit)
			if after > before*(1+1e-12)+1e-14 {
				t.Fatalf("distance %g became %g", before, after)
			}
		}
	})
}

func TestLinearMinimizerBeatsMembers(t *testing.T) {
	forEach(t, func(t *testing.T, s domain.Set, d int, random *rand.Rand) {
		best := make([]float64, d)
		for range draws {
			g := normal(random, domain.Ball{Radius: 1}, d)
			if !s.MinimizeLinear(best, g) {
				t.Fatal("no minimizer")
			}
			if !s.Contains(best, 0) {
				t.Fatalf("minimizer %v lies outside", best)
			}
			unit, size := s.Norm(d), norm(g, 1)
			gain := dot(g, difference(best, member(random, s, d)), math.Sqrt(unit)) / size
			if gain > 1e-12 {
				t.Fatalf("a member is better than the minimizer by %g", gain)
			}
		}
	})
}

func TestDiameterAndNormBoundAndAreAttained(t *testing.T) {
	forEach(t, func(t *testing.T, s domain.Set, d int, random *rand.Rand) {
		diameter, radius := s.Diameter(d), s.Norm(d)
		for range draws {
			x, y := member(random, s, d), member(random, s, d)
			if between := norm(difference(x, y), radius); between > diameter/radius*(1+1e-12) {
				t.Fatalf("points at distance %g of a set of diameter %g", between*radius, diameter)
			}
			if n := norm(x, radius); n > 1+1e-12 {
				t.Fatalf("|x| = %g in a set of norm %g", n*radius, radius)
			}
		}
		// Opposite linear minimizers reach the diameter: e_1 and -e_1 on the
		// simplex, the diagonal on ball and box.
		g := make([]float64, d)
		for j := range g {
			g[j] = 1
			if s == (domain.Simplex{}) && j > 0 {
				g[j] = 0
			}
		}
		low, high := make([]float64, d), make([]float64, d)
		s.MinimizeLinear(low, g)
		for j := range g {
			g[j] = -g[j]
		}
		s.MinimizeLinear(high, g)
		if between := norm(difference(low, high), radius) * radius; math.Abs(between-diameter) > 1e-12*radius {
			t.Errorf("opposite points at distance %g, diameter %g", between, diameter)
		}
		if n := max(norm(low, radius), norm(high, radius)); math.Abs(n-1) > 1e-12 {
			t.Errorf("largest |x| is %g of Norm", n)
		}
	})
}

// Contains is measured against the distance to the projection.
func TestContainsMeasuresTheDistance(t *testing.T) {
	forEach(t, func(t *testing.T, s domain.Set, d int, random *rand.Rand) {
		for range draws {
			x := normal(random, s, d)
			unit := s.Norm(d)
			distance := norm(difference(x, projected(s, x)), unit) * unit
			if distance < 1e-9*unit {
				continue // inside or too near to tell
			}
			if s.Contains(x, distance*(1-1e-6)) || !s.Contains(x, distance*(1+1e-6)) {
				t.Fatalf("Contains disagrees with the distance %g of %v", distance, x)
			}
		}
		if x := normal(random, s, d); s.Contains(append(x[:d-1], math.NaN()), math.MaxFloat64) {
			t.Error("contains NaN")
		}
	})
}

func TestMethodsDoNotAllocate(t *testing.T) {
	forEach(t, func(t *testing.T, s domain.Set, d int, random *rand.Rand) {
		x := normal(random, s, d)
		work, dst := make([]float64, d), make([]float64, d)
		allocations := testing.AllocsPerRun(10, func() {
			copy(work, x)
			s.Project(work)
			s.MinimizeLinear(dst, x)
			s.Shrink(work, 0.1)
			s.Contains(x, 1)
		})
		if allocations != 0 {
			t.Errorf("%v allocations", allocations)
		}
	})
}
