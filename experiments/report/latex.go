package report

import (
	"fmt"
	"strings"
	"unicode"
)

// escapeLaTeX makes plain text safe for LaTeX's text mode, in a document with T1 fonts
// (\usepackage[T1]{fontenc}) and amssymb. Latin letters stand for themselves, Greek ones and
// usual signs become mathematics. What those fonts lack, such as Cyrillic, is named by its
// code point, as U+0416: no package that a reader must load could be relied on. Long words
// may break at their punctuation: formulas and names have no blanks.
func escapeLaTeX(text string) string {
	var b strings.Builder
	var word []rune
	for _, r := range text {
		if r != ' ' && !unicode.IsControl(r) {
			word = append(word, r)
			continue
		}
		writeWord(&b, word)
		b.WriteByte(' ')
		word = word[:0]
	}
	writeWord(&b, word)
	return b.String()
}

// writeWord escapes a word and lets a long one break.
func writeWord(b *strings.Builder, word []rune) {
	const long = 16
	unbroken := 0
	for i, r := range word {
		if r == '-' && i > 0 && word[i-1] == '-' {
			b.WriteString("{}") // two hyphens are no dash
		}
		b.WriteString(latexRune(r))
		unbroken++
		if len(word) > long && i < len(word)-1 && (strings.ContainsRune("=/*(,:;_-+", r) || unbroken == long) {
			b.WriteString(`\allowbreak{}`)
			unbroken = 0
		}
	}
}

func latexRune(r rune) string {
	if text, ok := latexSigns[r]; ok {
		return text
	}
	if text, ok := latexMaths[r]; ok {
		return `\ensuremath{` + text + `}`
	}
	if r < 0x7F || inT1(r) {
		return string(r)
	}
	return fmt.Sprintf(`\texttt{U+%04X}`, r)
}

// inT1 says whether LaTeX sets a letter or sign of Latin-1 or Latin Extended-A in T1.
func inT1(r rune) bool {
	return r > 0xA0 && r <= 0x17F && !strings.ContainsRune("\u00adĦħĸĿŀŉŦŧſ", r)
}

var latexSigns = map[rune]string{
	'\\': `\textbackslash{}`, '{': `\{`, '}': `\}`, '_': `\_`, '%': `\%`, '&': `\&`, '#': `\#`, '$': `\$`,
	'^': `\textasciicircum{}`, '~': `\textasciitilde{}`, '`': `\textasciigrave{}`, '"': `\textquotedbl{}`,
	'<': `\textless{}`, '>': `\textgreater{}`, '|': `\textbar{}`, '\u00a0': `~`, '\u00ad': `\-`,
	'–': `\textendash{}`, '—': `\textemdash{}`, '…': `\dots{}`, '‘': `\textquoteleft{}`, '’': `\textquoteright{}`,
	'“': `\textquotedblleft{}`, '”': `\textquotedblright{}`, '„': `\quotedblbase{}`, '•': `\textbullet{}`, '€': `\texteuro{}`,
}

// latexMaths are the Greek letters, of which those that look like Latin ones have no
// command, and the signs of formulas.
var latexMaths = map[rune]string{
	'α': `\alpha`, 'β': `\beta`, 'γ': `\gamma`, 'δ': `\delta`, 'ε': `\varepsilon`, 'ϵ': `\epsilon`, 'ζ': `\zeta`, 'η': `\eta`,
	'θ': `\theta`, 'ϑ': `\vartheta`, 'ι': `\iota`, 'κ': `\kappa`, 'λ': `\lambda`, 'μ': `\mu`, 'ν': `\nu`, 'ξ': `\xi`, 'ο': `o`,
	'π': `\pi`, 'ρ': `\rho`, 'ς': `\varsigma`, 'σ': `\sigma`, 'τ': `\tau`, 'υ': `\upsilon`, 'φ': `\varphi`, 'ϕ': `\phi`, 'χ': `\chi`,
	'ψ': `\psi`, 'ω': `\omega`, 'Α': `\mathrm{A}`, 'Β': `\mathrm{B}`, 'Γ': `\Gamma`, 'Δ': `\Delta`, 'Ε': `\mathrm{E}`, 'Ζ': `\mathrm{Z}`,
	'Η': `\mathrm{H}`, 'Θ': `\Theta`, 'Ι': `\mathrm{I}`, 'Κ': `\mathrm{K}`, 'Λ': `\Lambda`, 'Μ': `\mathrm{M}`, 'Ν': `\mathrm{N}`, 'Ξ': `\Xi`,
	'Ο': `\mathrm{O}`, 'Π': `\Pi`, 'Ρ': `\mathrm{P}`, 'Σ': `\Sigma`, 'Τ': `\mathrm{T}`, 'Υ': `\Upsilon`, 'Φ': `\Phi`, 'Χ': `\mathrm{X}`,
	'Ψ': `\Psi`, 'Ω': `\Omega`, 'ℓ': `\ell`, '√': `\surd`, '≤': `\le`, '≥': `\ge`, '≠': `\ne`, '≈': `\approx`, '≡': `\equiv`, '∝': `\propto`,
	'−': `-`, '∗': `*`, '⋅': `\cdot`, '·': `\cdot`, '×': `\times`, '±': `\pm`, '∞': `\infty`, '∑': `\sum`, '∏': `\prod`, '∫': `\int`,
	'∂': `\partial`, '∇': `\nabla`, '∈': `\in`, '→': `\to`, '←': `\leftarrow`, '↑': `\uparrow`, '↓': `\downarrow`, '⌈': `\lceil`, '⌉': `\rceil`,
	'⌊': `\lfloor`, '⌋': `\rfloor`, '′': `'`, '✓': `\checkmark`, '✗': `\times`, '⁻': `^-`, '⁺': `^+`,
	'⁰': `^0`, '¹': `^1`, '²': `^2`, '³': `^3`, '⁴': `^4`, '⁵': `^5`, '⁶': `^6`, '⁷': `^7`, '⁸': `^8`, '⁹': `^9`,
	'₀': `_0`, '₁': `_1`, '₂': `_2`, '₃': `_3`, '₄': `_4`, '₅': `_5`, '₆': `_6`, '₇': `_7`, '₈': `_8`, '₉': `_9`, 'ₜ': `_t`, 'ᵀ': `^T`,
}
