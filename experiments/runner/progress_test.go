package runner

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/vbauerster/mpb/v8"

	"regret/experiments/config"
	"regret/experiments/store"
)

func TestBar(t *testing.T) {
	for _, c := range []struct {
		steps int
		want  string
	}{
		{1000, "100 %"},
		{250, "stopped"},
	} {
		var screen bytes.Buffer
		p := drawProgress(1000, mpb.WithOutput(&screen), mpb.WithAutoRefresh())
		p.add(c.steps)
		p.close()
		if !strings.Contains(screen.String(), c.want) || strings.Contains(screen.String(), "done") != (c.steps == 1000) {
			t.Errorf("%d of 1000 steps: %q", c.steps, screen.String())
		}
	}
}

func TestSilenceOffATerminal(t *testing.T) {
	file, err := os.Create(t.TempDir() + "/log")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	mustRun(t, smallPlan(), open(t, t.TempDir()), Options{Progress: file})
	if info, err := file.Stat(); err != nil || info.Size() != 0 {
		t.Errorf("%d bytes were written, %v", info.Size(), err)
	}
	for _, w := range []io.Writer{nil, &bytes.Buffer{}, file} {
		if p := newProgress(w, 10); p.bar != nil {
			t.Errorf("a bar is drawn on a %T", w)
		}
	}
}

// The bar ends where the plan does: the steps that a diverged run does not take
// count as well.
func TestDivergedRunCompletesTheBar(t *testing.T) {
	plan := divergingPlan()
	bar := drawProgress(int64(plan.Cases[0].Horizon), mpb.WithOutput(io.Discard))
	r := newRun(plan, &plan.Cases[0], 0)
	if err := (group{r}).execute(t.Context(), bar, store.Provenance{}); err != nil {
		t.Fatal(err)
	}
	bar.close()
	if !bar.bar.Completed() || r.record.DivergedAt == 0 {
		t.Errorf("%d of %d steps, diverged at %d", bar.bar.Current(), plan.Cases[0].Horizon, r.record.DivergedAt)
	}
}

// Runs that see their rows together are counted each.
func TestGroupCompletesTheBar(t *testing.T) {
	plan := &config.Plan{Seeds: 1, Checkpoints: 5, Averages: allAverages(), Cases: sweep(iid, 3000, 3)}
	bar := drawProgress(3*3000, mpb.WithOutput(io.Discard))
	var g group
	for i := range plan.Cases {
		g = append(g, newRun(plan, &plan.Cases[i], 0))
	}
	if err := g.execute(t.Context(), bar, store.Provenance{}); err != nil {
		t.Fatal(err)
	}
	bar.close()
	if bar.bar.Current() != 3*3000 {
		t.Errorf("%d of %d steps", bar.bar.Current(), 3*3000)
	}
}
