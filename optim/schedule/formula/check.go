package formula

import (
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser/lexer"
)

// maxNesting bounds open parentheses, signs in a row and conditionals.
const maxNesting = 100

var operators = []string{"+", "-", "*", "/", "^", "**", "<", "<=", ">", ">=", "==", "!=", "?", ":", ",", "and", "&&", "or", "||", "not", "!"}

// instead says what to write for an operator of other languages.
var instead = map[string]string{"=": "==", "|": "or", "&": "and", "?.": "a space after ?", "<>": "!=", "=<": "<=", "=>": ">=", "if": "cond ? a : b", "else": "cond ? a : b"}

// check refuses unknown words and unbalanced or too deep nesting before the
// parser sees them.
func (s *tokens) check(names []string) error {
	if len(s.list) == 0 {
		return errorAt(1, "empty formula")
	}
	var previous lexer.Token
	for i, token := range s.list {
		var next lexer.Token
		if i+1 < len(s.list) {
			next = s.list[i+1]
		}
		if endsOperand(previous) && startsOperand(token) && !(previous.Kind == lexer.Identifier && token.Value == "(") {
			return errorAt(column(token), "an operator is missing before %q: a product needs a *", token.Value)
		}
		if err := checkToken(token, next, names); err != nil {
			return err
		}
		previous = token
	}
	return s.checkNesting()
}

func column(token lexer.Token) int { return token.From + 1 }

func startsOperand(token lexer.Token) bool {
	return token.Kind == lexer.Number || token.Kind == lexer.Identifier || token.Value == "("
}

func endsOperand(token lexer.Token) bool {
	return token.Kind == lexer.Number || token.Kind == lexer.Identifier || token.Value == ")"
}

func checkToken(token, next lexer.Token, names []string) error {
	switch token.Kind {
	case lexer.Number:
		return checkNumber(token)
	case lexer.Identifier:
		if next.Value == "(" {
			return checkFunction(token, names)
		}
		return checkName(token, names)
	case lexer.Operator:
		if token.Value == "," && next.Value == ")" {
			return errorAt(column(next), `unexpected ")" after a comma`)
		}
		if !slices.Contains(operators, token.Value) {
			if better, ok := instead[token.Value]; ok {
				return errorAt(column(token), "%q is not known: write %s", token.Value, better)
			}
			return errorAt(column(token), "%q is not known", token.Value)
		}
	}
	return nil
}

func checkNumber(token lexer.Token) error {
	decimal := strings.Trim(token.Value, "0123456789.eE+-") == ""
	value, err := strconv.ParseFloat(token.Value, 64)
	switch {
	case math.IsInf(value, 0):
		return errorAt(column(token), "number %s is too large", token.Value)
	case !decimal || err != nil:
		return errorAt(column(token), "%q is not a decimal number", token.Value)
	case value > math.MaxInt64/2 && !strings.ContainsAny(token.Value, ".eE"):
		return errorAt(column(token), "integer %s is too large: write it with a decimal point", token.Value)
	}
	return nil
}

func checkFunction(token lexer.Token, names []string) error {
	if _, ok := functions[token.Value]; ok {
		return nil
	}
	if token.Value == pi || slices.Contains(names, token.Value) {
		return errorAt(column(token), "%s is a number, not a function: a product needs a *", token.Value)
	}
	return errorAt(column(token), "unknown function %q%s", token.Value, didYouMean(token.Value, functionNames()))
}

func checkName(token lexer.Token, names []string) error {
	if token.Value == pi || slices.Contains(names, token.Value) {
		return nil
	}
	if _, ok := functions[token.Value]; ok {
		return errorAt(column(token), "%s is a function: its arguments go in parentheses", token.Value)
	}
	return errorAt(column(token), "unknown name %q%s", token.Value, didYouMean(token.Value, names))
}

func (s *tokens) checkNesting() error {
	var open []lexer.Token
	conditionals, signs := 0, 0
	for i, token := range s.list {
		sign := slices.Contains([]string{"+", "-", "!", "not"}, token.Value)
		if sign && (i == 0 || !endsOperand(s.list[i-1])) {
			signs++
		} else {
			signs = 0
		}
		switch token.Value {
		case "(":
			open = append(open, token)
		case ")":
			if len(open) == 0 {
				return errorAt(column(token), "parenthesis closes nothing")
			}
			open = open[:len(open)-1]
		case "?":
			conditionals++
		}
		if max(len(open), signs, conditionals) > maxNesting {
			return errorAt(column(token), "nested too deeply: more than %d levels", maxNesting)
		}
	}
	if len(open) > 0 {
		return errorAt(column(open[len(open)-1]), "parenthesis is not closed")
	}
	return nil
}

// explain puts an error of the parser into our words and columns.
func (s *tokens) explain(err error) error {
	var located *file.Error
	if !errors.As(err, &located) {
		return errorAt(1, "%v", err)
	}
	if strings.HasSuffix(located.Message, "EOF") || strings.Contains(located.Message, "end of expression") {
		return errorAt(s.end, "the formula ends too early")
	}
	for _, token := range s.list {
		if token.From == located.From {
			return errorAt(column(token), "unexpected %q", token.Value)
		}
	}
	return errorAt(located.From+1, "%s", located.Message)
}
