package cli

import (
	"fmt"
	"math"

	"regret/experiments/report"
	"regret/optim/bound"
)

// shownBound is a theorem as JSON.
type shownBound struct {
	Ref         string     `json:"ref"`
	Title       string     `json:"title"`
	Statement   string     `json:"statement"`
	Kind        bound.Kind `json:"kind"`
	Method      string     `json:"method,omitempty"` // where it is not sgd
	Rows        []shownRow `json:"rows"`
	Assumptions []string   `json:"assumptions"`
	// Params are the theorem's own.
	Params    []shownParam `json:"parameters,omitempty"`
	Tightness string       `json:"tightness,omitempty"`
	Caveat    string       `json:"caveat,omitempty"`
	Source    string       `json:"source"`
	BibTeX    string       `json:"bibtex"`
}

type shownRow struct {
	Quantity string         `json:"quantity"`
	Average  string         `json:"average,omitempty"`
	Mode     bound.Mode     `json:"mode"`
	Sampling bound.Sampling `json:"sampling"`
	Plus     bool           `json:"plus_comparator_loss,omitempty"`
}

func describeBound(id string) *shownBound {
	th, ok := bound.Lookup(id)
	if !ok {
		return nil
	}
	s := &shownBound{
		Ref: th.Ref, Title: th.Title, Statement: th.Statement, Kind: th.Kind, Method: th.Method,
		Tightness: th.Tightness, Caveat: th.Caveat,
		Source: report.Source(th), BibTeX: report.BibTeX([]*bound.Theorem{th}),
	}
	for _, row := range th.Rows {
		s.Rows = append(s.Rows, shownRow{row.Quantity, row.Average, row.Mode, row.Sampling, row.PlusComparator})
	}
	for _, need := range th.Needs {
		s.Assumptions = append(s.Assumptions, need.Name)
	}
	for _, p := range th.Params {
		shown := shownParam{Name: p.Name, Doc: p.Doc, Required: math.IsNaN(p.Default)}
		if !shown.Required {
			shown.Default = fmt.Sprint(p.Default)
		}
		s.Params = append(s.Params, shown)
	}
	return s
}

// describeRow is a row in words: "average-regret, pathwise, any sampling".
func describeRow(row shownRow) string {
	text := fmt.Sprintf("%s, %s, %s sampling", quantityName(row.Quantity, row.Average), row.Mode, row.Sampling)
	if row.Plus {
		text += ", plus the comparator's average loss"
	}
	return text
}
