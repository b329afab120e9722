package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"regret/experiments/cli"
)

// promised is what a test reads of `regret bound --json`.
type promised struct {
	Bounds []struct {
		ID        string
		Applies   bool
		Value     float64
		BestValue float64 `json:"best_value"`
		Terms     []float64
	}
}

func bounds(t *testing.T, commandLine string) promised {
	t.Helper()
	var out, errout bytes.Buffer
	args := append([]string{"bound", "--json"}, strings.Fields(commandLine)...)
	if status := cli.Main(context.Background(), args, &out, &errout); status != 0 {
		t.Fatalf("regret bound %s: status %d\n%s", commandLine, status, errout.String())
	}
	var p promised
	if err := json.Unmarshal(out.Bytes(), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// The values were computed in 40 digits by literal formulas (A1, A3), by a
// search over rho (A9) and by another program (A16). Regret is per step here.
func TestBoundAgreesWithIndependentValues(t *testing.T) {
	for _, c := range []struct {
		id, args string
		sum      float64 // steps that the value is summed over
		want     float64
	}{
		{"zinkevich", "--horizon 100 --D 2 --G 3 --schedule 0.5/sqrt(t)", 100, 81.826608605764345},
		{"zinkevich", "--horizon 37 --D 0.7 --G 1.9 --schedule 0.25/sqrt(t)", 37, 10.828824474794679},
		{"weighted-average", "--horizon 1000 --R 1.3 --G 0.8 --schedule 0.3/sqrt(t)", 1, 0.057204112682182137},
		{"weighted-average", "--horizon 50 --R 1.3 --G 0.8 --schedule linear-decay --param alpha=0.2", 1, 0.21468897959183673},
		{"last-exact", "--horizon 12 --R 1 --G 1 --schedule 0.3", 1, 0.51303247981818791},
		{"last-exact", "--R 1 --G 1 --steps .3,.3,.3,.3,.3,.3,.3,.3,.3,.225,.15,0", 1, 0.40948983635796475},
		{"last-exact", "--horizon 12 --R 1 --G 1 --schedule 0.3*min(1,t/5)", 1, 0.50581878049674204},
		{"regret-exact", "--horizon 8 --D 1 --G 1 --schedule inverse-sqrt", 8, 3.483236447480},
		{"regret-exact", "--horizon 8 --D 1 --G 1 --schedule (T+1-t)/T^1.5", 8, 3.721149435994},
		{"regret-exact", "--horizon 100 --D 1 --G 1 --schedule inverse-time", 100, 33.432384738145},
	} {
		t.Run(fmt.Sprintf("%s %s", c.id, c.args), func(t *testing.T) {
			p := bounds(t, c.args+" --id "+c.id)
			if len(p.Bounds) != 1 || p.Bounds[0].ID != c.id || !p.Bounds[0].Applies {
				t.Fatalf("got %+v", p.Bounds)
			}
			got := p.Bounds[0].Value * c.sum
			if math.Abs(got-c.want) > 1e-10*c.want {
				t.Errorf("got %.17g, want %.17g", got, c.want)
			}
			total := 0.0
			for _, term := range p.Bounds[0].Terms {
				total += term
			}
			if math.Abs(total*c.sum-got) > 1e-12*got {
				t.Errorf("terms add up to %g, the value is %g", total*c.sum, got)
			}
		})
	}
}

// The best scale of linear decay attains the minimax value R*G/sqrt(T).
func TestBoundTunesTheScale(t *testing.T) {
	p := bounds(t, "--horizon 10000 --R 2 --G 3 --schedule linear-decay --id last-exact")
	if got, want := p.Bounds[0].BestValue, 2*3/100.0; math.Abs(got-want) > 1e-10*want {
		t.Errorf("best value %.15g, want %g", got, want)
	}
}

// A thousand evaluated points come from a thousand steps, whatever their spelling.
func TestBoundReadsListsLikeFormulas(t *testing.T) {
	steps := make([]string, 1000)
	for i := range steps {
		steps[i] = fmt.Sprint(1 / math.Sqrt(float64(i+1)))
	}
	const constants = " --D 1 --G 1 --R 1"
	list := bounds(t, "--steps "+strings.Join(steps, ",")+constants)
	named := bounds(t, "--schedule inverse-sqrt --horizon 1e3"+constants)
	for i, b := range list.Bounds {
		if b.Value != named.Bounds[i].Value {
			t.Errorf("%s: %v from the list, %v from the name", b.ID, b.Value, named.Bounds[i].Value)
		}
	}
}
