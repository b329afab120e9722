package analysis

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"regret/experiments/config"
	"regret/experiments/store"
	"regret/optim/schedule"
)

// verdicts judges claims on one deterministic run with regrets 1, 2, 3 at
// t = 1, 2, 4; the bound of zinkevich is 4/t + 9/4, its ratio to it 12/13 at T.
func verdicts(t *testing.T, claims ...config.Claim) []Claim {
	t.Helper()
	plan := handPlan("full")
	plan.Claims = claims
	return analyse(t, plan, handRecord([3]float64{1, 2, 3}, [3]float64{1, 1, 1})).Claims
}

func TestClaimsWithALimit(t *testing.T) {
	for _, c := range []struct {
		claim config.Claim
		want  Verdict
		says  string
	}{
		{config.Claim{Below: "zinkevich"}, Holds, "worst ratio to zinkevich 0.9231"},
		{config.Claim{Below: "3", Schedule: "s"}, Holds, "mean at T is 3, claimed below 3"},
		{config.Claim{Below: "2.9"}, Violated, "mean at T is 3"},
		{config.Claim{Below: "zinkevich", Schedule: "other"}, Violated, "no curve matches"},
		{config.Claim{Above: "3"}, Holds, "claimed above 3"},
		{config.Claim{Above: "2", Below: "2.5"}, Violated, "fails on 1 of 2"},
		{config.Claim{Above: "zinkevich"}, Violated, "zinkevich there is 3.25, ratio 0.923076923"},
		{config.Claim{Above: "zinkevich", Factor: 0.923}, Holds, "0.923 of zinkevich there is 2.99975"},
		{config.Claim{Above: "zinkevich", Factor: 0.9231}, Violated, ""},
		{config.Claim{Below: "zinkevich", Factor: 0.9231}, Holds, ""},
		{config.Claim{Below: "zinkevich", Factor: 0.923}, Violated, "violated, worst ratio to 0.923 of zinkevich 1"},
		{config.Claim{Below: "zinkevich", Factor: 5}, Holds, ""},
		// D = 2, G = 3 and R = 1
		{config.Claim{Below: "D*G/sqrt(T)"}, Holds, "claimed below D*G/sqrt(T) = 3"},
		{config.Claim{Below: "R*G/sqrt(T)"}, Violated, "claimed below R*G/sqrt(T) = 1.5"},
		{config.Claim{Below: "mu"}, Violated, "it can be judged on none"},
	} {
		c.claim.Quantity = "average-regret"
		got := verdicts(t, c.claim)[0]
		if got.Verdict() != c.want || got.Passed != (c.want == Holds) || !strings.Contains(got.Detail, c.says) {
			t.Errorf("%+v: %s, %q; want %s, %q", c.claim, got.Verdict(), got.Detail, c.want, c.says)
		}
	}
}

// A bound below which a claim cannot be proved decides nothing.
func TestClaimIsUndecidedWithItsBound(t *testing.T) {
	plan := handPlan("iid")
	plan.Claims = []config.Claim{{Quantity: "gap-average", Below: "zinkevich"}}
	c := analyse(t, plan, handRecord([3]float64{}, [3]float64{1, 1, 1})).Claims[0]
	if c.Passed || c.Verdict() != Undecided || !strings.HasPrefix(c.Detail, "undecided on 1 of 1") {
		t.Errorf("one seed below a bound on the mean: %s, %q", c.Verdict(), c.Detail)
	}
}

func TestClaimsWithASlope(t *testing.T) {
	// The slope of log(1, 2, 3) on log(1, 2, 4) is log 3 / log 4 = 0.79.
	for _, c := range []struct {
		slope [2]float64
		want  Verdict
	}{{[2]float64{0.7, 0.9}, Holds}, {[2]float64{0.9, 1.1}, Violated}} {
		got := verdicts(t, config.Claim{Quantity: "average-regret", Slope: c.slope[:], Against: "t", Confidence: 0.95})[0]
		if got.Verdict() != c.want || !strings.Contains(got.Detail, "slope 0.7925") {
			t.Errorf("%v: %s, %q", c.slope, got.Verdict(), got.Detail)
		}
	}
}

// Ten repetitions with slopes around -1/2: the interval decides. It is computed
// a second time from the raw values of nine repetitions at a time, and with the
// 97.5% quantile of Student's t with 9 degrees of freedom from tables.
func TestTheIntervalOfASlopeDecides(t *testing.T) {
	plan := handPlan("iid")
	var records []*store.Record
	values := make([][]float64, 10)
	for r := range values {
		wobble := 1 + 0.02*math.Sin(float64(3*r))
		values[r] = []float64{1, math.Pow(2, -0.5) * wobble, 0.5 * wobble * wobble}
		records = append(records, handRecord([3]float64(values[r]), [3]float64{}))
	}
	slopeOf := func(without int) float64 {
		var sum [3]float64
		for r, run := range values {
			for k := range sum {
				if r != without {
					sum[k] += run[k]
				}
			}
		}
		return math.Log(sum[2]/sum[0]) / math.Log(4) // the middle point is half-way
	}
	var mean, squares float64
	for r := range values {
		mean += slopeOf(r) / 10
	}
	for r := range values {
		squares += math.Pow(slopeOf(r)-mean, 2)
	}
	half := 2.2621571628 * math.Sqrt(squares*9/10)
	low, high := slopeOf(-1)-half, slopeOf(-1)+half
	for _, c := range []struct {
		lo, hi float64
		want   Verdict
	}{
		{low - 1e-9, high + 1e-9, Holds},
		{low + 1e-9, high + 1, Undecided},
		{low - 1, high - 1e-9, Undecided},
		{high + 1e-9, high + 1, Violated},
		{low - 1, low - 1e-9, Violated},
	} {
		plan.Claims = []config.Claim{{Quantity: "average-regret", Against: "t", Slope: []float64{c.lo, c.hi}, Confidence: 0.95}}
		got := analyse(t, plan, records...).Claims[0]
		if got.Verdict() != c.want || got.Passed != (c.want == Holds) {
			t.Errorf("[%v, %v]: %s, want %s: %s", c.lo, c.hi, got.Verdict(), c.want, got.Detail)
		}
	}
	plan.Claims[0].Slope = []float64{-1, 0}
	if got := analyse(t, plan, records[:9]...).Claims[0]; got.Verdict() != Violated || !strings.Contains(got.Detail, "at least 10") {
		t.Errorf("nine seeds: %s, %q", got.Verdict(), got.Detail)
	}
}

// Runs of three horizons with final regrets T^{-1/2} have that slope.
func TestSlopeAgainstHorizon(t *testing.T) {
	plan := handPlan("full")
	plan.Claims = []config.Claim{{Quantity: "average-regret", Against: "horizon", Slope: []float64{-0.51, -0.49}, Confidence: 0.95}}
	first := plan.Cases[0]
	plan.Cases = nil
	var records [][]*store.Record
	for _, T := range []int{4, 16, 64} {
		c := first
		c.Horizon = T
		plan.Cases = append(plan.Cases, c)
		record := handRecord([3]float64{1, 1, math.Pow(float64(T), -0.5)}, [3]float64{1, 1, 1})
		record.Rows[2][0] = float64(T)
		records = append(records, []*store.Record{record})
	}
	r, err := Analyse(plan, records)
	if err != nil {
		t.Fatal(err)
	}
	if c := r.Claims[0]; !c.Passed || c.Detail != "p, sgd, s alpha=1, uniform average: slope -0.5000, claimed within [-0.51, -0.49]" {
		t.Errorf("claim: %+v", c)
	}
}

// ordered judges an order of the schedules a, b and c, whose gaps at
// t = 1, 2, 4 are given by repetition.
func ordered(t *testing.T, sampling string, claim config.Claim, gaps [3][][3]float64) Claim {
	t.Helper()
	plan := handPlan(sampling)
	claim.Quantity, claim.Order = "gap-last", []string{"a", "b", "c"}
	plan.Claims = []config.Claim{claim}
	first := plan.Cases[0]
	plan.Cases = nil
	var records [][]*store.Record
	for i, runs := range gaps {
		c := first
		c.Schedule = claim.Order[i]
		c.Steps = schedule.Constant{Step: 0.5}
		plan.Cases = append(plan.Cases, c)
		var of []*store.Record
		for _, run := range runs {
			for k := range run {
				run[k] += 0.5 // F(u)
			}
			of = append(of, handRecord([3]float64{}, run))
		}
		records = append(records, of)
	}
	r, err := Analyse(plan, records)
	if err != nil {
		t.Fatal(err)
	}
	return r.Claims[0]
}

func TestDeterministicOrderIsPlain(t *testing.T) {
	gaps := [3][][3]float64{{{1, 1, 1}}, {{2, 2, 2}}, {{3, 2, 3}}}
	if c := ordered(t, "full", config.Claim{Confidence: 0.95}, gaps); !c.Passed || len(c.Findings) != 2 {
		t.Errorf("1 < 2 < 3 at T: %q", c.Detail)
	}
	c := ordered(t, "full", config.Claim{Confidence: 0.95, At: 3}, gaps)
	if c.Verdict() != Violated || !strings.Contains(c.Detail, "fails on 1 of 2: p, sgd, T=4: b < c at t=2, the last checkpoint up to 3: 2 against 2") {
		t.Errorf("2 < 2 at t=2: %s, %q", c.Verdict(), c.Detail)
	}
	if c := ordered(t, "iid", config.Claim{Confidence: 0.95}, gaps); c.Passed || !strings.Contains(c.Detail, "at least 10 of them, this run has 1") {
		t.Errorf("one seed: %q", c.Detail)
	}
	if c := ordered(t, "full", config.Claim{Confidence: 0.95, At: 5}, gaps); c.Passed || len(c.Skipped) != 2 {
		t.Errorf("t=5 of 4: %q", c.Detail)
	}
}

// Samples that repetitions share cancel: gaps between 0 and 10^6 that differ by
// 1 +- 1/2 are told apart. By hand, with ten differences -1.5 and -0.5 by turns:
// mean -1, deviation 0.5 sqrt(10/9); two pairs at 95% are judged at 97.5%, where
// Student's t with 9 degrees of freedom is 2.2621571628.
func TestOrderIsJudgedByPairedDifferences(t *testing.T) {
	limit := -1 + 2.2621571628*0.5*math.Sqrt(10.0/9)/math.Sqrt(10)
	var gaps [3][][3]float64
	for r := range 10 {
		common := 1e5 * float64(r)
		between := 1 + []float64{0.5, -0.5}[r%2]
		gaps[0] = append(gaps[0], [3]float64{0, 0, common})
		gaps[1] = append(gaps[1], [3]float64{0, 0, common + between})
		gaps[2] = append(gaps[2], [3]float64{0, 0, common + between + 0.1 - 2*float64(r%2)})
	}
	c := ordered(t, "iid", config.Claim{Confidence: 0.95}, gaps)
	if f := c.Findings[0]; f.Verdict != Holds || !strings.Contains(f.Text, fmt.Sprintf("mean difference -1 (97.5%% one-sided: at most %.4g)", limit)) {
		t.Errorf("a < b: %s, %q, want a limit of %.4g", f.Verdict, f.Text, limit)
	}
	few := [3][][3]float64{gaps[0][:9], gaps[1][:9], gaps[2][:9]}
	if c := ordered(t, "iid", config.Claim{Confidence: 0.95}, few); c.Passed || !strings.Contains(c.Findings[0].Text, "this run has 9") {
		t.Errorf("nine seeds: %q", c.Findings[0].Text)
	}
	// c - b is 0.1 and -1.9 by turns.
	if f := c.Findings[1]; f.Verdict != Violated {
		t.Errorf("b < c: %s, %q", f.Verdict, f.Text)
	}
	if c.Verdict() != Violated || !strings.HasPrefix(c.Detail, "fails on 1 of 2: p, sgd, T=4: b < c at T") {
		t.Errorf("%s, %q", c.Verdict(), c.Detail)
	}
}

func TestOrderMayBeUndecided(t *testing.T) {
	var gaps [3][][3]float64
	for r := range 10 {
		noise := math.Sin(float64(r))
		gaps[0] = append(gaps[0], [3]float64{0, 0, 1})
		gaps[1] = append(gaps[1], [3]float64{0, 0, 1.1 + noise})
		gaps[2] = append(gaps[2], [3]float64{0, 0, math.Inf(1)})
	}
	c := ordered(t, "iid", config.Claim{Confidence: 0.95}, gaps)
	if c.Passed || c.Verdict() != Undecided || c.Findings[1].Verdict != Holds {
		t.Errorf("1 < 1.1 +- 0.2 < infinity: %s, %q", c.Verdict(), c.Detail)
	}
	gaps[2][3][2] = 7
	if c := ordered(t, "iid", config.Claim{Confidence: 0.95}, gaps); c.Findings[1].Verdict != Undecided {
		t.Errorf("nine of ten diverged: %q", c.Findings[1].Text)
	}
}

// Quantiles of Student's t from tables.
func TestStudentsT(t *testing.T) {
	for _, c := range []struct {
		level float64
		n     int
		want  float64
	}{
		{0.975, 2, 12.7062047364}, {0.95, 10, 1.8331129327}, {0.975, 10, 2.2621571628},
		{0.99, 20, 2.5394831906}, {0.95, 31, 1.6972608866}, {0.5, 5, 0},
	} {
		if got := studentsT(c.level, c.n); math.Abs(got-c.want) > 1e-8 {
			t.Errorf("t at %v with %d observations = %.10f, want %.10f", c.level, c.n, got, c.want)
		}
	}
}
