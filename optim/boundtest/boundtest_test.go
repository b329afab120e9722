package boundtest

import (
	"testing"

	"regret/optim/bound"
)

func TestAll(t *testing.T) {
	for i := range bound.All {
		t.Run(bound.All[i].ID, func(t *testing.T) { Check(t, &bound.All[i]) })
	}
}
