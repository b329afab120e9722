package boundtest

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"regret/optim/bound"
)

var (
	identifier = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	reference  = regexp.MustCompile(`^[A-E][0-9]*$`)
	parameter  = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*([-_][a-z]+)*$`)
	bibEntry   = regexp.MustCompile(`(?s)^@([a-z]+)\{([^,\s]+),\n.*\n\}$`)
	bibField   = regexp.MustCompile(`(?m)^  ([a-z]+) *= `)
)

// required lists the fields that BibTeX's standard styles ask for.
var required = map[string][]string{
	"article":       {"author", "title", "journal", "year"},
	"inproceedings": {"author", "title", "booktitle", "year"},
	"book":          {"author", "title", "publisher", "year"},
	"misc":          {"title", "year"},
}

func checkTexts(t *testing.T, th *bound.Theorem) {
	if !identifier.MatchString(th.ID) {
		t.Errorf("ID %q is not of plain words", th.ID)
	}
	if !reference.MatchString(th.Ref) {
		t.Errorf("Ref %q is no number of the catalogue", th.Ref)
	}
	for name, text := range map[string]string{"Title": th.Title, "Statement": th.Statement, "Tightness": th.Tightness} {
		if text == "" {
			t.Errorf("%s is missing", name)
		}
	}
	if !slices.Contains([]bound.Kind{bound.Upper, bound.Lower, bound.ExactSup}, th.Kind) {
		t.Errorf("Kind %q", th.Kind)
	}
	if len(th.TermNames) == 0 {
		t.Error("there are no names of terms")
	}
	checkMath(t, "Statement", th.Statement)
	for _, name := range th.TermNames {
		checkMath(t, "TermNames", name)
	}
	for _, need := range th.Needs {
		if need.Name == "" || need.LaTeX == "" || need.Check == nil {
			t.Errorf("assumption %q lacks a part", need.Name)
		}
		checkMath(t, need.Name, need.LaTeX)
	}
	for _, name := range th.Constants {
		if !slices.Contains([]string{"D", "G", "Gloss", "R", "L", "Lmax", "mu", "sigma"}, name) {
			t.Errorf("there is no constant %q", name)
		}
	}
	checkRows(t, th)
	for _, p := range th.Params {
		if !parameter.MatchString(p.Name) || p.Doc == "" {
			t.Errorf("parameter %q lacks a name of plain words or a line on it", p.Name)
		}
	}
	for _, c := range append([]bound.Citation{th.Citation}, th.Related...) {
		checkCitation(t, c)
	}
}

func checkRows(t *testing.T, th *bound.Theorem) {
	t.Helper()
	if len(th.Rows) == 0 {
		t.Fatal("there are no rows")
	}
	quantities := []string{"average-loss", "average-regret", "gap-last", "gap-average", "gap-best", "squared-distance", "wealth"}
	averaged := []string{"average-loss", "average-regret", "gap-average"}
	for _, row := range th.Rows {
		if !slices.Contains(quantities, row.Quantity) {
			t.Errorf("there is no quantity %q", row.Quantity)
		}
		if slices.Contains(averaged, row.Quantity) != (row.Average != "") {
			t.Errorf("%s with the average %q", row.Quantity, row.Average)
		}
		if !slices.Contains([]bound.Mode{bound.Pathwise, bound.Expectation, bound.HighProbability, bound.Supremum, bound.Reported}, row.Mode) {
			t.Errorf("%s has the mode %q", row.Quantity, row.Mode)
		}
		if row.Mode == bound.Supremum && th.Kind != bound.Lower {
			t.Errorf("%s has the mode of lower bounds", row.Quantity)
		}
		if !slices.Contains([]bound.Sampling{bound.Any, bound.IID, bound.SingleIID, bound.Full, bound.Each}, row.Sampling) {
			t.Errorf("%s has the sampling %q", row.Quantity, row.Sampling)
		}
	}
}

// checkMath refuses LaTeX whose braces do not match.
func checkMath(t *testing.T, where, text string) {
	t.Helper()
	if text == "" || !balanced(text) {
		t.Errorf("%s: %q is empty or its braces do not match", where, text)
	}
}

func checkCitation(t *testing.T, c bound.Citation) {
	t.Helper()
	if c.Key == "" || c.Short == "" || c.Locator == "" {
		t.Errorf("citation %q lacks key, short form or locator", c.Key)
	}
	entry := bibEntry.FindStringSubmatch(c.BibTeX)
	if entry == nil || !balanced(c.BibTeX) {
		t.Errorf("citation %q: not a BibTeX entry:\n%s", c.Key, c.BibTeX)
		return
	}
	if entry[2] != c.Key {
		t.Errorf("citation %q has the BibTeX key %q", c.Key, entry[2])
	}
	var fields []string
	for _, field := range bibField.FindAllStringSubmatch(c.BibTeX, -1) {
		fields = append(fields, field[1])
	}
	for _, name := range required[entry[1]] {
		if !slices.Contains(fields, name) {
			t.Errorf("citation %q lacks the field %s", c.Key, name)
		}
	}
	if required[entry[1]] == nil {
		t.Errorf("citation %q is of the unknown type %q", c.Key, entry[1])
	}
}

// balanced says whether braces match, those of \{ and \} among themselves too.
func balanced(text string) bool {
	depth := 0
	for _, r := range strings.NewReplacer(`\{`, `{`, `\}`, `}`).Replace(text) {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth < 0 {
			return false
		}
	}
	return depth == 0
}
