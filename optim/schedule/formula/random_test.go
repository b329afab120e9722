package formula_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// grown is a random formula with its value as Go computes it.
type grown struct {
	text  string
	value float64
	level int // 1 sum, 2 product, 3 sign, 4 power, 5 atom
}

// in returns the text for a place that asks for a level.
func (g grown) in(level int, r *rand.Rand) string {
	if g.level < level || r.IntN(8) == 0 {
		return "(" + g.text + ")"
	}
	return g.text
}

// grow returns a random formula of arithmetic and functions.
func grow(r *rand.Rand, depth int) grown {
	if depth == 0 || r.IntN(6) == 0 {
		leaves := []grown{
			{"t", env["t"], 5}, {"T", env["T"], 5}, {"D", env["D"], 5}, {"mu", env["mu"], 5}, {"Lmax", env["Lmax"], 5},
			{"2", 2, 5}, {"0.5", 0.5, 5}, {"3e-7", 3e-7, 5}, {"1e-9", 1e-9, 5}, {"pi", math.Pi, 5}, {"12", 12, 5},
		}
		return leaves[r.IntN(len(leaves))]
	}
	a, b := grow(r, depth-1), grow(r, depth-1)
	space := []string{"", " "}[r.IntN(2)]
	infix := func(op string, left, right int) string { return a.in(left, r) + space + op + space + b.in(right, r) }
	switch r.IntN(13) {
	case 0:
		return grown{infix("+", 1, 2), a.value + b.value, 1}
	case 1:
		return grown{infix("-", 1, 2), a.value - b.value, 1}
	case 2, 3:
		return grown{infix("*", 2, 3), a.value * b.value, 2}
	case 4, 5:
		return grown{infix("/", 2, 3), a.value / b.value, 2}
	case 6:
		return grown{infix("^", 5, 4), math.Pow(a.value, b.value), 4}
	case 7:
		return grown{"-" + space + a.in(4, r), -a.value, 3}
	case 8:
		return grown{"sqrt(" + a.text + ")", math.Sqrt(a.value), 5}
	case 9:
		return grown{"min(" + a.text + "," + b.text + ")", math.Min(a.value, b.value), 5}
	case 10:
		return grown{"abs(" + a.text + ")", math.Abs(a.value), 5}
	case 11:
		return grown{"sin(" + a.text + ")", math.Sin(a.value), 5}
	}
	return grown{fmt.Sprintf("floor(%s)", a.text), math.Floor(a.value), 5}
}

// same compares numbers of which both may be NaN.
func same(a, b, tolerance float64) bool {
	return a == b || math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) <= tolerance*math.Abs(b)
}

func TestRandomFormulas(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		g := grow(r, 1+r.IntN(4))
		if len(g.text) > 1000 {
			continue
		}
		f := parse(t, g.text)
		eval, err := f.Bind(env)
		if err != nil {
			t.Fatal(err)
		}
		if got := eval(env["t"], env["T"]); !same(got, g.value, 0) || !same(evaluated(f), g.value, 0) {
			t.Fatalf("%q: Bind gives %.17g, Eval %.17g, want %.17g", g.text, got, evaluated(f), g.value)
		}
	}
}
