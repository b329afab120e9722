package report

import (
	"strings"

	"regret/experiments/analysis"
	"regret/experiments/config"
	"regret/optim/bound"
)

// notes say what kind of bounds these are, of which steps, and where theorems do not
// apply.
func (p *boundPanel) notes() []string {
	var kinds []string
	for _, id := range p.figure.Bounds {
		if text := p.kindOf(id); text != "" {
			kinds = append(kinds, text)
		}
	}
	var notes []string
	if kinds != nil {
		notes = append(notes, strings.Join(kinds, "; "))
	}
	if p.figure.Value == config.Best {
		notes = append(notes, "each schedule is multiplied by the factor that makes its bound least")
	}
	var refused []*analysis.Bound
	for _, q := range p.promises {
		if q.Verdict == analysis.NotApplicable {
			refused = append(refused, &analysis.Bound{Case: q.Case, Theorem: q.Theorem, Verdict: q.Verdict, Why: q.Why})
		}
	}
	for _, r := range Remarks(refused) {
		notes = append(notes, r.String())
	}
	return notes
}

var kindTexts = map[bound.Kind]string{
	bound.ExactSup: "exact",
	bound.Upper:    "an upper bound",
	bound.Lower:    "a lower bound",
}

// kindOf says of which kind a theorem is here: "regret-exact is exact; partly an
// upper bound for cosine". It is empty where the theorem does not apply.
func (p *boundPanel) kindOf(id string) string {
	var kinds []bound.Kind
	cases := map[bound.Kind][]string{}
	for _, q := range p.promises {
		if q.Theorem.ID != id || q.Value == nil {
			continue
		}
		if cases[q.Kind] == nil {
			kinds = append(kinds, q.Kind)
		}
		cases[q.Kind] = addOnce(cases[q.Kind], family(q.Case.Schedule, p.figure.Against))
	}
	text := ""
	for i, kind := range kinds {
		if i == 0 {
			text = id + " is " + kindTexts[kind]
		} else {
			text += "; partly " + kindTexts[kind] + " for " + strings.Join(cases[kind], ", ")
		}
	}
	return text
}
