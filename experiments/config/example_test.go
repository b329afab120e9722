package config_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"regret/experiments/config"
)

const experiment = `
horizon: 100
problems:
  - {kind: hinge, data: heart, domain: {ball: 2}}
schedules:
  - {kind: inverse-sqrt, alpha: [0.5, D/8]}
`

func ExampleLoad() {
	folder, err := os.MkdirTemp("", "example")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(folder)
	file := filepath.Join(folder, "first.yaml")
	if err := os.WriteFile(file, []byte(experiment), 0o644); err != nil {
		fmt.Println(err)
		return
	}
	plan, err := config.Load(context.Background(), file, config.Options{Resolve: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range plan.Cases {
		fmt.Printf("%s, %s: alpha = %g\n", c.Problem, c.Schedule, c.Params["alpha"])
	}
	// Output:
	// hinge heart, inverse-sqrt alpha=0.5: alpha = 0.5
	// hinge heart, inverse-sqrt alpha=D/8: alpha = 0.5
}
