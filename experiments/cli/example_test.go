package cli_test

import (
	"context"
	"os"

	"regret/experiments/cli"
)

// What theory promises for the constant step that is best for Zinkevich's theorem.
func Example() {
	cli.Main(context.Background(), []string{
		"bound", "--schedule", "D/(G*sqrt(T))", "--horizon", "100", "--D", "1", "--G", "1", "--id", "zinkevich",
	}, os.Stdout, os.Stderr)
	// Output:
	// schedule   eta_t = D/(G*sqrt(T))
	// horizon    T = 100
	// constants  D=1 G=1
	//
	// bound      method  quantity                  kind   value  value/minimax  best factor on eta  value there
	// zinkevich  sgd     average-regret (uniform)  upper  0.1    2              1                   0.1
}
