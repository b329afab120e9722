package figure

import (
	"bytes"
	"html"
	"io"
	"strings"
)

// described is an SVG canvas whose document says in words what it shows, for
// search and for screen readers: its letters are outlines.
type described struct {
	canvas
	plot  Plot
	notes []string // those below the panels
}

// WriteTo puts a title and a description behind the opening svg tag.
func (d described) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	if _, err := d.canvas.WriteTo(&b); err != nil {
		return 0, err
	}
	head, tail := b.String(), ""
	if tag := strings.Index(head, "<svg"); tag >= 0 {
		end := tag + strings.Index(head[tag:], ">") + 1
		head, tail = head[:end], head[end:]
	}
	n, err := io.WriteString(w, head+"\n<title>"+escape(d.plot.Title)+"</title>\n<desc>"+escape(d.plot.describe(d.notes))+"</desc>"+tail)
	return int64(n), err
}

// escape keeps letters that the font lacks: a reader may have them.
func escape(s string) string { return html.EscapeString(strings.Map(wellFormed, plain(s))) }

// describe names the axes, the curves and their bounds, and ends with notes.
func (p Plot) describe(notes []string) string {
	var b strings.Builder
	b.WriteString(p.YLabel + " against " + p.XLabel + ". Curves: ")
	for i, c := range p.Curves {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(c.Label)
		if p.Theory != "" {
			b.WriteString(", the bound " + p.Theory)
		}
		for _, l := range c.Bounds {
			b.WriteString(", with the bound " + l.Label)
		}
		if c.DivergedAt > 0 {
			b.WriteString(", " + divergence(p, c))
		}
	}
	b.WriteString(".")
	for _, l := range p.Levels {
		b.WriteString(" Line: " + l.Label + ".")
	}
	for _, n := range notes {
		b.WriteString(" " + n)
	}
	return b.String()
}
