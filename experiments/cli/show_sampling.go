package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"regret/experiments/analysis"
	"regret/optim/bound"
)

// shownTheorems says which rows of theorems hold under a sampling, by what they need.
type shownTheorems struct {
	Needs  bound.Sampling `json:"needs"`
	Broken string         `json:"broken,omitempty"` // why; empty if the rows hold
	Rows   []string       `json:"rows"`             // "zinkevich: average-regret (uniform), pathwise"
}

// theoremsUnder lists the rows of all theorems on sgd by what they need of a sampling.
func theoremsUnder(kind string) []shownTheorems {
	var all []shownTheorems
	for _, needs := range []bound.Sampling{bound.Any, bound.IID, bound.SingleIID, bound.Full} {
		s := shownTheorems{Needs: needs, Broken: analysis.Breach(kind, needs)}
		for i := range bound.All {
			th := &bound.All[i]
			for _, row := range th.Rows {
				judged := row.Mode != bound.Supremum && row.Mode != bound.Reported && th.Method == ""
				if judged && row.Sampling == needs {
					s.Rows = append(s.Rows, fmt.Sprintf("%s: %s, %s", th.ID, row.Name(), row.Mode))
				}
			}
		}
		all = append(all, s)
	}
	return all
}

// print writes the IDs of the theorems; their rows are for JSON, and regret show ID.
func (s shownTheorems) print(w io.Writer) {
	var ids []string
	for _, row := range s.Rows {
		id, _, _ := strings.Cut(row, ":")
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	heading := fmt.Sprintf("holds: rows of theorems on %s sampling", s.Needs)
	if s.Broken != "" {
		heading = fmt.Sprintf("broken: rows of theorems on %s sampling, as %s", s.Needs, s.Broken)
	}
	section(w, heading, wrapped(strings.Join(ids, ", "), 90))
}

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
