package analysis

import (
	"encoding/csv"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"regret/experiments/config"
	"regret/experiments/store"
	"regret/optim/average"
	"regret/optim/schedule"
	"regret/problems"
	"regret/problems/optimum"
	"regret/problems/sampling"
)

// handPlan is one problem with D = 2, G = 3, R = 1 under the constant step 1/2,
// with T = 4: Zinkevich's bound at t is 4/(2t/2) + 9/4 = 4/t + 9/4.
func handPlan(kind string) *config.Plan {
	certified := func(v float64) problems.Constant {
		return problems.Constant{Value: v, Provenance: problems.Exact}
	}
	instance := &problems.Problem{
		Optimum: optimum.Certificate{Value: 0.5, Gap: 1e-3},
		Constants: map[string]problems.Constant{
			"D": certified(2), "G": certified(3), "R": certified(1),
		},
	}
	return &config.Plan{
		Averages: []config.Average{{Name: "uniform", Average: average.Uniform{}}, {Name: "last", Average: average.Last{}}},
		Cases: []config.Case{{
			Problem: "p", Method: "sgd", Schedule: "s alpha=1", Horizon: 4, Sampling: drawn(kind),
			Instance: instance, Steps: schedule.Constant{Step: 0.5},
		}},
		Bounds: []string{"zinkevich"},
	}
}

// drawn is a sampling as far as the analysis asks for it.
func drawn(kind string) config.Sampling {
	return config.Sampling{Name: kind, Kind: kind, Law: &sampling.Law{Batch: 1, Random: kind != "full"}}
}

// handRecord has checkpoints 1, 2 and 4.
func handRecord(regret [3]float64, value [3]float64) *store.Record {
	r := &store.Record{Columns: []string{"t", "step", "distance", "D", "G",
		"average-loss:uniform", "average-regret:uniform", "value:uniform", "value:last"}}
	for k, t := range []float64{1, 2, 4} {
		r.Rows = append(r.Rows, []float64{t, 0.5, 1, 1, 2, regret[k] + 10, regret[k], value[k], value[k]})
	}
	return r
}

func analyse(t *testing.T, plan *config.Plan, records ...*store.Record) *Result {
	t.Helper()
	result, err := Analyse(plan, [][]*store.Record{records})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func boundRow(t *testing.T, r *Result, id, quantity string) *Bound {
	t.Helper()
	for i := range r.Bounds {
		if b := &r.Bounds[i]; b.Theorem.ID == id && b.Row.Quantity == quantity {
			return b
		}
	}
	t.Fatalf("no row of %s speaks of %s", id, quantity)
	return nil
}

func TestEveryRunIsJudgedAgainstAPathwiseBound(t *testing.T) {
	fine := handRecord([3]float64{1, 2, 3}, [3]float64{1, 1, 1})
	high := handRecord([3]float64{1, 4.3, 3}, [3]float64{1, 1, 1})
	b := boundRow(t, analyse(t, handPlan("iid"), fine, fine), "zinkevich", "average-regret")
	for k, want := range []float64{6.25, 4.25, 3.25} {
		if math.Abs(b.Value[k]-want) > 1e-15 {
			t.Errorf("bound at checkpoint %d is %v, want %v", k, b.Value[k], want)
		}
	}
	if b.Verdict != Holds || math.Abs(b.WorstRatio-3/3.25) > 1e-15 {
		t.Errorf("verdict %s with ratio %v, want holds with 12/13", b.Verdict, b.WorstRatio)
	}
	b = boundRow(t, analyse(t, handPlan("iid"), fine, high), "zinkevich", "average-regret")
	if b.Verdict != Violated || !strings.Contains(b.Why, "repetition 2 at t=2") {
		t.Errorf("verdict %s (%s), want violated by repetition 2 at t=2", b.Verdict, b.Why)
	}
}

// The bound on the average loss is that on the regret plus the comparator's
// own average loss, 10 in these records.
func TestAverageLossAddsTheComparator(t *testing.T) {
	r := analyse(t, handPlan("iid"), handRecord([3]float64{1, 2, 3}, [3]float64{1, 1, 1}))
	if b := boundRow(t, r, "zinkevich", "average-loss"); math.Abs(b.Value[2]-13.25) > 1e-14 || b.Verdict != Holds {
		t.Errorf("bound %v, verdict %s; want 13.25, holds", b.Value[2], b.Verdict)
	}
}

func TestBoundsOnTheMeanNeedSeeds(t *testing.T) {
	few := analyse(t, handPlan("iid"), handRecord([3]float64{}, [3]float64{1, 1, 1}))
	if b := boundRow(t, few, "zinkevich", "gap-average"); b.Verdict != Undecided {
		t.Errorf("verdict %s on one seed, want undecided", b.Verdict)
	}
	var many, spread []*store.Record
	for r := range 20 {
		many = append(many, handRecord([3]float64{}, [3]float64{9, 1, 1}))
		value := 0.0
		if r == 0 {
			value = 200
		}
		spread = append(spread, handRecord([3]float64{}, [3]float64{value, 1, 1}))
	}
	if b := boundRow(t, analyse(t, handPlan("iid"), many...), "zinkevich", "gap-average"); b.Verdict != Violated {
		t.Errorf("verdict %s on twenty gaps of 8.5 above 6.25, want violated", b.Verdict)
	}
	// The mean is 10, but so is its standard error.
	if b := boundRow(t, analyse(t, handPlan("iid"), spread...), "zinkevich", "gap-average"); b.Verdict != Holds {
		t.Errorf("verdict %s on one outlier, want holds", b.Verdict)
	}
}

// With full subgradients the same row is judged on every path, and F* is known
// to 1e-3 only.
func TestGapsAllowForTheCertificate(t *testing.T) {
	inside := analyse(t, handPlan("full"), handRecord([3]float64{}, [3]float64{1, 1, 0.5 + 3.25 + 0.9e-3}))
	if b := boundRow(t, inside, "zinkevich", "gap-average"); b.Verdict != Holds || b.WorstRatio <= 1 {
		t.Errorf("verdict %s with ratio %v, want holds above 1", b.Verdict, b.WorstRatio)
	}
	outside := analyse(t, handPlan("full"), handRecord([3]float64{}, [3]float64{1, 1, 0.5 + 3.25 + 1.1e-3}))
	if b := boundRow(t, outside, "zinkevich", "gap-average"); b.Verdict != Violated {
		t.Errorf("verdict %s, want violated", b.Verdict)
	}
}

func TestRefusedBoundSaysWhy(t *testing.T) {
	plan := handPlan("iid")
	plan.Cases[0].Steps = schedule.Table{Steps: []float64{0.5, 0.5, 0.6, 0.5}}
	plan.Claims = []config.Claim{{Quantity: "average-regret", Below: "zinkevich"}}
	r := analyse(t, plan, handRecord([3]float64{1, 2, 3}, [3]float64{1, 1, 1}))
	b := boundRow(t, r, "zinkevich", "average-regret")
	if b.Verdict != NotApplicable || !strings.Contains(b.Why, "eta_3") {
		t.Errorf("verdict %s (%s), want not applicable, first for eta_3", b.Verdict, b.Why)
	}
	if c := r.Claims[0]; c.Passed || len(c.Skipped) != 1 || !r.Failed() {
		t.Errorf("a claim that can be judged nowhere passed: %+v", c)
	}
}

// A theorem bounds runs of its own method, and no others.
func TestTheoremsSpeakOfTheirMethod(t *testing.T) {
	for kind, want := range map[string]string{"": "zinkevich", "sgd": "zinkevich", "proximal-sgd": "proximal-regret"} {
		for _, named := range [][]string{nil, {"zinkevich", "proximal-regret"}} {
			plan := handPlan("iid")
			plan.Bounds, plan.Cases[0].MethodKind = named, kind
			plan.Cases[0].Instance.Constants["Gloss"] = plan.Cases[0].Instance.Constants["G"]
			r := analyse(t, plan, handRecord([3]float64{1, 2, 3}, [3]float64{1, 1, 1}))
			for _, b := range r.Bounds {
				other := b.Theorem.ID == "zinkevich" || b.Theorem.ID == "proximal-regret"
				if other = other && b.Theorem.ID != want; other && !strings.Contains(b.Why, "it speaks of the method") {
					t.Errorf("%q: %s is judged: %s %s", kind, b.Theorem.ID, b.Verdict, b.Why)
				}
			}
			if b := boundRow(t, r, want, "average-regret"); b.Verdict != Holds {
				t.Errorf("%q: %s: %s %s", kind, want, b.Verdict, b.Why)
			}
		}
	}
}

func TestBestGapIsTheLeastSoFar(t *testing.T) {
	r := analyse(t, handPlan("iid"), handRecord([3]float64{}, [3]float64{3, 1, 2}))
	c := r.Curve(&r.Plan.Cases[0], "gap-best", "")
	if c == nil {
		t.Fatal("no gap-best beside gap-last")
	}
	for k, want := range []float64{2.5, 0.5, 0.5} {
		if c.Runs[0][k] != want {
			t.Errorf("gap-best at checkpoint %d is %v, want %v", k, c.Runs[0][k], want)
		}
	}
}

func TestTablesHaveTheirColumns(t *testing.T) {
	dir := t.TempDir()
	plan := handPlan("iid")
	plan.Claims = []config.Claim{{Quantity: "average-regret", Below: "zinkevich", Text: "text, with a comma"}}
	r := analyse(t, plan, handRecord([3]float64{1, 2, 3}, [3]float64{1, 1, 1}))
	if err := WriteTables(dir, r); err != nil {
		t.Fatal(err)
	}
	for name, rows := range map[string]int{
		"curves.csv":  1 + 3*len(r.Curves),
		"bounds.csv":  1 + 3*len(r.Bounds),
		"summary.csv": 1 + len(r.Bounds) + 2*len(r.Claims), // each with one finding
	} {
		file, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		table, err := csv.NewReader(file).ReadAll()
		file.Close()
		if err != nil || len(table) != rows {
			t.Errorf("%s: %d rows (error %v), want %d", name, len(table), err, rows)
		}
	}
}

// A bound that may fail with probability 1/20 is judged at T alone, by how many
// runs lie above it: one of twenty is as expected, ten are not.
func TestBoundsOnMostRunsCountExceedances(t *testing.T) {
	for high, want := range map[int]Verdict{1: Holds, 10: Violated} {
		curve := Curve{T: []int{1, 2}}
		values := make([][]float64, 20)
		for r := range values {
			run := []float64{9, 0.5} // above the bound at t = 1, which is not judged
			if r < high {
				run[1] = 1.5
			}
			curve.Runs = append(curve.Runs, run)
			values[r] = []float64{1, 1}
		}
		b := Bound{Ratio: make([]float64, 2), WorstRatio: math.NaN()}
		judgement{bound: &b, curve: &curve, values: values}.mostRuns(0.05)
		if b.Verdict != want {
			t.Errorf("%d of 20 runs above: %s (%s), want %s", high, b.Verdict, b.Why, want)
		}
	}
}
