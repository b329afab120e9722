package catalogue_test

import (
	"fmt"

	"regret/experiments/catalogue"
)

func ExampleLookup() {
	ball, _ := catalogue.Lookup("domains", "ball")
	for _, p := range ball.Params() {
		fmt.Printf("%s in %s: %s\n", p.Name, p.Range, p.Doc)
	}
	// Output:
	// radius in (0,inf): Euclidean radius r; the diameter D is 2r
}

func ExampleDidYouMean() {
	fmt.Println("unknown schedule" + catalogue.DidYouMean("cosinus", catalogue.Kinds("schedules")))
	// Output:
	// unknown schedule; did you mean "cosine"?
}
