package catalogue

import (
	"fmt"

	"regret/problems/dataset"
)

// datasetKinds lists the generators and readers, the sequences, and then every embedded set
// under its own name.
func datasetKinds() []Entry {
	out := []Entry{
		{
			Kind:    "synthetic",
			New:     func() any { return new(dataset.Synthetic) },
			Doc:     "normal rows with targets from a noisy linear model",
			Formula: `a_i \sim N(0, \Sigma),\quad y_i = a_i^\top w + \text{noise} \cdot e_i`,
			Source:  "generated",
			Example: "data: {synthetic: {rows: 1000, dim: 20, noise: 0.1}}",
		},
		{
			Kind:    "libsvm",
			New:     func() any { return new(dataset.LIBSVM) },
			Doc:     "a file in LIBSVM text format, its name relative to the configuration",
			Formula: `(a_i, y_i)`,
			Source:  "the file",
			Example: "data: {libsvm: train.libsvm}",
		},
	}
	out = append(out, sequences...)
	for _, name := range dataset.EmbeddedNames() {
		info, _ := dataset.Info(name)
		out = append(out, Entry{
			Kind:    name,
			New:     func() any { return &dataset.Embedded{Name: name} },
			Doc:     fmt.Sprintf("%s (%d rows, %d features)", info.Doc, info.N, info.D),
			Formula: `(a_i, y_i)`,
			Source:  info.Citation,
			Example: "data: " + name,
		})
	}
	return out
}
