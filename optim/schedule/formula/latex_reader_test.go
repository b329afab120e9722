package formula_test

import (
	"math"
	"regexp"
	"strconv"
	"testing"
)

var latexTokens = regexp.MustCompile(`\\left\(|\\right\)|\\left\||\\right\||\\left\\lfloor|\\right\\rfloor|L_\{\\max\}|\\[a-z]+|[0-9.]+|[a-zA-Z]|[-+^{},]`)

// latexReader evaluates LaTeX by the conventions of print: juxtaposed factors
// are multiplied, a leading minus spans its term, a power binds its base.
type latexReader struct {
	t      *testing.T
	text   string
	tokens []string
}

func (r *latexReader) peek() string {
	if len(r.tokens) == 0 {
		return ""
	}
	return r.tokens[0]
}

func (r *latexReader) next() string {
	token := r.peek()
	r.tokens = r.tokens[min(1, len(r.tokens)):]
	return token
}

func (r *latexReader) expect(token string) {
	if got := r.next(); got != token {
		r.t.Fatalf("%s: got %q, want %q before %q", r.text, got, token, r.tokens)
	}
}

func (r *latexReader) sum() float64 {
	value := 0.0
	if r.peek() == "-" {
		r.next()
		value = -r.product()
	} else {
		value = r.product()
	}
	for {
		switch r.peek() {
		case "+":
			r.next()
			value += r.product()
		case "-":
			r.next()
			value -= r.product()
		default:
			return value
		}
	}
}

func (r *latexReader) product() float64 {
	value := r.power()
	for {
		switch r.peek() {
		case "", "+", "-", "}", ",", `\right)`, `\right|`, `\right\rfloor`:
			return value
		case `\cdot`:
			r.next()
		}
		value *= r.power()
	}
}

func (r *latexReader) power() float64 {
	base := r.atom()
	if r.peek() != "^" {
		return base
	}
	r.next()
	exponent := r.braces()
	if r.peek() == "^" {
		r.t.Fatalf("%s: double superscript", r.text)
	}
	return math.Pow(base, exponent)
}

func (r *latexReader) braces() float64 {
	r.expect("{")
	value := r.sum()
	r.expect("}")
	return value
}

func (r *latexReader) atom() float64 {
	inside := func(closing string) float64 {
		value := r.sum()
		r.expect(closing)
		return value
	}
	token := r.next()
	switch token {
	case `\left(`:
		return inside(`\right)`)
	case `\left|`:
		return math.Abs(inside(`\right|`))
	case `\left\lfloor`:
		return math.Floor(inside(`\right\rfloor`))
	case `\frac`:
		numerator := r.braces()
		return numerator / r.braces()
	case `\sqrt`:
		return math.Sqrt(r.braces())
	case `\sin`:
		r.expect(`\left(`)
		return math.Sin(inside(`\right)`))
	case `\min`:
		r.expect(`\left(`)
		first := inside(",")
		return math.Min(first, inside(`\right)`))
	case `\pi`:
		return math.Pi
	case `\mu`, `L_{\max}`:
		return env[map[string]string{`\mu`: "mu", `L_{\max}`: "Lmax"}[token]]
	}
	if value, ok := env[token]; ok {
		return value
	}
	value, err := strconv.ParseFloat(token, 64)
	if err != nil {
		r.t.Fatalf("%s: unexpected %q before %q", r.text, token, r.tokens)
	}
	return value
}
