package problems

import (
	"fmt"

	"regret/problems/dataset"
)

// preparations says what each way to prepare features does, in words and in the
// formula's.
var preparations = map[dataset.Preprocessing]struct{ words, latex string }{
	dataset.None:        {"as they are", ""},
	dataset.Standardize: {"standardized: each column less its mean, over its population deviation", `a_i\text{ standardized}`},
	dataset.Scale:       {"scaled: each column over its largest absolute value", `a_i\text{ with columns scaled to }[-1,1]`},
	dataset.UnitRows:    {"scaled: each row over its norm", `a_i\text{ of norm }1`},
	dataset.TFIDF:       {"tf-idf weights of the counts, each row over its norm", `a_i\text{ tf-idf weights of norm }1`},
}

// features says what was done to the features of a set that has n rows of d.
func (s FiniteSum) features(n, d, dropped int) string {
	text := fmt.Sprintf("features: %d rows of %d, %s", n, d, preparations[s.preprocess()].words)
	switch {
	case dropped == 1:
		text += "; 1 constant column dropped"
	case dropped > 1:
		text += fmt.Sprintf("; %d constant columns dropped", dropped)
	}
	if s.Intercept {
		text += "; a column of ones appended"
	}
	return text
}

// definitions say in the formula's words what a_i and y_i are where they are not
// those of the source.
func (s FiniteSum) definitions(data *dataset.Data, task dataset.Task) []string {
	var where []string
	if a := preparations[s.preprocess()].latex; a != "" {
		where = append(where, a)
	}
	if s.Intercept {
		where = append(where, `a_{id}=1`)
	}
	if s.centres(task) {
		where = append(where, `y_i\text{ centred}`)
	}
	if data.Positive != "" {
		where = append(where, `y_i=1\text{ for label `+texText(data.Positive)+`, else }{-1}`)
	}
	return where
}

// centres says whether the targets of a task lose their mean.
func (s FiniteSum) centres(task dataset.Task) bool {
	return task == dataset.Regression && s.preprocess() != dataset.None
}

// centre takes the mean from the targets, and says so.
func (s FiniteSum) centre(data *dataset.Data, task dataset.Task) {
	if !s.centres(task) {
		data.Prepared = append(data.Prepared, "targets: as they are")
		return
	}
	var mean float64
	data.Y, mean = dataset.Centre(data.Y)
	data.Prepared = append(data.Prepared, fmt.Sprintf("targets: centred, their mean %.6g subtracted", mean))
}
