package report

import (
	"fmt"
	"slices"
	"strings"

	"regret/experiments/analysis"
)

// Remark is what must be said of bounds that do not simply hold: those that share
// verdict and reason are in one, as far as theorems and schedules pair up. Schedules
// come with their method where the bounds are of several.
type Remark struct {
	Verdict                       analysis.Verdict
	Why                           string
	Theorems, Schedules, Problems []string
}

// Remarks gathers what must be said of bounds, in their order.
func Remarks(bounds []*analysis.Bound) []*Remark {
	type subject struct {
		verdict       analysis.Verdict
		schedule, why string
	}
	var all []*Remark
	of := map[subject]*Remark{}
	several := slices.ContainsFunc(bounds, func(b *analysis.Bound) bool { return b.Case.Method != bounds[0].Case.Method })
	for _, b := range bounds {
		if b.Verdict == analysis.Holds {
			continue
		}
		schedule := b.Case.ScheduleLabel()
		if several {
			schedule = b.Case.Method + " with " + schedule
		}
		key := subject{b.Verdict, schedule, b.Why}
		r := of[key]
		if r == nil {
			r = &Remark{Verdict: b.Verdict, Why: b.Why, Schedules: []string{schedule}}
			of[key] = r
			all = append(all, r)
		}
		r.Theorems = addOnce(r.Theorems, b.Theorem.ID)
		r.Problems = addOnce(r.Problems, b.Case.Problem)
	}
	return merged(all)
}

// merged joins remarks that differ in the schedule alone.
func merged(remarks []*Remark) []*Remark {
	var all []*Remark
	for _, r := range remarks {
		same := slices.IndexFunc(all, func(q *Remark) bool {
			return q.Verdict == r.Verdict && q.Why == r.Why && slices.Equal(q.Theorems, r.Theorems) && slices.Equal(q.Problems, r.Problems)
		})
		if same < 0 {
			all = append(all, r)
		} else {
			all[same].Schedules = append(all[same].Schedules, r.Schedules...)
		}
	}
	return all
}

func addOnce(names []string, name string) []string {
	if slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}

// String is "zinkevich, regret-exact not applicable to rising: " and the reason.
func (r *Remark) String() string {
	to := " for "
	if r.Verdict == analysis.NotApplicable {
		to = " to "
	}
	return fmt.Sprintf("%s %s%s%s: %s", strings.Join(r.Theorems, ", "), r.Verdict, to, strings.Join(r.Schedules, ", "), r.Why)
}

// notes are the texts under a plot: which bounds are not drawn and why, and
// which are no proof.
func (p *panel) notes(bounds boundIndex) []string {
	var shown []*analysis.Bound
	for _, c := range p.curves {
		shown = append(shown, bounds[keyOf(c)]...)
	}
	var notes []string
	for _, r := range Remarks(shown) {
		notes = append(notes, r.String())
	}
	return notes
}
