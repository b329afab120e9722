package formula

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser/lexer"
)

// tokens are the words of a formula, all of kinds that formulas know.
type tokens struct {
	list []lexer.Token // the end of the text is not among them
	end  int           // the column after the last rune
}

// scan splits the text into words. The lexer knows strings, comments and more,
// so runes that could open one of these never reach it.
func scan(text string) (*tokens, error) {
	if len(text) > MaxLength {
		return nil, errorAt(1, "formula of %d bytes: at most %d are allowed", len(text), MaxLength)
	}
	if !utf8.ValidString(text) {
		return nil, errorAt(utf8.RuneCountInString(validPrefix(text))+1, "text is not valid UTF-8")
	}
	if err := checkRunes([]rune(text)); err != nil {
		return nil, err
	}
	list, err := lexer.Lex(file.NewSource(text))
	if err != nil {
		return nil, lexicalError(err)
	}
	return &tokens{list: list[:len(list)-1], end: utf8.RuneCountInString(text) + 1}, nil
}

func validPrefix(text string) string {
	for i, r := range text {
		if _, size := utf8.DecodeRuneInString(text[i:]); r == utf8.RuneError && size == 1 {
			return text[:i]
		}
	}
	return text
}

// typographic holds runes that come with copied text, and what to write instead.
var typographic = map[rune]string{'−': "-", '–': "-", '×': "*", '·': "*", '∙': "*", '⋅': "*", '÷': "/", '√': "sqrt(...)", '≤': "<=", '≥': ">=", '≠': "!=", '²': "^2"}

func checkRunes(runes []rune) error {
	for i, r := range runes {
		switch {
		case r == '/' && i+1 < len(runes) && (runes[i+1] == '/' || runes[i+1] == '*'):
			return errorAt(i+1, "%q is not an operator", string(runes[i:i+2]))
		case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsSpace(r):
		case strings.ContainsRune("+-*/^()<>=!?:&|,.", r):
		case typographic[r] != "":
			return errorAt(i+1, "unexpected %q: write %s", string(r), typographic[r])
		case strings.ContainsRune("[]{}", r):
			return errorAt(i+1, "unexpected %q: only round parentheses are known", string(r))
		case r == '%':
			return errorAt(i+1, `unexpected "%%": remainders are not known`)
		default:
			return errorAt(i+1, "unexpected %q", string(r))
		}
	}
	return nil
}

// lexicalError locates an error of the lexer. Of the runes that checkRunes lets
// through, only a number can be misspelt.
func lexicalError(err error) error {
	var located *file.Error
	if errors.As(err, &located) {
		return errorAt(located.From+1, "a number ends in a letter: a product needs a *, as in 2*t")
	}
	return errorAt(1, "%v", err)
}
