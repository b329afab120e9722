package figure

import (
	"strings"
	"unicode/utf8"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// span is a piece of a line in one size at one height.
type span struct {
	text  string
	shift float64 // of the baseline, in sizes of the line's font
	scale float64 // of the font
}

const (
	scriptScale = 0.72
	superShift  = 0.38
	subShift    = -0.18
)

func (s span) face(f font.Font) font.Face {
	return fonts().Lookup(f, f.Size*vg.Length(s.scale))
}

func (s span) width(f font.Font) vg.Length {
	face := s.face(f)
	return face.Width(s.text)
}

func (s span) rise(f font.Font) vg.Length { return f.Size * vg.Length(s.shift) }

// parseSpans reads ^{..} and _{..}, nested if need be. A `^` or `_` without a
// brace, or with one that is never closed, stands for itself.
func parseSpans(line string) []span { return appendSpans(nil, line, 0, 1) }

func appendSpans(spans []span, s string, shift, scale float64) []span {
	for s != "" {
		open, end := script(s)
		if open < 0 {
			return append(spans, span{s, shift, scale})
		}
		if open > 0 {
			spans = append(spans, span{s[:open], shift, scale})
		}
		rise := superShift
		if s[open] == '_' {
			rise = subShift
		}
		spans = appendSpans(spans, minus(s[open+2:end]), shift+rise*scale, scale*scriptScale)
		s = s[end+1:]
	}
	return spans
}

// script finds the first ^{..} or _{..}: the index of its mark and that of
// its closing brace, or -1.
func script(s string) (open, end int) {
	for i := 0; i+1 < len(s); i++ {
		if (s[i] == '^' || s[i] == '_') && s[i+1] == '{' {
			if n := closing(s[i+1:]); n > 0 {
				return i, i + 1 + n
			}
		}
	}
	return -1, -1
}

// closing returns the index of the brace that closes s[0], or -1.
func closing(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

func splitLines(s string) []string { return strings.Split(strings.TrimRight(s, "\n"), "\n") }

// plain is s without its markup, for titles of documents.
func plain(s string) string {
	var b strings.Builder
	for _, sp := range parseSpans(s) {
		b.WriteString(sp.text)
	}
	return b.String()
}

// wrap breaks s at spaces into lines of at most the given width. A word that
// is wider than a line is broken between its characters.
func wrap(s string, f font.Font, width vg.Length) string {
	fits := func(line string) bool {
		w, _, _ := markup{}.Box(line, f)
		return w <= width
	}
	var lines []string
	line := ""
	for _, word := range words(s) {
		switch {
		case line == "":
			line = word
		case fits(line + " " + word):
			line += " " + word
			continue
		default:
			lines = append(lines, line)
			line = word
		}
		for !fits(line) && len(atoms(line)) > 1 {
			head := longestHead(line, fits)
			lines = append(lines, head)
			line = line[len(head):]
		}
	}
	return strings.Join(append(lines, line), "\n")
}

// shorten cuts s to the given width.
func shorten(s string, f font.Font, width vg.Length) string {
	w, _, _ := markup{}.Box(s, f)
	if w <= width {
		return s
	}
	return longestHead(s, func(head string) bool {
		w, _, _ := markup{}.Box(head+"…", f)
		return w <= width
	}) + "…"
}

// words are the fields of s; a space within ^{..} or _{..} does not part.
func words(s string) []string {
	var out []string
	word := ""
	for _, a := range atoms(s) {
		if strings.TrimSpace(a) != "" {
			word += a
		} else if word != "" {
			out = append(out, word)
			word = ""
		}
	}
	if word != "" {
		out = append(out, word)
	}
	return out
}

// atoms are the pieces of s that no line break may part: characters, and
// whole sub- and superscripts.
func atoms(s string) []string {
	var out []string
	for s != "" {
		_, n := utf8.DecodeRuneInString(s)
		if open, end := script(s); open == 0 {
			n = end + 1
		}
		out = append(out, s[:n])
		s = s[n:]
	}
	return out
}

// longestHead is the longest start of s that fits, at least one atom.
func longestHead(s string, fits func(string) bool) string {
	n := 0
	for _, a := range atoms(s) {
		if n > 0 && !fits(s[:n+len(a)]) {
			break
		}
		n += len(a)
	}
	return s[:n]
}
