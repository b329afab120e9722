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

// texVector writes a point as LaTeX: one number for all coordinates, or a list, of
// which the middle is left out if it is long.
func texVector(list []float64) string {
	if len(list) == 1 {
		return texNumber(list[0]) + `\,\mathbf 1`
	}
	const shown = 6
	var texts []string
	for j, v := range list {
		switch {
		case len(list) <= shown || j < shown-2 || j == len(list)-1:
			texts = append(texts, texNumber(v))
		case j == shown-2:
			texts = append(texts, `\ldots`)
		}
	}
	return `(` + strings.Join(texts, `,\,`) + `)^\top`
}
