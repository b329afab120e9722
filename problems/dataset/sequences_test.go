package dataset

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"regret/problems/linear"
)

func loadTable(t *testing.T, s Source, task Task) (*linear.Dense, []float64) {
	t.Helper()
	data, err := s.Load(task)
	if err != nil {
		t.Fatal(err)
	}
	return linear.Densify(data.Rows), data.Y
}

func ExampleAlternating() {
	data, err := Alternating{Rows: 5}.Load(Losses)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(linear.Densify(data.Rows).Data)
	data, _ = Alternating{Rows: 5}.Load(TwoClass)
	fmt.Println(linear.Densify(data.Rows).Data, data.Y)
	// Output:
	// [-0.5 1 -1 1 -1]
	// [0.5 1 1 1 1] [-1 1 -1 1 -1]
}

// A shorter sequence is the start of a longer one.
func TestSequencesAreNested(t *testing.T) {
	for _, c := range []struct {
		task Task
		of   func(rows int) Source
	}{
		{Losses, func(n int) Source { return Alternating{n} }},
		{Regression, func(n int) Source { return Alternating{n} }},
		{Regression, func(n int) Source { return Drifting{n, 3, 0.5, 0.1, "rotation", 2} }},
		{TwoClass, func(n int) Source { return Drifting{n, 3, 0.5, 0.1, "walk", 2} }},
		{Regression, func(n int) Source { return Switching{n, 3, 7, 0.5, 2} }},
		{Losses, func(n int) Source { return Adversarial{n, 4} }},
		{Losses, func(n int) Source { return Bernoulli{n, 4, 0.1, 2} }},
	} {
		long, y := loadTable(t, c.of(50), c.task)
		short, z := loadTable(t, c.of(20), c.task)
		if !slices.Equal(long.Data[:20*long.D], short.Data) || !slices.Equal(y[:20], z) {
			t.Errorf("%T: 20 rows are not the start of 50", c.of(1))
		}
		again, _ := c.of(50).Load(c.task)
		first := again.First(20)
		cut, _ := c.of(20).Load(c.task)
		if first.Digest() != cut.Digest() {
			t.Errorf("%T: First(20) is not the source of 20 rows", c.of(1))
		}
	}
}

// The first rows of a sparse table are those of the dense one.
func TestFirstOfSparse(t *testing.T) {
	sparse := &linear.Sparse{N: 3, D: 4, Starts: []int{0, 2, 2, 3}, Columns: []int32{0, 3, 1}, Values: []float64{1, 2, 3}}
	first := (&Data{Rows: sparse, Y: []float64{5, 6, 7}}).First(2)
	if got := linear.Densify(first.Rows); got.N != 2 || !slices.Equal(got.Data, []float64{1, 0, 0, 2, 0, 0, 0, 0}) {
		t.Errorf("first two rows %+v", got)
	}
	if !slices.Equal(first.Y, []float64{5, 6}) {
		t.Errorf("targets %v", first.Y)
	}
}

// Whoever follows the leader loses 1 at every step but the first.
func TestLeadersLose(t *testing.T) {
	rows, _ := loadTable(t, Alternating{100}, Losses)
	sum := rows.Data[0]
	for i, z := range rows.Data[1:] {
		if leader := -math.Copysign(1, sum); sum == 0 || leader*z != 1 {
			t.Fatalf("step %d: the leader loses %g", i+2, leader*z)
		}
		sum += z
	}
	const d, T = 7, 200
	rows, _ = loadTable(t, Adversarial{T, d}, Losses)
	totals := append([]float64(nil), rows.Row(0)...)
	for i := 1; i < T; i++ {
		least := slices.Min(totals)
		leader := slices.Index(totals, least)
		if slices.Contains(totals[leader+1:], least) || rows.Row(i)[leader] != 1 {
			t.Fatalf("step %d: totals %v, losses %v", i+1, totals, rows.Row(i))
		}
		for j, loss := range rows.Row(i) {
			totals[j] += loss
		}
	}
	if best := slices.Min(totals); best > T/d+0.5 {
		t.Errorf("the best expert loses %g", best)
	}
}

// Without speed, or without a switch, nothing moves.
func TestStill(t *testing.T) {
	still := Synthetic{Rows: 30, Dim: 4, Noise: 0.3, Condition: 1, Seed: 5}
	for _, s := range []Source{
		Drifting{30, 4, 0.3, 0, "rotation", 5}, Drifting{30, 4, 0.3, 0, "walk", 5}, Switching{30, 4, 30, 0.3, 5},
	} {
		for _, task := range []Task{Regression, TwoClass} {
			if got, want := digest(t, s, task), digest(t, still, task); got != want {
				t.Errorf("%+v: not synthetic", s)
			}
		}
	}
}

func digest(t *testing.T, s Source, task Task) string {
	t.Helper()
	data, err := s.Load(task)
	if err != nil {
		t.Fatal(err)
	}
	return data.Digest()
}

// The true vector stays on the sphere and moves as fast as it is said to: a rotation
// exactly, a walk in the mean square, where the radial part, 1/d, is lost.
func TestSpeed(t *testing.T) {
	const speed, d, n = 0.01, 10, 20000
	s := Drifting{Rows: n, Dim: d, Speed: speed, Seed: 3}
	rotation, walk := s.rotation(), s.walk()
	before, at := slices.Clone(rotation(0)), slices.Clone(walk(0))
	var square linear.Sum
	for i := 1; i < n; i++ {
		w := rotation(i)
		if step := gap(w, before); math.Abs(step-2*math.Sin(speed/2)) > 1e-12 || math.Abs(linear.Dot(w, w)-1) > 1e-12 {
			t.Fatalf("row %d: a step of %g, |w|^2 = %g", i+1, step, linear.Dot(w, w))
		}
		copy(before, w)
		v := walk(i)
		if math.Abs(linear.Dot(v, v)-1) > 1e-12 {
			t.Fatalf("row %d: |w|^2 = %g", i+1, linear.Dot(v, v))
		}
		square.Add(gap(v, at) * gap(v, at))
		copy(at, v)
	}
	want := speed * speed * (1 - 1.0/d)
	if got := square.Value() / (n - 1); math.Abs(got/want-1) > 0.02 {
		t.Errorf("mean square step %g, want %g", got, want)
	}
}

func gap(x, y []float64) float64 {
	var sum float64
	for j := range x {
		sum += (x[j] - y[j]) * (x[j] - y[j])
	}
	return math.Sqrt(sum)
}

// Within a stretch one vector explains all targets exactly; the next one's has
// another.
func TestSwitches(t *testing.T) {
	rows, y := loadTable(t, Switching{Rows: 40, Dim: 2, Every: 20, Seed: 1}, Regression)
	w := solve(rows.Row(0), rows.Row(1), y[0], y[1])
	for i := range y {
		if misfit := math.Abs(linear.Dot(rows.Row(i), w) - y[i]); (misfit < 1e-9) != (i < 20) {
			t.Errorf("row %d: misfit %g", i+1, misfit)
		}
	}
}

// solve returns the w with a.w = x and b.w = y.
func solve(a, b []float64, x, y float64) []float64 {
	det := a[0]*b[1] - a[1]*b[0]
	return []float64{(x*b[1] - y*a[1]) / det, (a[0]*y - b[0]*x) / det}
}

// Means lie within five standard errors of the documented ones.
func TestBernoulliMeans(t *testing.T) {
	const n = 40000
	rows, _ := loadTable(t, Bernoulli{n, 3, 0.2, 1}, Losses)
	for j, want := range []float64{0.3, 0.5, 0.5} {
		var mean float64
		for i := range n {
			loss := rows.Row(i)[j]
			if loss != 0 && loss != 1 {
				t.Fatalf("a loss of %g", loss)
			}
			mean += loss / n
		}
		if math.Abs(mean-want) > 5*0.5/math.Sqrt(n) {
			t.Errorf("expert %d loses %g in the mean, want %g", j+1, mean, want)
		}
	}
}

func TestSequenceErrors(t *testing.T) {
	for _, c := range []struct {
		s    Source
		task Task
		want string
	}{
		{Alternating{}, Losses, "rows must"},
		{Drifting{10, 1, 0, 0, "walk", 1}, Regression, "dim must be at least 2"},
		{Drifting{10, 2, 0, math.Inf(1), "walk", 1}, Regression, "speed must"},
		{Drifting{10, 2, 0, 1, "jump", 1}, Regression, "path"},
		{Drifting{0, 2, 0, 1, "walk", 1}, Regression, "rows must"},
		{Switching{10, 2, 0, 1, 1}, Regression, "every must"},
		{Adversarial{10, 1}, Losses, "experts must"},
		{Adversarial{10, 3}, Regression, "they have no targets"},
		{Bernoulli{10, 3, 0.6, 1}, Losses, "gap must"},
		{Bernoulli{10, 3, 0.1, 1}, TwoClass, "they have no targets"},
		{Bernoulli{1 << 30, 1 << 30, 0.1, 1}, Losses, "dense table"},
	} {
		if _, err := c.s.Load(c.task); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v, want one with %q", c.s, err, c.want)
		}
	}
}
