package cli_test

import (
	"bytes"
	"context"
	"regexp"
	"strings"
	"testing"

	"regret/experiments/cli"
	"regret/experiments/report"
	"regret/optim/bound"
)

func cited(t *testing.T, format string, ids ...string) string {
	t.Helper()
	var out, errout bytes.Buffer
	args := append([]string{"cite", "--format", format}, ids...)
	if status := cli.Main(context.Background(), args, &out, &errout); status != 0 {
		t.Fatalf("regret cite %v: status %d\n%s", args, status, errout.String())
	}
	return out.String()
}

var entryStart = regexp.MustCompile(`(?m)^@([a-z]+)\{([A-Za-z0-9:_-]+),$`)

// A key stands for one work: every citation with it has the same entry.
func TestBibTeXKeysAreUnique(t *testing.T) {
	entries := map[string]string{}
	var ids []string
	for i := range bound.All {
		th := &bound.All[i]
		ids = append(ids, th.ID)
		for _, c := range report.Citations(th) {
			if other, ok := entries[c.Key]; ok && other != c.BibTeX {
				t.Errorf("%s: two entries of the key %s", th.ID, c.Key)
			}
			entries[c.Key] = c.BibTeX
		}
	}
	seen := map[string]bool{}
	for _, m := range entryStart.FindAllStringSubmatch(cited(t, "bibtex", ids...), -1) {
		if seen[m[2]] {
			t.Errorf("the key %s comes twice", m[2])
		}
		seen[m[2]] = true
	}
	if len(seen) != len(entries) {
		t.Errorf("%d entries for %d keys", len(seen), len(entries))
	}
}

// Entries hold what their kind needs, and are closed.
func TestBibTeXEntriesAreComplete(t *testing.T) {
	needs := map[string][]string{
		"article": {"author", "title", "journal", "year"}, "inproceedings": {"author", "title", "booktitle", "year"},
		"book": {"title", "publisher", "year"}, "misc": {"author", "title", "year"},
		"incollection": {"author", "title", "booktitle", "publisher", "year"}, "phdthesis": {"author", "title", "school", "year"},
		"unpublished": {"author", "title", "note"}, "techreport": {"author", "title", "institution", "year"},
	}
	for i := range bound.All {
		for _, c := range report.Citations(&bound.All[i]) {
			m := entryStart.FindStringSubmatch(c.BibTeX)
			if m == nil || m[2] != c.Key || needs[m[1]] == nil {
				t.Errorf("%s: the entry of %q begins %.60q", bound.All[i].ID, c.Key, c.BibTeX)
				continue
			}
			for _, field := range needs[m[1]] {
				if !regexp.MustCompile(`(?m)^  ` + field + ` *= \{.+\},?$`).MatchString(c.BibTeX) {
					t.Errorf("%s: no %s", c.Key, field)
				}
			}
			if why := unbalanced(c.BibTeX); why != "" || !strings.HasSuffix(c.BibTeX, "\n}") {
				t.Errorf("%s: %s", c.Key, why)
			}
		}
	}
}

// Statements close what they open, and quote every assumption.
func TestStatementsAreClosed(t *testing.T) {
	for i := range bound.All {
		th := &bound.All[i]
		latex, markdown := cited(t, "latex", th.ID), cited(t, "markdown", th.ID)
		for _, need := range th.Needs {
			if !strings.Contains(latex, need.LaTeX) || !strings.Contains(markdown, need.LaTeX) {
				t.Errorf("%s: the assumption %q is not quoted", th.ID, need.Name)
			}
		}
		for _, text := range append([]string{latex, markdown, th.Statement}, th.TermNames...) {
			if why := unbalanced(text); why != "" {
				t.Errorf("%s: %s in\n%s", th.ID, why, text)
			}
		}
	}
}

var (
	formulaSpan = regexp.MustCompile(`\$[^$ ][^$]*\$`)
	bareFormula = regexp.MustCompile(`[\\_^<>]|\w=\S*\d`)
)

// What is known of tightness, and what is not verified, can be set: formulas stand
// between dollars, and nothing else does.
func TestFormulasStandBetweenDollars(t *testing.T) {
	for i := range bound.All {
		for _, text := range []string{bound.All[i].Tightness, bound.All[i].Caveat} {
			prose := strings.ReplaceAll(formulaSpan.ReplaceAllString(text, ""), "(decay=1)", "")
			if bare := bareFormula.FindString(prose); bare != "" || strings.Contains(prose, "$") {
				t.Errorf("%s: %q outside of dollars in\n%s", bound.All[i].ID, bare, text)
			}
			if why := unbalanced(text); why != "" {
				t.Errorf("%s: %s in\n%s", bound.All[i].ID, why, text)
			}
		}
	}
}

var delimiter = regexp.MustCompile(`\\(left|right)\b|\\(begin|end)\{`)

// unbalanced says what is opened and not closed, or empty. Braces after a backslash
// are text.
func unbalanced(text string) string {
	open := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '{':
			open++
		case '}':
			if open--; open < 0 {
				return "a brace is closed that was not opened"
			}
		}
	}
	if open != 0 {
		return "a brace is not closed"
	}
	count := map[string]int{}
	for _, m := range delimiter.FindAllStringSubmatch(text, -1) {
		count[m[1]+m[2]]++
	}
	switch {
	case count["left"] != count["right"]:
		return `\left without \right`
	case count["begin"] != count["end"]:
		return `\begin without \end`
	case strings.Count(strings.ReplaceAll(text, `\$`, ""), "$")%2 != 0:
		return "an odd number of dollars"
	}
	return ""
}
