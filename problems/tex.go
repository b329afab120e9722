package problems

import (
	"strconv"
	"strings"
)

// texNumber writes x as LaTeX, with a power of ten in place of an exponent.
func texNumber(x float64) string {
	mantissa, exponent, found := strings.Cut(strconv.FormatFloat(x, 'g', -1, 64), "e")
	if !found {
		return mantissa
	}
	power, _ := strconv.Atoi(exponent)
	return mantissa + `\cdot10^{` + strconv.Itoa(power) + `}`
}
