package figure

import (
	"flag"
	"os"
	"testing"
)

// TestMain makes random plots the same in every run; -rapid.seed=0 makes them
// new ones.
func TestMain(m *testing.M) {
	flag.Set("rapid.seed", "1")
	flag.Set("rapid.nofailfile", "true")
	flag.Parse()
	os.Exit(m.Run())
}
