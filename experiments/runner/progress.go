package runner

import (
	"io"
	"os"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"regret/optim"
)

// progress is a bar that counts steps, or silence.
type progress struct {
	container *mpb.Progress
	bar       *mpb.Bar // nil for silence
}

// newProgress draws a bar on w if w is a terminal and there is something to do.
func newProgress(w io.Writer, steps int64) *progress {
	terminal, ok := w.(*os.File)
	if !ok || steps == 0 || !term.IsTerminal(int(terminal.Fd())) {
		return &progress{}
	}
	return drawProgress(steps, mpb.WithOutput(terminal))
}

func drawProgress(steps int64, options ...mpb.ContainerOption) *progress {
	container := mpb.New(options...)
	bar := container.AddBar(steps,
		mpb.PrependDecorators(decor.Percentage(decor.WC{W: 5})),
		mpb.AppendDecorators(decor.OnAbort(decor.OnComplete(decor.AverageETA(decor.ET_STYLE_GO), "done"), "stopped")),
	)
	return &progress{container: container, bar: bar}
}

func (p *progress) add(steps int) {
	if p.bar != nil {
		p.bar.IncrBy(steps)
	}
}

// close leaves the bar as it stands, done or not, and waits until it is drawn.
func (p *progress) close() {
	if p.bar == nil {
		return
	}
	p.bar.Abort(false) // does nothing to a complete bar
	p.container.Wait()
}

// meter reports the steps of a run as their rows are asked for.
type meter struct {
	optim.Rows
	batch int // rows a step
	bar   *progress
	runs  int // that see the rows
	steps int // reported so far, of each run
}

// Fill fills rows and counts them.
func (m *meter) Fill(rows []int32, k int) {
	m.Rows.Fill(rows, k)
	steps := len(rows) / m.batch
	m.steps += steps
	m.bar.add(m.runs * steps)
}
