package formula_test

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"regret/optim/schedule/formula"
)

var printed = []struct{ text, latex, label string }{
	{"D/(G*sqrt(T))", `\frac{D}{G\sqrt{T}}`, "D/(G√T)"},
	{"D/(sqrt(2)*G)", `\frac{D}{\sqrt{2} G}`, "D/(√2·G)"},
	{"R/(G*sqrt(T)) * min(1, 5*(1 - t/T))", `\frac{R}{G\sqrt{T}}\min\left(1, 5\left(1 - \frac{t}{T}\right)\right)`, "(R/(G√T))·min(1, 5(1 − t/T))"},
	{"1/(mu*t)", `\frac{1}{\mu t}`, "1/(μt)"},
	{"sigma^2/(Lmax*n)", `\frac{\sigma^{2}}{L_{\max} n}`, "σ^{2}/(L_{max}·n)"},
	{"1 - (2 - t)", `1 - \left(2 - t\right)`, "1 − (2 − t)"},
	{"1 - 2 - t", `1 - 2 - t`, "1 − 2 − t"},
	{"1 - -t", `1 - \left(-t\right)`, "1 − (−t)"},
	{"-(t + 1)", `-\left(t + 1\right)`, "−(t + 1)"},
	{"-2^t", `-2^{t}`, "−2^{t}"},
	{"(-2)^t", `\left(-2\right)^{t}`, "(−2)^{t}"},
	{"(t/T)^2", `\left(\frac{t}{T}\right)^{2}`, "(t/T)^{2}"},
	{"(t^2)^3", `\left(t^{2}\right)^{3}`, "(t^{2})^{3}"},
	{"t^(1/2)", `t^{\frac{1}{2}}`, "t^{1/2}"},
	{"sqrt(t)^3", `\sqrt{t}^{3}`, "(√t)^{3}"},
	{"sin(t)^2", `\left(\sin\left(t\right)\right)^{2}`, "(sin(t))^{2}"},
	{"sqrt(t + 1)", `\sqrt{t + 1}`, "√(t + 1)"},
	{"2*3*t", `2 \cdot 3 t`, "2·3·t"},
	{"D*(1 - t/T)", `D \cdot \left(1 - \frac{t}{T}\right)`, "D·(1 − t/T)"},
	{"t/T/2", `\frac{\frac{t}{T}}{2}`, "(t/T)/2"},
	{"2.5e-7*t + 1e-9", `2.5 \cdot 10^{-7} t + 10^{-9}`, "2.5·10^{−7}·t + 10^{−9}"},
	{"abs(t)*floor(T/2)", `\left|t\right|\left\lfloor \frac{T}{2} \right\rfloor`, "|t|·⌊T/2⌋"},
	{"cos(pi*t/T)", `\cos\left(\frac{\pi t}{T}\right)`, "cos(πt/T)"},
	{"t <= 10 ? 1 : t < 20 ? t : 2", `\begin{cases} 1 & \text{if } t \le 10, \\ t & \text{if } t < 20, \\ 2 & \text{otherwise} \end{cases}`, "t ≤ 10 ? 1 : t < 20 ? t : 2"},
	{"2*(t > 1 ? 1 : t)", `2\left(\begin{cases} 1 & \text{if } t > 1, \\ t & \text{otherwise} \end{cases}\right)`, "2(t > 1 ? 1 : t)"},
	{"not (t == 1) and (t != 2 or t >= 3) ? 1 : 2", `\begin{cases} 1 & \text{if } \text{not } \left(t = 1\right) \text{ and } \left(t \ne 2 \text{ or } t \ge 3\right), \\ 2 & \text{otherwise} \end{cases}`, "not (t = 1) and (t ≠ 2 or t ≥ 3) ? 1 : 2"},
}

func TestPrinted(t *testing.T) {
	for _, test := range printed {
		f := parse(t, test.text)
		if f.LaTeX() != test.latex {
			t.Errorf("%q: LaTeX is %s, want %s", test.text, f.LaTeX(), test.latex)
		}
		if f.Label() != test.label {
			t.Errorf("%q: label is %s, want %s", test.text, f.Label(), test.label)
		}
	}
}

// Rx is known on populations alone; its index is one letter.
func TestPrintedRadius(t *testing.T) {
	f, err := formula.Parse("1/(4*Rx^2)", []string{"Rx"})
	if err != nil {
		t.Fatal(err)
	}
	if f.LaTeX() != `\frac{1}{4 R_x^{2}}` || f.Label() != "1/(4R_{x}^{2})" {
		t.Errorf("LaTeX %s, label %s", f.LaTeX(), f.Label())
	}
}

// TestRandomLaTeX reads the LaTeX of random formulas as a mathematician would
// and compares values: every parenthesis that is needed is there.
func TestRandomLaTeX(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		g := grow(r, 1+r.IntN(4))
		if len(g.text) > 1000 || unstable(t, g) {
			continue
		}
		text := parse(t, g.text).LaTeX()
		reader := &latexReader{t: t, text: text, tokens: latexTokens.FindAllString(text, -1)}
		if strings.Join(reader.tokens, "") != strings.ReplaceAll(text, " ", "") {
			t.Fatalf("%q: unknown words in %s", g.text, text)
		}
		if got := reader.sum(); !near(got, g.value) || len(reader.tokens) > 0 {
			t.Fatalf("%q: %s reads as %.17g with %q left, want %.17g", g.text, text, got, reader.tokens, g.value)
		}
	}
}

// near allows for sums that are ordered differently.
func near(a, b float64) bool { return same(a, b, 1e-9) || math.Abs(a-b) <= 1e-9 }

// unstable tells whether roundings of the names' values change the formula's.
func unstable(t *testing.T, g grown) bool {
	moved := map[string]float64{}
	for name, value := range env {
		moved[name] = value * (1 + 1e-13)
	}
	value, _ := parse(t, g.text).Eval(moved)
	return !near(value, g.value)
}
