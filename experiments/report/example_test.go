package report_test

import (
	"fmt"

	"regret/experiments/report"
	"regret/optim/bound"
)

func ExampleMarkdownStatement() {
	th, _ := bound.Lookup("weighted-average")
	fmt.Print(report.MarkdownStatement(th))
	// Output:
	// **The average weighted by the steps** (`weighted-average`, A3)
	//
	// $$F\Bigl(\frac{\sum_t\eta_tx_t}{\sum_t\eta_t}\Bigr)-F^\star\le\frac{R^2+\sum_{t=1}^T\eta_t^2G_t^2}{2\sum_{t=1}^T\eta_t}$$
	//
	// Assumptions:
	//
	// - convex losses: $f_1,\dots,f_T \text{ convex}$
	// - known distance to the comparator: $\|x_1-u\|=R<\infty$
	// - bounded subgradients: $\|g_t\|\le G_t<\infty$
	// - non-negative steps: $\eta_t\ge 0$
	//
	// Source: Nemirovski et al. (2009), section 2.2 [@nemirovski2009robust]; Orabona (2019), chapters 2 and 3 [@orabona2019modern]
}
