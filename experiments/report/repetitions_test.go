package report

import (
	"testing"

	"regret/experiments/config"
	"regret/problems/sampling"
)

func TestRepetitionsSayWhatIsDrawn(t *testing.T) {
	iid := config.Case{Sampling: config.Sampling{Name: "iid", Kind: "iid", Law: &sampling.Law{Random: true}}}
	cyclic := config.Case{Sampling: config.Sampling{Name: "in a circle", Kind: "cyclic", Law: &sampling.Law{}}}
	online := config.Case{Sampling: config.Sampling{Name: config.Sequence, Kind: config.Sequence}}
	for _, c := range []struct {
		cases []config.Case
		seeds int
		want  string
	}{
		{[]config.Case{iid, iid}, 20, "20 repetitions with losses drawn at random, seed 7"},
		{[]config.Case{iid}, 1, "1 repetition with losses drawn at random, seed 7"},
		{[]config.Case{online, cyclic}, 20, "one run of each case, for nothing is drawn at random"},
		{[]config.Case{iid, cyclic, online}, 20,
			"20 repetitions where losses are drawn at random (iid), one run where they are not (in a circle, losses in order), seed 7"},
	} {
		s := &summary{Plan: &config.Plan{Cases: c.cases, Seeds: c.seeds, Seed: 7}}
		if got := s.Repetitions(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
