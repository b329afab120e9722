package problems_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"regret/problems"
	"regret/problems/dataset"
	"regret/problems/domain"
)

// A problem says what was done to its data, whatever that is.
func TestPreparedSaysWhatWasDone(t *testing.T) {
	table := filepath.Join(t.TempDir(), "t.csv")
	if err := os.WriteFile(table, []byte("x,one,y,text\n1,1,3,ham\n2,1,4,spam\n0,1,5,eggs\n5,1,8,ham\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	numbers := dataset.CSV{File: table, Target: "y", Ignore: []string{"text"}}
	words := dataset.CSV{File: table, Target: "text", Ignore: []string{"y"}}
	sum := func(s problems.FiniteSum) problems.FiniteSum {
		s.Domain = domain.Ball{Radius: 1}
		return s
	}
	const standardized = "features: 4 rows of 2, standardized: each column less its mean, over its population deviation; 1 constant column dropped"
	for _, c := range []struct {
		kind builder
		want string
	}{
		{squared(sum(problems.FiniteSum{Data: numbers})), standardized + " | targets: centred, their mean 5 subtracted"},
		{squared(sum(problems.FiniteSum{Data: numbers, Preprocess: "none", Intercept: true})),
			"features: 4 rows of 2, as they are; a column of ones appended | targets: as they are"},
		{problems.Poisson{FiniteSum: sum(problems.FiniteSum{Data: numbers})}, standardized + " | targets: as they are"},
		{logistic(sum(problems.FiniteSum{Data: words, Positive: "ham", Preprocess: "scale"})),
			`features: 4 rows of 2, scaled: each column over its largest absolute value | labels: all others ("eggs", "spam") -> -1, "ham" -> +1`},
		{logistic(sum(problems.FiniteSum{Data: dataset.Embedded{Name: "heart"}, Preprocess: "rows"})),
			"features: 270 rows of 13, scaled: each row over its norm | labels: -1 -> -1, 1 -> +1"},
		{problems.Multinomial{FiniteSum: sum(problems.FiniteSum{Data: words})}, standardized + " | labels: eggs -> 1, ham -> 2, spam -> 3"},
		{problems.GeometricMedian{Data: numbers, Preprocess: "none"}, "features: 4 rows of 2, as they are"},
	} {
		p, err := c.kind.Build(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(p.Prepared, " | "); got != c.want {
			t.Errorf("%T: %s\nwant %s", c.kind, got, c.want)
		}
	}
}
