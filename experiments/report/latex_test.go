package report

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestEscapeLaTeX(t *testing.T) {
	for text, want := range map[string]string{
		`a_b & 50% #1 {x} $y^2~\z`: `a\_b \& 50\% \#1 \{x\} \$y\textasciicircum{}2\textasciitilde{}\textbackslash{}z`,
		"η = α/√t":                 `\ensuremath{\eta} = \ensuremath{\alpha}/\ensuremath{\surd}t`,
		"Größe, façon, Łódź":       "Größe, façon, Łódź",
		"шаг":                      `\texttt{U+0448}\texttt{U+0430}\texttt{U+0433}`,
		"(1−t/T)²":                 `(1\ensuremath{-}t/T)\ensuremath{^2}`,
		"--seed, a---b":            `-{}-seed, a-{}-{}-b`,
		" two  blanks\tand a tab ": " two  blanks and a tab ",
		"inverse-sqrt":             "inverse-sqrt",
		"alpha=D/(sqrt(2)*G)":      `alpha=\allowbreak{}D/\allowbreak{}(\allowbreak{}sqrt(\allowbreak{}2)*\allowbreak{}G)`,
		strings.Repeat("a", 20):    strings.Repeat("a", 16) + `\allowbreak{}aaaa`,
	} {
		if got := escapeLaTeX(text); got != want {
			t.Errorf("%q gives\n%s, want\n%s", text, got, want)
		}
	}
}

var latexCommand = regexp.MustCompile(`\\(?:[A-Za-z]+|[_%&#${}-])`)

// settable says what LaTeX with T1 fonts would stumble over in a piece of text mode;
// ensured mathematics may hold one script.
func settable(text string) string {
	text = regexp.MustCompile(`\\ensuremath\{[_^]?([^{}]*|\\mathrm\{.\})\}`).ReplaceAllString(text, "")
	text = latexCommand.ReplaceAllString(text, "")
	depth := 0
	for _, r := range text {
		switch {
		case r == '{':
			depth++
		case r == '}':
			depth--
		case strings.ContainsRune("\\_^%&#$\"<>|`", r):
			return "a bare " + string(r)
		case r > unicode.MaxLatin1 && !inT1(r), r < ' ', r >= 0x7F && r <= 0xA0:
			return "no letter in T1: " + string(r)
		}
		if depth < 0 {
			return "a brace closes nothing"
		}
	}
	if depth != 0 {
		return "a brace stays open"
	}
	return ""
}

// Every character that a name in YAML may hold comes out as LaTeX can set it, alone and
// in company. (These were all put through pdflatex once; beyond them
// there are code points alone, which rapid draws.)
func TestAnyTextCanBeSet(t *testing.T) {
	for r := rune(0); r < 0x3000; r++ {
		if why := settable(escapeLaTeX("x" + string(r) + "y")); why != "" {
			t.Errorf("U+%04X: %s", r, why)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if why := settable(escapeLaTeX(text)); why != "" {
			t.Errorf("%q: %s", text, why)
		}
	})
}

// Definitions leave the display, for a line that TeX can break.
func TestDisplayedFormulas(t *testing.T) {
	for formula, want := range map[string]string{
		`F(\theta)=|\theta|`: "\\begin{equation*}\n  F(\\theta)=|\\theta|\n\\end{equation*}",
		`a\le b_s,\quad s=\max\{p,\ q\},\ w_t=t,\ r\in(0,1]`: "\\begin{equation*}\n  a\\le b_s\n\\end{equation*}\n" +
			`with $s=\max\{p,\ q\}$, $w_t=t$, $r\in(0,1]$`,
	} {
		if got := displayed(formula); got != want {
			t.Errorf("%s gives\n%s, want\n%s", formula, got, want)
		}
	}
}
