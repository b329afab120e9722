package schedule_test

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"regret/optim/bound"
	"regret/optim/schedule"
)

const curvesHeader = "problem,method,schedule,horizon,average,quantity,t,count,mean,sd\n"

func pilotFile(t testing.TB, rows ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "curves.csv")
	if err := os.WriteFile(path, []byte(curvesHeader+strings.Join(rows, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func refined(t testing.TB, s schedule.Refined) schedule.Refined {
	t.Helper()
	loaded, err := s.Load()
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

// norms are G_t^2 = 5, 5, 2, linear in log t between t = 2 and t = 4; the first
// is 1^2 + 4 of mean 1 and variance 8 with n = 2.
type norms struct{}

func (norms) Fill(g []float64, t, _ int) {
	third := 5 + (math.Log(3)-math.Log(2))/(math.Log(4)-math.Log(2))*(2-5)
	squares := []float64{5, 5, third, 2}
	for i := range g {
		g[i] = math.Sqrt(squares[t-1+i])
	}
}

func TestRefinedFollowsThePilot(t *testing.T) {
	path := pilotFile(t,
		"p,sgd,s,4,,distance,1,2,9,9",
		"p,sgd,s,4,,sample-gradient-norm,1,2,1,2.8284271247461903",
		"p,sgd,s,4,,sample-gradient-norm,2,2,2.23606797749979,0",
		"p,sgd,s,4,,sample-gradient-norm,4,2,1.4142135623730951,0")
	s := refined(t, schedule.Refined{Alpha: 3, Pilot: path})
	for _, T := range []int{1, 3, 4} {
		got := make([]float64, T)
		s.Fill(got, 1, T)
		for i, want := range bound.RefinedSteps(3, norms{}, T) {
			if math.Abs(got[i]-want) > 1e-14 {
				t.Errorf("T=%d: eta_%d = %.17g, the theorem's step is %.17g", T, i+1, got[i], want)
			}
		}
	}
	if err := schedule.Check(s, 5); err == nil {
		t.Error("a run longer than the pilot is accepted")
	}
}

// With constant norms it is linear decay, alpha (T-t)/(G T^{3/2}).
func TestRefinedOfConstantNormsIsLinearDecay(t *testing.T) {
	path := pilotFile(t, "p,sgd,s,100,,sample-gradient-norm,1,1,2,0", "p,sgd,s,100,,sample-gradient-norm,100,1,2,0")
	s := refined(t, schedule.Refined{Alpha: 3, Pilot: path})
	got, want := make([]float64, 100), make([]float64, 100)
	s.Fill(got, 1, 100)
	schedule.LinearDecay{Alpha: 3.0 / (2 * 10)}.Fill(want, 1, 100)
	for i := range got {
		if math.Abs(got[i]-want[i]) > 1e-15 {
			t.Errorf("eta_%d = %.17g, linear decay has %.17g", i+1, got[i], want[i])
		}
	}
}

func TestRefinedRefuses(t *testing.T) {
	row := func(problem, at, mean string) string {
		return problem + ",sgd,s,4,,sample-gradient-norm," + at + ",1," + mean + ",0"
	}
	for want, s := range map[string]schedule.Refined{
		"several runs":         {Pilot: pilotFile(t, row("p", "1", "1"), row("q", "1", "1"))},
		"no subgradient norms": {Pilot: pilotFile(t, row("p", "1", "1")), Problem: "r"},
		"makes no sense":       {Pilot: pilotFile(t, row("p", "1", "0"))},
		"not a number":         {Pilot: pilotFile(t, row("p", "1", "x"))},
		"do not increase":      {Pilot: pilotFile(t, row("p", "1", "1"), row("p", "1", "1"))},
		"no such file":         {Pilot: filepath.Join(t.TempDir(), "none.csv")},
		"pilot must be":        {},
	} {
		s.Alpha = 1
		if _, err := s.Load(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one with %q", err, want)
		}
	}
}
