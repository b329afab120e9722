package config

import (
	"bytes"
	"context"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"regret/optim/schedule"
	"regret/problems/linear"
)

// load loads a file of testdata/good and resolves it.
func load(t *testing.T, name string) *Plan {
	t.Helper()
	plan, err := Load(context.Background(), filepath.Join("testdata", "good", name+".yaml"), Options{Resolve: true})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// outline is what must survive when a plan's resolved text is loaded again.
type outline struct {
	Title              string
	Seed               uint64
	Seeds, Checkpoints int
	Bounds             []string
	Claims             []Claim
	Figures            []Figure
	Averages, Cases    []string
	Params             []map[string]float64
}

func outlineOf(p *Plan) outline {
	o := outline{Title: p.Title, Seed: p.Seed, Seeds: p.Seeds, Checkpoints: p.Checkpoints, Bounds: p.Bounds, Figures: p.Figures}
	for _, c := range p.Claims {
		c.Line = 0
		o.Claims = append(o.Claims, c)
	}
	for _, a := range p.Averages {
		o.Averages = append(o.Averages, a.Name)
	}
	for _, c := range p.Cases {
		o.Cases = append(o.Cases, strings.Join([]string{c.Problem, c.Method, c.Schedule, c.Sampling.Name, c.Sampling.Spec,
			c.ProblemSpec, c.Instance.Content, c.MethodSpec, c.StepSpec, hex(float64(c.Horizon))}, " | "))
		o.Params = append(o.Params, c.Params)
	}
	return o
}

// TestResolvedReloads: the resolved text, wherever it is kept, stands for the
// same plan, and is its own resolved text.
func TestResolvedReloads(t *testing.T) {
	for _, name := range []string{"average-regret", "grids", "files", "tables", "online", "claims", "bounds", "bounds-of-problems", "samplings"} {
		t.Run(name, func(t *testing.T) {
			first := load(t, name)
			again := filepath.Join(t.TempDir(), "config.yaml")
			if err := os.WriteFile(again, first.Resolved, 0o644); err != nil {
				t.Fatal(err)
			}
			second, err := Load(context.Background(), again, Options{Resolve: true})
			if err != nil {
				t.Fatalf("%v\nin\n%s", err, first.Resolved)
			}
			if !bytes.Equal(first.Resolved, second.Resolved) {
				t.Errorf("resolved text changes (-first +second):\n%s", cmp.Diff(string(first.Resolved), string(second.Resolved)))
			}
			if diff := cmp.Diff(outlineOf(first), outlineOf(second)); diff != "" {
				t.Errorf("plan changes (-first +second):\n%s", diff)
			}
		})
	}
}

func TestDefaultsAreWrittenOut(t *testing.T) {
	text := "problems: [{kind: absolute, data: heart, domain: {ball: 2}}]\nschedules: [{constant: 1}]\n"
	plan, err := parse(context.Background(), "short.yaml", []byte(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := `title: short
horizon: 10000
seeds: 20
seed: 1
checkpoints: 200
problems:
  - {kind: absolute, data: heart, domain: {kind: ball, radius: 2}, ridge: 0, l1: 0, intercept: false, preprocess: auto, online: false}
sampling: iid
methods:
  - sgd
schedules:
  - {kind: constant, step: 1}
averages:
  - uniform
  - last
bounds: all
claims: []
figures:
  - {quantity: average-regret, against: t, per: problem}
`
	if diff := cmp.Diff(want, string(plan.Resolved)); diff != "" {
		t.Errorf("resolved text (-want +got):\n%s", diff)
	}
	if plan.Name != "short" || plan.Title != "short" || len(plan.Bounds) != 0 {
		t.Errorf("name %q, title %q, bounds %q", plan.Name, plan.Title, plan.Bounds)
	}
}

// TestCases: every combination is there, in order, with the numbers that its
// formulas stand for.
func TestCases(t *testing.T) {
	plan := load(t, "average-regret")
	var names []string
	for _, c := range plan.Cases[:8] {
		names = append(names, c.Problem+" | "+c.Schedule+" | "+hex(float64(c.Horizon)))
	}
	T100, T1000 := hex(100), hex(1000)
	want := []string{
		"logistic heart | constant | " + T100,
		"logistic heart | constant | " + T1000,
		"logistic heart | inverse-sqrt alpha=D/(sqrt(2)*G) | " + T100,
		"logistic heart | inverse-sqrt alpha=D/(sqrt(2)*G) | " + T1000,
		"logistic heart | inverse-sqrt alpha=1 | " + T100,
		"logistic heart | inverse-sqrt alpha=1 | " + T1000,
		"logistic heart | mine | " + T100,
		"logistic heart | mine | " + T1000,
	}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("cases (-want +got):\n%s", diff)
	}
	if len(plan.Cases) != 16 {
		t.Fatalf("%d cases, want 2 problems x 4 schedules x 2 horizons", len(plan.Cases))
	}
	for i, c := range plan.Cases {
		D, G, R := c.Instance.Constants["D"].Value, c.Instance.Constants["G"].Value, c.Instance.Constants["R"].Value
		T := float64(c.Horizon)
		var eta [1]float64
		c.Steps.Fill(eta[:], 10, c.Horizon)
		want := []float64{
			D / (G * math.Sqrt(T)),
			D / (math.Sqrt2 * G) / math.Sqrt(10),
			1 / math.Sqrt(10),
			R / (G * math.Sqrt(T)) * min(1, 5*(1-10/T)),
		}[i/2%4]
		if math.Abs(eta[0]-want) > 1e-15*want {
			t.Errorf("%s, %s, T=%d: eta_10 = %v, want %v", c.Problem, c.Schedule, c.Horizon, eta[0], want)
		}
		if alpha, ok := c.Params["alpha"]; ok != (i/2%4 == 1 || i/2%4 == 2) {
			t.Errorf("%s: params %v", c.Schedule, c.Params)
		} else if ok && math.Abs(alpha/math.Sqrt(10)-eta[0]) > 1e-15 {
			t.Errorf("%s: alpha %v is not that of the steps", c.Schedule, alpha)
		}
	}
	if D := plan.Cases[0].Instance.Constants["D"].Value; D != 10 {
		t.Errorf("D = %v, want 10 for ball: 5", D)
	}
	if a, b := plan.Cases[6].StepSpec, plan.Cases[14].StepSpec; a == b {
		t.Errorf("one formula with the constants of two problems has one spec: %s", a)
	}
	if plan.Cases[0].Instance != plan.Cases[7].Instance {
		t.Error("schedules and horizons do not share one instance of a problem")
	}
}

func TestGrids(t *testing.T) {
	plan := load(t, "grids")
	seen := map[string]bool{}
	for _, c := range plan.Cases {
		seen[c.Problem] = true
		seen[c.Schedule] = true
		if c.Sampling.Name != "full" {
			t.Errorf("sampling %q, want full", c.Sampling.Name)
		}
	}
	for _, name := range []string{
		"squared diabetes domain=ball:10 ridge=0", "squared diabetes domain=box:-20 ridge=1/n", "median",
		"warmup-stable-decay warmup=0 shape=linear", "warmup-stable-decay warmup=0.1 shape=1-sqrt",
		"slow start warmup=10", "slow start warmup=0.2",
	} {
		if !seen[name] {
			t.Errorf("no case of %q among %v", name, seen)
		}
	}
	if len(plan.Cases) != 5*6 {
		t.Errorf("%d cases, want 30", len(plan.Cases))
	}
	for _, c := range plan.Cases {
		if ridge, ok := c.Params["ridge"]; ok && strings.HasSuffix(c.Problem, "ridge=1/n") && ridge != 1.0/442 {
			t.Errorf("%s: ridge %v, want 1/442", c.Problem, ridge)
		}
		// The ball of radius sqrt(d), d = 10 features, has the diameter 2 sqrt(10).
		if D := c.Instance.Constants["D"].Value; c.Problem == "median" && math.Abs(D-2*math.Sqrt(10)) > 1e-14 {
			t.Errorf("median: D = %v, want 2 sqrt(10)", D)
		}
	}
}

// TestCompositions: a warmup over 10 steps and a 1-sqrt cooldown over the last
// 30 of 100, around a constant step.
func TestCompositions(t *testing.T) {
	for _, c := range load(t, "grids").Cases {
		if c.Schedule != "slow start warmup=10" {
			continue
		}
		eta := make([]float64, 100)
		c.Steps.Fill(eta, 1, 100)
		for i, got := range eta {
			step := float64(i + 1)
			want := 0.01 * min(1, step/10) * (1 - math.Sqrt(max(0, (step-70)/30)))
			if math.Abs(got-want) > 1e-15 {
				t.Fatalf("eta_%d = %v, want %v", i+1, got, want)
			}
		}
		return
	}
	t.Fatal("no such case")
}

// TestFiles: names of files count from the folder of the configuration, and the
// key depends on their content alone.
func TestFiles(t *testing.T) {
	plan := load(t, "files")
	a, b := plan.Cases[0], plan.Cases[2]
	if a.Problem != "squared four" || b.Problem != "again" {
		t.Fatalf("problems %q and %q", a.Problem, b.Problem)
	}
	if a.ProblemSpec != b.ProblemSpec || a.Instance.Content != b.Instance.Content {
		t.Errorf("copies of a file differ:\n%s %s\n%s %s", a.ProblemSpec, a.Instance.Content, b.ProblemSpec, b.Instance.Content)
	}
	if strings.Contains(a.ProblemSpec+a.StepSpec, "data/") {
		t.Errorf("a path is in the key: %s %s", a.ProblemSpec, a.StepSpec)
	}
	for _, c := range plan.Cases[:2] {
		var eta [4]float64
		c.Steps.Fill(eta[:], 1, 4)
		if eta != [4]float64{1, 0.5, 0.25, 0.125} {
			t.Errorf("%s: steps %v", c.Schedule, eta)
		}
	}
}

// TestSpecs: what changes the numbers of a run changes its specs, by the last
// bit, and nothing else does.
func TestSpecs(t *testing.T) {
	spec := func(problem, schedule string) string {
		plan, err := parse(context.Background(), "x.yaml", []byte("horizon: 4\nproblems: ["+problem+"]\nschedules: ["+schedule+"]\n"), Options{Resolve: true})
		if err != nil {
			t.Fatal(err)
		}
		return plan.Cases[0].ProblemSpec + plan.Cases[0].Instance.Content + plan.Cases[0].StepSpec
	}
	const problem, schedule = "{kind: hinge, data: heart, domain: {ball: 2}}", "{kind: constant, step: 0.1}"
	base := spec(problem, schedule)
	same := []string{
		spec("{name: other, hinge: heart, domain: {kind: ball, radius: 2}, ridge: 0}", schedule),
		spec(problem, "{name: other, constant: 1/10}"),
	}
	for i, s := range same {
		if s != base {
			t.Errorf("same %d: %s, want %s", i, s, base)
		}
	}
	others := []string{
		spec("{kind: absolute, data: heart, domain: {ball: 2}}", schedule),
		spec("{kind: hinge, data: heart, domain: {ball: 2.0000000000000004}}", schedule),
		spec("{kind: hinge, data: heart, domain: {ball: 2}, ridge: 1/n}", schedule),
		spec("{kind: hinge, data: ionosphere, domain: {ball: 2}}", schedule),
		spec(problem, "{kind: constant, step: 0.10000000000000002}"),
		spec(problem, "{kind: constant, step: 0.1, warmup: 2}"),
		spec(problem, "{kind: formula, step: 0.1}"),
		spec(problem, "{kind: formula, step: 0.1*D/D}"),
	}
	seen := map[string]bool{base: true}
	for i, s := range others {
		if seen[s] {
			t.Errorf("other %d: %s is not new", i, s)
		}
		seen[s] = true
	}
}

// TestOnline: worst instances are built for each horizon and each steps, and
// share a file with problems that are not online.
func TestOnline(t *testing.T) {
	plan := load(t, "online")
	if len(plan.Cases) != 12 {
		t.Fatalf("%d cases, want 12", len(plan.Cases))
	}
	for _, c := range plan.Cases {
		online := c.Problem != "logistic heart"
		if c.Instance.Online != online || (c.Sampling.Name == "sequence") != online {
			t.Errorf("%s: online %v, sampling %s", c.Problem, c.Instance.Online, c.Sampling.Name)
		}
		if n := c.Instance.Objective.Len(); online && n != c.Horizon {
			t.Errorf("%s: %d losses for T=%d", c.Problem, n, c.Horizon)
		}
	}
	first := plan.Cases[0]
	if first.Instance.Domain.Diameter(1) != 2 || first.Instance.Start[0] != 1 || first.Instance.Optimum.Theta[0] != -1 {
		t.Errorf("instance of zinkevich: domain %v, start %v, u %v", first.Instance.Domain, first.Instance.Start, first.Instance.Optimum.Theta)
	}
	constant, decay := plan.Cases[4], plan.Cases[6]
	if constant.Problem != "exact" || decay.Problem != "exact" || constant.Instance.Content == decay.Instance.Content {
		t.Error("the instance of regret-exact does not depend on the steps")
	}
}

// TestSequences: online problems from data are built once for each horizon, which
// has constants of its own; their rows come in order.
func TestSequences(t *testing.T) {
	plan := load(t, "online-data")
	if len(plan.Cases) != 12 {
		t.Fatalf("%d cases, want 12", len(plan.Cases))
	}
	for i, c := range plan.Cases[:8] {
		p := c.Instance
		if !p.Online || c.Sampling.Kind != "sequence" || p.Objective.Len() != c.Horizon || p.Constants["n"].Value != float64(c.Horizon) {
			t.Errorf("%s: online %t, sampling %s, %d losses for T=%d", c.Problem, p.Online, c.Sampling.Name, p.Objective.Len(), c.Horizon)
		}
		if model := p.Objective.(*linear.Model); c.Problem == "drifting" && model.Ridge != 1/float64(c.Horizon) {
			t.Errorf("ridge %g, want 1/T", model.Ridge)
		}
		if i%4 < 2 {
			if p != plan.Cases[i+2].Instance {
				t.Errorf("%s, T=%d: built for every schedule", c.Problem, c.Horizon)
			}
			want := p.Constants["R"].Value / (p.Constants["G"].Value * math.Sqrt(float64(c.Horizon)))
			if step := c.Steps.(schedule.Constant).Step; math.Abs(step-want) > 1e-15 {
				t.Errorf("%s, T=%d: step %g, want %g", c.Problem, c.Horizon, step, want)
			}
		}
	}
	short, long := plan.Cases[0].Instance, plan.Cases[1].Instance
	if short.Constants["R"] == long.Constants["R"] || short.Content == long.Content {
		t.Errorf("T=20 and T=80 have one comparator: R %v", short.Constants["R"])
	}
	for _, c := range plan.Cases[8:] {
		if c.Instance.Online || c.Sampling.Kind != "iid" || c.Instance != plan.Cases[8].Instance {
			t.Errorf("%s: online %t, sampling %s", c.Problem, c.Instance.Online, c.Sampling.Name)
		}
	}
}

// TestWorstInstances: each form names a variant with parameters of its own; all
// but the stochastic one run in sequence.
func TestWorstInstances(t *testing.T) {
	plan := load(t, "worst-instances")
	got := map[string]string{}
	for _, c := range plan.Cases {
		got[c.Problem] = c.Sampling.Name + " " + c.ProblemSpec
		if c.Instance.Online || c.Instance.Ordered != (c.Sampling.Name == "sequence") {
			t.Errorf("%s: online %t, ordered %t, sampling %s", c.Problem, c.Instance.Online, c.Instance.Ordered, c.Sampling.Name)
		}
	}
	want := map[string]string{
		"worst-instance last-exact R=1": "sequence worst-instance last-exact(G=0x1p+01,R=0x1p+00)",
		"worst-instance last-exact R=3": "sequence worst-instance last-exact(G=0x1p+01,R=0x1.8p+01)",
		"worst-instance touch-once":     "sequence worst-instance touch-once(G=0x1p+00,R=0x1p+01)",
		"kink":                          "sequence worst-instance absolute-value(G=0x1p+01,R=0x1p+00)",
		"worst-instance harvey-convex":  "sequence worst-instance harvey-convex()",
		"worst-instance rakhlin-corner": "iid worst-instance rakhlin-corner()",
		"worst-instance huber-slope":    "sequence worst-instance huber-slope(L=0x1p-01,R=0x1p+00)",
		"worst-instance nesterov-chain": "sequence worst-instance nesterov-chain(L=0x1p+00)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cases (-want +got):\n%s", diff)
	}
}

func TestClaimsAndFigures(t *testing.T) {
	plan := load(t, "average-regret")
	want := []Claim{
		{Line: 18, Quantity: "average-regret", Below: "zinkevich", Against: "t",
			Text: "{quantity: average-regret, below: zinkevich}"},
		{Line: 19, Quantity: "average-regret", Schedule: "constant", Against: "horizon", Slope: []float64{-0.8, -0.2}, Confidence: 0.95,
			Text: "{quantity: average-regret, schedule: constant, against: horizon, slope: [-0.8, -0.2]}"},
	}
	if diff := cmp.Diff(want, plan.Claims); diff != "" {
		t.Errorf("claims (-want +got):\n%s", diff)
	}
	grids := load(t, "grids")
	if c := grids.Claims[0]; c.Above != "-1e-09" || c.Below != "last-exact" || c.Problem != "squared diabetes" {
		t.Errorf("claim %+v", c)
	}
	figure := Figure{Quantity: "gap-last", Against: "warmup", Per: "schedule", Title: "a: b, c"}
	if diff := cmp.Diff([]Figure{figure}, grids.Figures); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
}

func TestMatches(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		want          bool
	}{
		{"", "anything", true},
		{"inverse-sqrt", "inverse-sqrt", true},
		{"inverse-sqrt", "inverse-sqrt alpha=1", true},
		{"inverse-sqrt alpha=1", "inverse-sqrt alpha=10", false},
		{"inverse", "inverse-sqrt", false},
		{"heart", "heart two", false},
	} {
		if got := Matches(c.pattern, c.name); got != c.want {
			t.Errorf("Matches(%q, %q) = %v", c.pattern, c.name, got)
		}
	}
}
