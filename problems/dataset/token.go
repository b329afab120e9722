package dataset

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strconv"
)

// nextToken splits off the first run of bytes that are neither space nor tab.
// The token is empty at the end of the line.
func nextToken(line []byte) (token, rest []byte) {
	start := 0
	for start < len(line) && isBlank(line[start]) {
		start++
	}
	end := start
	for end < len(line) && !isBlank(line[end]) {
		end++
	}
	return line[start:end], line[end:]
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

func parseLabel(token []byte) (float64, error) {
	label, err := parseNumber(string(token))
	if err != nil {
		if bytes.IndexByte(token, ':') > 0 {
			return 0, fmt.Errorf("label %s %w (a line starts with its label)", quote(token), err)
		}
		return 0, fmt.Errorf("label %s %w", quote(token), err)
	}
	return label, nil
}

// feature splits a token index:value.
func (e *examples) feature(token []byte) (index int, value float64, err error) {
	digits := 0
	for digits < len(token) && token[digits]-'0' < 10 && index <= maxCells {
		index = 10*index + int(token[digits]-'0')
		digits++
	}
	if digits == 0 || digits == len(token) || token[digits] != ':' || index < e.first || index-e.first >= maxCells {
		return 0, 0, e.badIndex(token)
	}
	if value, err = parseNumber(string(token[digits+1:])); err != nil {
		return 0, 0, fmt.Errorf("value %s of index %d %w", quote(token[digits+1:]), index, err)
	}
	return index, value, nil
}

// badIndex says what is wrong with a token that does not begin with an index
// and a colon. Indices are digits alone; strconv would also take signs.
func (e *examples) badIndex(token []byte) error {
	index, _, found := bytes.Cut(token, []byte{':'})
	number, err := strconv.ParseUint(string(index), 10, 64)
	switch {
	case !found:
		return fmt.Errorf("feature %s is not of the form index:value", quote(token))
	case string(index) == "qid":
		return errors.New("qid marks the queries of a ranking set, which no problem here knows: leave it out")
	case err == nil && number == 0:
		return errors.New("index 0: indices count from 1; if those of the file count from 0, say indices: from-zero")
	case err == nil || errors.Is(err, strconv.ErrRange):
		return fmt.Errorf("index %s is too large: a set may have %d features", quote(index), maxCells)
	}
	return fmt.Errorf("index %s is not a whole number from %d on", quote(index), e.first)
}

var (
	errNotNumber = errors.New("is not a decimal number")
	errNotFinite = errors.New("is not a finite number")
)

// parseNumber reads a finite decimal; strconv would also take hexadecimal
// floats, underscores, infinities and NaN.
func parseNumber(token string) (float64, error) {
	if len(token) == 1 && token[0] >= '0' && token[0] <= '9' { // one-hot sets and counts
		return float64(token[0] - '0'), nil
	}
	for i := range len(token) {
		c := token[i]
		if (c < '0' || c > '9') && c != '+' && c != '-' && c != '.' && c != 'e' && c != 'E' {
			return 0, notDecimal(token)
		}
	}
	v, err := strconv.ParseFloat(token, 64)
	switch {
	case errors.Is(err, strconv.ErrRange):
		return 0, errors.New("is too large for a 64-bit float")
	case err != nil:
		return 0, errNotNumber
	}
	return v, nil
}

func notDecimal(token string) error {
	v, err := strconv.ParseFloat(token, 64)
	if err == nil && (math.IsNaN(v) || math.IsInf(v, 0)) {
		return errNotFinite
	}
	return errNotNumber
}

// quote shows a token, shortened where it is long.
func quote[T string | []byte](token T) string {
	const most = 40
	if len(token) > most {
		return strconv.Quote(string(token[:most])) + "..."
	}
	return strconv.Quote(string(token))
}
