package main

import (
	"context"
	"fmt"
	"io"
	"os/exec"
	"runtime"
	"strings"

	"regret/experiments/store"
)

// machine names what the figures were measured on and with.
func machine(ctx context.Context, python string) string {
	said := func(command ...string) string {
		out, _ := exec.CommandContext(ctx, command[0], command[1:]...).Output()
		line, _, _ := strings.Cut(string(out), "\n")
		return line
	}
	here := store.NewProvenance("", "")
	return fmt.Sprintf("%s, %d cores; %s, gcc %s, %s", here.CPU, runtime.NumCPU(), here.Go, said("gcc", "-dumpfullversion"),
		said(python, "-c", "import numpy, sklearn; print('NumPy', numpy.__version__ + ', scikit-learn', sklearn.__version__)"))
}

// line is a row of the table of ratios: the first contender's time over the second's.
type line struct{ text, time, over string }

var lines = []line{
	{"**one run**", "", ""},
	{"scikit-learn", sklearn, one},
	{"NumPy loop", numpy, one},
	{"C, plain loop", plain, one},
	{"C, best", best, one},
	{"**each run in a sweep of 32 schedules**", "", ""},
	{"scikit-learn", sklearn, many},
	{"C, best", best, many},
	{"**the same with exact uniform averages**", "", ""},
	{"scikit-learn, `average=True`", skAverage, manyMean},
	{"**for comparison: scikit-learn over C**", "", ""},
	{"C, plain loop", sklearn, plain},
	{"C, best", sklearn, best},
	{"**ours, all of `regret run` at T = 10^7 over its steps alone**", "", ""},
	{"one schedule", wholeOne, one},
	{"16 schedules", wholeMany, many},
	{"**ours, 1 worker over 2**", oneWorker, twoWorkers},
	{"**ours, steps with losses, D and G over bare ones**", "", ""},
	{"one run", coveredOne, bareOne},
	{"eight in lanes", coveredMany, bareMany},
}

// names are the contenders of the table of times.
var names = []line{
	{text: "ours, one run", time: one},
	{text: "ours, one run with its average", time: oneMean},
	{text: "ours, sweep", time: many},
	{text: "ours, sweep with averages", time: manyMean},
	{text: "`regret run`, one schedule", time: wholeOne},
	{text: "`regret run`, 16 schedules", time: wholeMany},
	{text: "scikit-learn", time: sklearn},
	{text: "scikit-learn, `average=True`", time: skAverage},
	{text: "NumPy loop", time: numpy},
	{text: "C, plain loop", time: plain},
	{text: "C, best", time: best},
}

// terms say what is the same for all and what is not.
const terms = `
The same for all: float64, theta_1 = 0, single rows, steps c/sqrt(t), no ridge, no intercept, one core, data in memory. F at the end: C and
NumPy as ours to 1e-9; scikit-learn as ours to 1e-7 when it takes the rows in order, with and without average, and within 1 per cent of the gain when it shuffles.
Not the same: ours, C and NumPy take uniform rows that were drawn in advance, ` + "`regret run`" + ` draws its own; scikit-learn takes epochs, shuffled before
each, and finds its steps by pow. Ours notes loss, regret, D and G of every step besides; no peer does. A peer's time in a sweep is that of its one run.
Times are processor times, without reading the data. Those of ` + "`regret run`" + ` are of the whole process: reading, F and its gradient at 200 checkpoints, records, tables,
figures; the optimum is remembered. Workers are compared by elapsed time of the 16 schedules. Bare steps include the loss, which comes with the slope.
`

// writeReport prints the tables in Markdown.
func writeReport(out io.Writer, machine string, rounds int, results []*result) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s. Medians of %d interleaved rounds.\n\n", machine, rounds)
	writeTable(&b, "time of a step, theirs / ours", results, len(lines), func(r *result, i int) (string, string) {
		l := lines[i]
		if len(r.figures[l.time]) == 0 || len(r.figures[l.over]) == 0 {
			return l.text, ""
		}
		return l.text, digits(r.figures.ratio(l.time, l.over))
	})
	writeTable(&b, "ns a step and run", results, len(names), func(r *result, i int) (string, string) {
		if len(r.figures[names[i].time]) == 0 {
			return names[i].text, ""
		}
		return names[i].text, digits(r.figures.median(names[i].time))
	})
	ends := []string{"at the start", "ours", "C", "scikit-learn", "ours, uniform average", "scikit-learn, `average=True`"}
	writeTable(&b, "F", results, len(ends), func(r *result, i int) (string, string) {
		o := r.objectives
		return ends[i], fmt.Sprintf("%.6f", []float64{o.start, o.last, o.peers[best], o.peers[sklearn], o.mean, o.peers[skAverage]}[i])
	})
	for _, r := range results {
		fmt.Fprintf(&b, "%s: %s; T = %d, c = %v.\n", r.name, r.text, r.steps(), r.c)
	}
	b.WriteString(terms)
	_, err := io.WriteString(out, b.String())
	return err
}

// writeTable prints a column for each workload; cell gives the name of a row and its
// entry.
func writeTable(b *strings.Builder, title string, results []*result, rows int, cell func(r *result, row int) (name, entry string)) {
	fmt.Fprintf(b, "| %s |", title)
	for _, r := range results {
		fmt.Fprintf(b, " %s |", r.name)
	}
	b.WriteString("\n|---|" + strings.Repeat("---:|", len(results)) + "\n")
	for i := range rows {
		name, _ := cell(results[0], i)
		fmt.Fprintf(b, "| %s |", name)
		for _, r := range results {
			_, entry := cell(r, i)
			fmt.Fprintf(b, " %s |", entry)
		}
		b.WriteString("\n")
	}
	b.WriteString("\n")
}

// digits writes about three significant ones.
func digits(x float64) string {
	switch {
	case x < 10:
		return fmt.Sprintf("%.2f", x)
	case x < 100:
		return fmt.Sprintf("%.1f", x)
	}
	return fmt.Sprintf("%.0f", x)
}
