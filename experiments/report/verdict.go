package report

import "regret/experiments/analysis"

// Word is the verdict on a claim for people.
func Word(v analysis.Verdict) string {
	switch v {
	case analysis.Holds:
		return "PASS"
	case analysis.Undecided:
		return "UNDECIDED"
	}
	return "FAIL"
}

// symbolAndWord is a verdict that is told without colour.
func symbolAndWord(v analysis.Verdict) string {
	return map[string]string{"PASS": "✓", "UNDECIDED": "?", "FAIL": "✗"}[Word(v)] + " " + Word(v)
}

// listed are the findings of a claim that its detail does not tell: those that
// hold, unless there is one alone.
func listed(c analysis.Claim) []analysis.Finding {
	if c.Passed && len(c.Findings) == 1 {
		return nil
	}
	var holding []analysis.Finding
	for _, f := range c.Findings {
		if f.Verdict == analysis.Holds {
			holding = append(holding, f)
		}
	}
	return holding
}
