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
			Kind:    "market",
			New:     func() any { return new(dataset.Market) },
			Doc:     "price relatives of assets that follow geometric Brownian motions, for portfolio",
			Formula: `r_{ij} = e^{\text{drift} - \frac12\text{volatility}^2 + \text{volatility}\, x_{ij}},\quad x_{ij} \sim N(0, 1)`,
			Source:  "generated",
			Example: "data: {market: {days: 1000, assets: 10, volatility: 0.1}}",
		},
		{
			Kind:    "libsvm",
			New:     func() any { return new(dataset.LIBSVM) },
			Doc:     "a file in LIBSVM text format, plain or gzip, its name relative to the configuration",
			Formula: `(a_i, y_i)`,
			Source:  "the file",
			Example: "data: {libsvm: train.libsvm}",
		},
		{
			Kind:    "csv",
			New:     func() any { return new(dataset.CSV) },
			Doc:     "a CSV table, plain or gzip, its name relative to the configuration",
			Formula: `(a_i, y_i)`,
			Source:  "the file",
			Example: "data: {csv: houses.csv, target: price}",
		},
	}
	out = append(out, sequences...)
	for _, name := range dataset.EmbeddedNames() {
		info, _ := dataset.Info(name)
		doc := fmt.Sprintf("%s (%d rows, %d features)", info.Doc, info.N, info.D)
		if info.Preprocess != "" {
			doc += "; take preprocess: " + string(info.Preprocess)
		}
		out = append(out, Entry{
			Kind:    name,
			New:     func() any { return &dataset.Embedded{Name: name} },
			Doc:     doc,
			Formula: `(a_i, y_i)`,
			Source:  info.Citation,
			Example: "data: " + name,
		})
	}
	return out
}
