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

// texText writes text for \text in LaTeX. What has no form that all of LaTeX's
// readers know becomes a question mark.
func texText(text string) string { return texEscapes.Replace(text) }

var texEscapes = strings.NewReplacer(`&`, `\&`, `%`, `\%`, `$`, `\$`, `#`, `\#`, `_`, `\_`, `{`, `\{`, `}`, `\}`,
	`\`, `?`, `~`, `?`, `^`, `?`, "`", `?`)
