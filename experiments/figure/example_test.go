package figure_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"

	"regret/experiments/figure"
)

func ExampleDraw() {
	dir, err := os.MkdirTemp("", "figure")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)

	c := figure.Curve{Label: "inverse-sqrt"}
	b := figure.Line{Label: "zinkevich"}
	for t := 1.0; t <= 1e4; t *= 1.2 {
		c.X, c.Mean = append(c.X, t), append(c.Mean, 0.5/math.Sqrt(t))
		b.X, b.Y, b.Ratio = append(b.X, t), append(b.Y, 2/math.Sqrt(t)), append(b.Ratio, 0.25)
	}
	c.Bounds = []figure.Line{b}
	err = figure.Draw(figure.Plot{
		Title: "Average regret", XLabel: "t", YLabel: "average regret", LogX: true, LogY: true,
		Curves: []figure.Curve{c},
		Guides: []figure.Guide{{Slope: -0.5, Label: "t^{-1/2}"}},
	}, filepath.Join(dir, "regret"))
	files, _ := filepath.Glob(filepath.Join(dir, "*"))
	fmt.Println(len(files), "files,", err)
	// Output: 3 files, <nil>
}
