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
	label, err := parseNumber(token)
	if err != nil {
		if bytes.IndexByte(token, ':') > 0 {
			return 0, fmt.Errorf("label %s %w (a line starts with its label)", quote(token), err)
		}
		return 0, fmt.Errorf("label %s %w", quote(token), err)
	}
	return label, nil
}

func parseFeature(token []byte) (feature, error) {
	index, value, found := bytes.Cut(token, []byte{':'})
	if !found {
		return feature{}, fmt.Errorf("feature %s is not of the form index:value", quote(token))
	}
	i, err := parseIndex(index)
	if err != nil {
		return feature{}, fmt.Errorf("index %s %w", quote(index), err)
	}
	v, err := parseNumber(value)
	if err != nil {
		return feature{}, fmt.Errorf("value %s of index %d %w", quote(value), i, err)
	}
	return feature{index: i, value: v}, nil
}

// parseIndex reads digits alone; strconv would also take signs.
func parseIndex(token []byte) (int, error) {
	if len(token) == 0 {
		return 0, errNotIndex
	}
	index := 0
	for _, c := range token {
		if c < '0' || c > '9' {
			return 0, errNotIndex
		}
		if index = 10*index + int(c-'0'); index > maxCells {
			return 0, fmt.Errorf("is above %d, the most that a dense table may hold", maxCells)
		}
	}
	if index == 0 {
		return 0, errors.New("is not allowed: indices count from 1")
	}
	return index, nil
}

var (
	errNotIndex  = errors.New("is not a whole number from 1 on")
	errNotNumber = errors.New("is not a decimal number")
	errNotFinite = errors.New("is not a finite number")
)

// parseNumber reads a finite decimal; strconv would also take hexadecimal
// floats, underscores, infinities and NaN.
func parseNumber(token []byte) (float64, error) {
	for _, c := range token {
		if (c < '0' || c > '9') && c != '+' && c != '-' && c != '.' && c != 'e' && c != 'E' {
			return 0, notDecimal(token)
		}
	}
	v, err := strconv.ParseFloat(string(token), 64)
	switch {
	case errors.Is(err, strconv.ErrRange):
		return 0, errors.New("is too large for a 64-bit float")
	case err != nil:
		return 0, errNotNumber
	}
	return v, nil
}

func notDecimal(token []byte) error {
	v, err := strconv.ParseFloat(string(token), 64)
	if err == nil && (math.IsNaN(v) || math.IsInf(v, 0)) {
		return errNotFinite
	}
	return errNotNumber
}

// quote shows a token, shortened where it is long.
func quote(token []byte) string {
	const most = 40
	if len(token) > most {
		return strconv.Quote(string(token[:most])) + "..."
	}
	return strconv.Quote(string(token))
}
