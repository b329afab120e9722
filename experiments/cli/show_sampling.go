package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"regret/experiments/analysis"
	"regret/optim/bound"
)

// shownTheorems says which bounds hold under a sampling, by what they need of it.
type shownTheorems struct {
	Needs  bound.Sampling `json:"needs"`
	Broken string         `json:"broken,omitempty"` // why; empty if the bounds hold
	Bounds []shownBounds  `json:"bounds"`
}

// shownBounds are the theorems that bound one quantity in one sense.
type shownBounds struct {
	Quantity string     `json:"quantity"` // "gap-average (uniform)"
	Mode     bound.Mode `json:"mode"`
	Theorems []string   `json:"theorems"`
}

// needed says what bounds that need a sampling speak of.
var needed = map[bound.Sampling]string{
	bound.Any:       "on losses of any origin",
	bound.IID:       "on losses drawn with mean F",
	bound.SingleIID: "on single rows drawn uniformly",
	bound.Full:      "on steps along subgradients of F",
}

// theoremsUnder lists the bounds of all theorems on sgd by what they need of a
// sampling. Bounds that hold are those that a run evaluates.
func theoremsUnder(kind string) []shownTheorems {
	var all []shownTheorems
	for _, needs := range []bound.Sampling{bound.Any, bound.IID, bound.SingleIID, bound.Full} {
		s := shownTheorems{Needs: needs, Broken: analysis.Breach(kind, needs)}
		for i := range bound.All {
			th := &bound.All[i]
			for _, row := range th.Rows {
				judged := row.Mode != bound.Supremum && row.Mode != bound.Reported && th.Method == ""
				if judged && row.Sampling == needs && (s.Broken != "" || analysis.Meant(kind, th, row)) {
					s.add(th.ID, analysis.Surely(kind, row))
				}
			}
		}
		if s.Bounds != nil {
			all = append(all, s)
		}
	}
	return all
}

// add notes that a theorem has a row.
func (s *shownTheorems) add(id string, row bound.Row) {
	for i := range s.Bounds {
		b := &s.Bounds[i]
		if b.Quantity == row.Name() && b.Mode == row.Mode {
			if !slices.Contains(b.Theorems, id) {
				b.Theorems = append(b.Theorems, id)
			}
			return
		}
	}
	s.Bounds = append(s.Bounds, shownBounds{row.Name(), row.Mode, []string{id}})
}

// print writes a line for each quantity and sense, as a theorem may bound one on any
// losses and another only where they are drawn.
func (s shownTheorems) print(w io.Writer) {
	heading := "holds: bounds " + needed[s.Needs]
	if s.Broken != "" {
		heading = fmt.Sprintf("broken: bounds %s, as %s", needed[s.Needs], s.Broken)
	}
	var lines []string
	for _, b := range s.Bounds {
		lines = append(lines, fmt.Sprintf("%s, %s:", b.Quantity, b.Mode), indented(wrapped(strings.Join(b.Theorems, ", "), 88)))
	}
	section(w, heading, strings.Join(lines, "\n"))
}

func indented(text string) string { return "  " + strings.ReplaceAll(text, "\n", "\n  ") }

// wrapped breaks a text into lines at spaces.
func wrapped(text string, width int) string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return strings.Join(append(lines, line), "\n")
}
