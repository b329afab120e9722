package formula_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"regret/optim/schedule/formula"
)

var names = []string{"t", "T", "D", "G", "R", "L", "Lmax", "mu", "sigma", "n", "d"}

var env = map[string]float64{"t": 7, "T": 100, "D": 2, "G": 3, "R": 1.5, "L": 4, "Lmax": 5, "mu": 0.25, "sigma": 0.5, "n": 40, "d": 6}

// parse returns a formula that must be right.
func parse(t testing.TB, text string) *formula.Formula {
	t.Helper()
	f, err := formula.Parse(text, names)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return f
}

// evaluated returns the value of a formula in env, finite or not.
func evaluated(f *formula.Formula) float64 {
	value, _ := f.Eval(env)
	return value
}

// accepted holds formulas with their value in env as Go computes it.
var accepted = []struct {
	text  string
	value float64
}{
	{"0", 0},
	{"1.", 1},
	{".5", 0.5},
	{"1e-3", 1e-3},
	{"2.5E+2", 250},
	{"007", 7},
	{"9007199254740993.0", 9007199254740992},
	{"pi", math.Pi},
	{"D/(G*sqrt(T))", 2 / (3 * math.Sqrt(100))},
	{"R/(G*sqrt(T)) * min(1, 5*(1 - t/T))", 1.5 / (3 * math.Sqrt(100))},
	{"  D\n/\t(sqrt(2) *G )", 2 / (math.Sqrt2 * 3)},
	{"Lmax + L*mu - sigma/n + d", 5 + 4*0.25 - 0.5/40 + 6},
	// precedence
	{"1 - 2 - 3", -4},
	{"1 - (2 - 3)", 2},
	{"16/4/2", 2},
	{"16/(4/2)", 8},
	{"2*3^2", 18},
	{"-2^2", -4},
	{"(-2)^2", 4},
	{"2^-1*3", 1.5},
	{"2^3^2", 512},
	{"(2^3)^2", 64},
	{"2**3**2", 512},
	{"-t*-3", 21},
	{"- -t", 7},
	{"+t - +t", 0},
	{"2 - -3", 5},
	{"1 + t < 5 ? 1 : 2", 2},
	{"t^(1/2)", math.Sqrt(7)},
	{"t^2", 49},
	{"t^2.5", math.Pow(7, 2.5)},
	// functions
	{"exp(1)", math.E},
	{"log(t)", math.Log(7)},
	{"pow(t, 3)", 343},
	{"sin(t) + cos(t)", math.Sin(7) + math.Cos(7)},
	{"min(t, 3)", 3},
	{"max(1, t, 3, T, 2)", 100},
	{"min(4, 3, 2, t)", 2},
	{"abs(3 - t) + floor(t/2) + ceil(t/2) - floor(-t/2)", 4 + 3 + 4 + 4},
	{"(1 + cos(pi*t/T))/2", (1 + math.Cos(math.Pi*7/100)) / 2},
	// conditions
	{"t < 7 ? 1 : 2", 2},
	{"t <= 7 ? 1 : 2", 1},
	{"t > 7 ? 1 : 2", 2},
	{"t >= 7 ? 1 : 2", 1},
	{"t == 7 ? 1 : 2", 1},
	{"t != 7 ? 1 : 2", 2},
	{"t <= 3 ? 1 : t <= 10 ? 2 : 3", 2},
	{"(t < 3 ? 1 : 2) * 3", 6},
	{"t > 3 and t < 9 ? 1 : 2", 1},
	{"t > 3 && t < 5 || t == 7 ? 1 : 2", 1},
	{"t > 3 and (t < 5 or t == 8) ? 1 : 2", 2},
	{"not (t < 3) ? 1 : 2", 1},
	{"!(t < 3) and !(t > 9) ? 1 : 2", 1},
	{"1 < 2 ? t : sqrt(-1)", 7},
	{"1 < 2 and 2 < 1 ? 1 : 2", 2},
	{"2 < 1 or not (2 < 1) ? 1 : 2", 1},
	{"t >= 3 ? t : sqrt(-t)", 7},
}

func TestEval(t *testing.T) {
	for _, test := range accepted {
		f := parse(t, test.text)
		value, err := f.Eval(env)
		if err != nil || math.Abs(value-test.value) > 1e-15*math.Abs(test.value) {
			t.Errorf("%q: got %.17g, %v, want %.17g", test.text, value, err, test.value)
		}
		eval, err := f.Bind(env)
		if err != nil || eval(7, 100) != value {
			t.Errorf("%q: Bind gives %.17g, %v, Eval %.17g", test.text, eval(7, 100), err, value)
		}
	}
}

func TestEvalRefusesWhatIsNotFinite(t *testing.T) {
	tests := []struct{ text, want string }{
		{"sqrt(3 - t)", `"sqrt(3 - t)" is NaN with t = 7`},
		{"1/0", `"1/0" is +Inf`},
		{"log(t - 7) + D", `"log(t - 7) + D" is -Inf with t = 7, D = 2`},
		{"min(1, sqrt(-1))", "is NaN"},
		{"max(sqrt(-1), 1)", "is NaN"},
	}
	for _, test := range tests {
		if _, err := parse(t, test.text).Eval(env); err == nil || !strings.HasPrefix(err.Error(), test.want) && !strings.HasSuffix(err.Error(), test.want) {
			t.Errorf("%q: got error %v, want %q", test.text, err, test.want)
		}
	}
}

func TestNamesWithoutValue(t *testing.T) {
	f := parse(t, "t + T + D*G")
	var located *formula.Error
	if _, err := f.Eval(map[string]float64{"t": 1, "D": 2, "G": 1}); !errors.As(err, &located) || located.Column != 5 {
		t.Errorf("Eval without T: got %v", err)
	}
	if _, err := f.Bind(map[string]float64{"D": 2}); !errors.As(err, &located) || located.Column != 11 || located.Msg != "G has no value here" {
		t.Errorf("Bind without G: got %v", err)
	}
	eval, err := f.Bind(map[string]float64{"D": 2, "G": 3, "t": 1000, "T": 1000})
	if err != nil || eval(1, 2) != 9 {
		t.Errorf("Bind takes t and T as arguments: got %v, %v", eval(1, 2), err)
	}
}

func TestNames(t *testing.T) {
	f := parse(t, "t/T*pi + D - t*(G < 3 ? 1 : mu)")
	if want := []string{"t", "T", "D", "G", "mu"}; !slices.Equal(f.Names(), want) {
		t.Errorf("Names: got %v, want %v", f.Names(), want)
	}
	if !f.Uses("mu") || f.Uses("R") || f.Uses("pi") {
		t.Errorf("Uses: mu %t, R %t, pi %t", f.Uses("mu"), f.Uses("R"), f.Uses("pi"))
	}
	if f.String() != "t/T*pi + D - t*(G < 3 ? 1 : mu)" {
		t.Errorf("String: got %q", f)
	}
}

func TestBoundFunctionAllocatesNothing(t *testing.T) {
	eval, err := parse(t, "R/(G*sqrt(T)) * min(1, 5*(1 - t/T)) + (t < 3 and T > 2 ? pow(t, 2) : max(1, t, T))").Bind(env)
	if err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(100, func() { eval(3, 1e8) }); n != 0 {
		t.Errorf("%g allocations", n)
	}
}
