package formula_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"regret/optim/schedule/formula"
)

// refused holds formulas with the column and the beginning of their error.
var refused = []struct {
	text   string
	column int
	msg    string
}{
	{"", 1, "empty formula"},
	{" \n", 1, "empty formula"},
	{strings.Repeat("1", 1001), 1, "formula of 1001 bytes: at most 1000 are allowed"},
	// words
	{"2*x", 3, `unknown name "x": known are t, T, D,`},
	{"g*t", 1, `unknown name "g", did you mean "G"?`},
	{"1 + lmax", 5, `unknown name "lmax", did you mean "Lmax"?`},
	{"sgima", 1, `unknown name "sgima", did you mean "sigma"?`},
	{"ln(t)", 1, `unknown function "ln", did you mean "log"?`},
	{"sqr(t)", 1, `unknown function "sqr", did you mean "sqrt"?`},
	{"len(t)", 1, "unknown function"},
	{"filter(t, t)", 1, "unknown function"},
	{"now()", 1, "unknown function"},
	{"D(2)", 1, "D is a number, not a function"},
	{"pi(2)", 1, "pi is a number, not a function"},
	{"2 + sqrt", 5, "sqrt is a function: its arguments go in parentheses"},
	{"true ? 1 : 2", 1, `unknown name "true"`},
	{"nil", 1, `unknown name "nil"`},
	{"η + 1", 1, `unknown name "η"`},
	{"D*η + x", 3, `unknown name "η"`},
	// numbers
	{"2t", 2, "a number ends in a letter: a product needs a *"},
	{"1e", 1, `"1e" is not a decimal number`},
	{"1_000", 1, `"1_000" is not a decimal number`},
	{"t + 0x10", 5, `"0x10" is not a decimal number`},
	{"0b1", 1, `"0b1" is not a decimal number`},
	{"1e400", 1, "number 1e400 is too large"},
	{"99999999999999999999", 1, "integer 99999999999999999999 is too large"},
	{"1.5.2", 4, `an operator is missing before ".2"`},
	// operators that the parser knows and formulas do not
	{"1..3", 2, `".." is not known`},
	{"t in T", 3, `"in" is not known`},
	{"t not in T", 7, `"in" is not known`},
	{"t contains T", 3, `"contains" is not known`},
	{"t ?? 1", 3, `"??" is not known`},
	{"t?.5:1", 2, `"?." is not known: write a space after ?`},
	{"t | abs", 3, `"|" is not known: write or`},
	{"t = 3 ? 1 : 2", 3, `"=" is not known: write ==`},
	{"t.x", 2, `"." is not known`},
	{"abs(t).x", 7, `"." is not known`},
	{"::abs(t)", 1, `"::" is not known`},
	{"let x = 1", 1, `"let" is not known`},
	{"if t < 3", 1, `"if" is not known: write cond ? a : b`},
	// signs
	{"t%2", 2, `unexpected "%": remainders are not known`},
	{"[1]", 1, `unexpected "[": only round parentheses`},
	{"t[0]", 2, `unexpected "["`},
	{"{t: 1}", 1, `unexpected "{"`},
	{"'x'", 1, `unexpected "'"`},
	{`t + "x"`, 5, `unexpected "\""`},
	{"`x`", 1, "unexpected \"`\""},
	{"t;T", 2, `unexpected ";"`},
	{"#", 1, `unexpected "#"`},
	{"$env", 1, `unexpected "$"`},
	{"D//2", 2, `"//" is not an operator`},
	{"D /* x */", 3, `"/*" is not an operator`},
	{"η√2", 2, `unexpected "√": write sqrt(...)`},
	{"1 − t", 3, `unexpected "−": write -`},
	{"t\x00", 2, `unexpected "\x00"`},
	{"t+\xff", 3, "text is not valid UTF-8"},
	{"ηη\xffη", 3, "text is not valid UTF-8"},
	// structure
	{"2 t", 3, `an operator is missing before "t"`},
	{"2(t)", 2, `an operator is missing before "("`},
	{"(t)(2)", 4, `an operator is missing before "("`},
	{"1+", 3, "the formula ends too early"},
	{"η*", 1, "unknown name"},
	{"t*", 3, "the formula ends too early"},
	{"t +\u00a0", 5, "the formula ends too early"},
	{"t < 5 ? 1", 10, "the formula ends too early"},
	{"* 2", 1, `unexpected "*"`},
	{"1 ? : 2", 1, "a condition is needed here"},
	{"1,2", 2, `unexpected ","`},
	{"min(1,,2)", 7, `unexpected ","`},
	{"min(1,2,)", 9, `unexpected ")" after a comma`},
	{"()", 2, `unexpected ")"`},
	{"(1", 1, "parenthesis is not closed"},
	{"(1 + (2)", 1, "parenthesis is not closed"},
	{"1)", 2, "parenthesis closes nothing"},
	// arguments
	{"sqrt()", 1, "sqrt needs 1 argument, got 0"},
	{"1 + sqrt(1, 2)", 5, "sqrt takes 1 argument, got 2"},
	{"min(1)", 1, "min needs 2 arguments, got 1"},
	{"pow(2)", 1, "pow needs 2 arguments, got 1"},
	{"pow(1,2,3)", 1, "pow takes 2 arguments, got 3"},
	{"abs(1,2)", 1, "abs takes 1 argument, got 2"},
	// conditions and numbers
	{"t < T", 3, "a condition is not a number"},
	{"(t < 5) + 1", 4, "a condition is not a number"},
	{"t && T", 3, "a condition is not a number"},
	{"t ? 1 : 2", 1, "a condition is needed here, such as t <= 100"},
	{"sqrt(t) ? 1 : 2", 1, "a condition is needed here"},
	{"t < 1 and T ? 1 : 2", 11, "a condition is needed here"},
	{"(t < 1) ?: 2", 4, "a condition is not a number"},
	{"not t < 5 ? 1 : 2", 1, "not makes a condition, not a number: write (not (t < 5) ? 1 : 0)"},
	{"-(t < 5)", 5, "a condition is not a number"},
	{"1 < t < 5 ? 1 : 2", 7, "comparisons do not chain: write a < b and b < c"},
	{"1 == t < 5 ? 1 : 2", 3, "a condition is not a number"},
	// depth
	{strings.Repeat("(", 500) + "1" + strings.Repeat(")", 499), 101, "nested too deeply"},
	{strings.Repeat("-", 900) + "1", 101, "nested too deeply"},
	{strings.Repeat("t<1?1:", 150) + "1", 100*6 + 4, "nested too deeply"},
}

func TestRefused(t *testing.T) {
	for _, test := range refused {
		f, err := formula.Parse(test.text, names)
		var located *formula.Error
		if !errors.As(err, &located) {
			t.Errorf("%q: got %v, %v, want an error", test.text, f, err)
		} else if located.Column != test.column || !strings.HasPrefix(located.Msg, test.msg) {
			t.Errorf("%q: got %v, want column %d: %s", test.text, err, test.column, test.msg)
		}
	}
}

// TestHostileSizes has formulas of the greatest length: they end, and soon.
func TestHostileSizes(t *testing.T) {
	doubling := "t" // a chain of comparisons shares its middle: 2^k nodes if it were followed
	for len(doubling) < 950 {
		doubling = "(0<" + doubling + "<1?1:2)"
	}
	for _, text := range []string{
		strings.Repeat("t+", 499) + "t", strings.Repeat("t^", 499) + "t", strings.Repeat("- ", 499) + "t",
		strings.Repeat("(", 99) + "t" + strings.Repeat(")", 99), strings.Repeat("t*-", 330) + "t",
		"t" + strings.Repeat("?:t", 300), strings.Repeat("(", 99) + "t" + strings.Repeat("?:t)", 99),
		strings.Repeat("abs(", 99) + "t" + strings.Repeat(")", 99), doubling,
		"min(" + strings.Repeat("t,", 490) + "t)", strings.Repeat("!", 999), strings.Repeat("not ", 249),
	} {
		f, err := formula.Parse(text, names)
		if err != nil {
			continue
		}
		if n := len(f.LaTeX()) + len(f.Label()); n > 100_000 {
			t.Errorf("%.20q...: %d bytes of labels", text, n)
		}
		if _, err := f.Bind(nil); err != nil {
			t.Errorf("%.20q...: %v", text, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, test := range refused {
		f.Add(test.text)
	}
	for _, test := range accepted {
		f.Add(test.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		parsed, err := formula.Parse(text, names)
		if err != nil {
			var located *formula.Error
			if !errors.As(err, &located) || located.Column < 1 || located.Column > utf8.RuneCountInString(text)+1 || located.Msg == "" {
				t.Fatalf("%q: badly located error %v", text, err)
			}
			return
		}
		eval, err := parsed.Bind(env)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if got, want := eval(env["t"], env["T"]), evaluated(parsed); got != want && got == got {
			t.Fatalf("%q: Bind gives %g, Eval %g", text, got, want)
		}
		if latex := parsed.LaTeX(); strings.Count(latex, "{") != strings.Count(latex, "}") || strings.Count(latex, `\left`) != strings.Count(latex, `\right`) {
			t.Fatalf("%q: unbalanced LaTeX %s", text, latex)
		}
		if parsed.Label() == "" {
			t.Fatalf("%q: no label", text)
		}
	})
}
