package dataset

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"testing"

	"regret/problems/linear"
)

func ExampleSynthetic() {
	source := Synthetic{Rows: 1000, Dim: 20, Noise: 0.1, Condition: 1, Seed: 1}
	data, err := source.Load(Regression)
	if err != nil {
		fmt.Println(err)
		return
	}
	again, _ := source.Load(Regression)
	fmt.Println(data.Rows.Len(), data.Rows.Dim(), data.Digest() == again.Digest())
	// Output: 1000 20 true
}

var standard = Synthetic{Rows: 20000, Dim: 3, Noise: 0.5, Condition: 1, Seed: 1}

func draw(t *testing.T, s Synthetic, task Task) *Data {
	t.Helper()
	data, err := s.Load(task)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func covariance(d *Data, j, k int) float64 {
	var sum float64
	for i := range d.Rows.Len() {
		sum += linear.Densify(d.Rows).Row(i)[j] * linear.Densify(d.Rows).Row(i)[k]
	}
	return sum / float64(d.Rows.Len())
}

// Empirical covariances lie within five standard errors of the documented
// ones; each estimate has a standard error of at most sqrt(2 s_j s_k / n).
func TestSyntheticCovariance(t *testing.T) {
	s := standard
	s.Correlation, s.Condition = 0.6, 100
	data := draw(t, s, Regression)
	scales := []float64{1, math.Pow(100, -0.25), 0.1}
	for j := range s.Dim {
		for k := range s.Dim {
			size := scales[j] * scales[k]
			want := size * math.Pow(0.6, math.Abs(float64(j-k)))
			if got := covariance(data, j, k); math.Abs(got-want) > 5*size*math.Sqrt(2.0/20000) {
				t.Errorf("covariance of %d and %d is %g, want %g", j, k, got, want)
			}
		}
	}
}

// The targets are a linear function of the rows, plus noise of the given size.
func TestSyntheticNoise(t *testing.T) {
	s := standard
	s.Noise = 0
	exact := draw(t, s, Regression)
	w := s.truth()
	var square float64
	for _, v := range w {
		square += v * v
	}
	if math.Abs(square-1) > 1e-15 {
		t.Errorf("|w|^2 = %.17g", square)
	}
	for i, y := range exact.Y {
		if math.Abs(y-dotNaive(linear.Densify(exact.Rows).Row(i), w)) > 1e-14 {
			t.Fatalf("target %d is not a_i.w", i)
		}
	}
	noisy := draw(t, standard, Regression)
	var sum float64
	for i := range noisy.Y {
		e := noisy.Y[i] - exact.Y[i]
		sum += e * e
	}
	if variance := sum / 20000; math.Abs(variance-0.25) > 5*0.25*math.Sqrt(2.0/20000) {
		t.Errorf("noise of variance %g, want 0.25", variance)
	}
}

func TestSyntheticParametersAreIndependent(t *testing.T) {
	base := draw(t, standard, Regression)
	for _, change := range []func(*Synthetic){
		func(s *Synthetic) { s.Noise = 3 },
		func(s *Synthetic) { s.Outliers = 0.5 },
	} {
		s := standard
		change(&s)
		if other := draw(t, s, Regression); !slices.Equal(linear.Densify(other.Rows).Data, linear.Densify(base.Rows).Data) || slices.Equal(other.Y, base.Y) {
			t.Errorf("%+v: rows must stay and targets change", s)
		}
	}
	fewer := standard
	fewer.Rows = 100
	if other := draw(t, fewer, Regression); !slices.Equal(linear.Densify(other.Rows).Data, linear.Densify(base.Rows).Data[:300]) || !slices.Equal(other.Y, base.Y[:100]) {
		t.Error("fewer rows must be the first ones")
	}
	seeded := standard
	seeded.Seed = 2
	if other := draw(t, seeded, Regression); slices.Equal(linear.Densify(other.Rows).Data, linear.Densify(base.Rows).Data) {
		t.Error("another seed must give other rows")
	}
}

func TestSyntheticTwoClass(t *testing.T) {
	s := standard
	targets, labels := draw(t, s, Regression), draw(t, s, TwoClass)
	for i, y := range labels.Y {
		if y != 1 && y != -1 || y*targets.Y[i] < 0 {
			t.Fatalf("label %g of target %g", y, targets.Y[i])
		}
	}
	s.Outliers = 0.25
	flipped := 0
	for i, y := range draw(t, s, TwoClass).Y {
		if y != labels.Y[i] {
			flipped++
		}
	}
	if rate := float64(flipped) / 20000; math.Abs(rate-0.25) > 5*math.Sqrt(0.25*0.75/20000) {
		t.Errorf("%g of the labels flipped, want 0.25", rate)
	}
	s.Outliers = 1
	for i, y := range draw(t, s, TwoClass).Y {
		if y != -labels.Y[i] {
			t.Fatal("all labels must be flipped")
		}
	}
}

// Cauchy noise: half of it lies beyond one scale, and the tail beyond x holds
// 2/(pi x) of it; normal noise has nothing there.
func TestSyntheticOutliers(t *testing.T) {
	s := standard
	s.Outliers, s.Noise = 1, 1
	exact := s
	exact.Noise = 0
	clean, data := draw(t, exact, Regression), draw(t, s, Regression)
	beyond := map[float64]float64{1: 0, 100: 0}
	for i := range data.Y {
		for x := range beyond {
			if math.Abs(data.Y[i]-clean.Y[i]) > x {
				beyond[x]++
			}
		}
	}
	for x, count := range beyond {
		p := 1 - 2/math.Pi*math.Atan(x)
		if rate := count / 20000; math.Abs(rate-p) > 5*math.Sqrt(p*(1-p)/20000) {
			t.Errorf("%g of the noise beyond %g, want %g", rate, x, p)
		}
	}
}

func TestSyntheticSingleFeature(t *testing.T) {
	s := Synthetic{Rows: 5, Dim: 1, Condition: 10, Correlation: 0.9}
	data := draw(t, s, Regression)
	plain := draw(t, Synthetic{Rows: 5, Dim: 1, Condition: 1}, Regression)
	if !slices.Equal(linear.Densify(data.Rows).Data, linear.Densify(plain.Rows).Data) {
		t.Error("one feature has scale 1 and no neighbour")
	}
}

// The numbers of recorded runs rest on these bits.
func TestSyntheticGolden(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("other architectures may fuse multiplication and addition")
	}
	s := Synthetic{Rows: 50, Dim: 4, Noise: 0.1, Condition: 10, Correlation: 0.5, Outliers: 0.1, Seed: 1}
	for task, want := range map[Task]string{
		Regression: "41d856e911a8705ca5613ffa710d0120b79a85124d8203151036c0a5d49fc68d",
		TwoClass:   "9d9a03b47bdcd202c8de9f448808260884f844be4eac5ba8baecae21fa56b2bd",
	} {
		if got := draw(t, s, task).Digest(); got != want {
			t.Errorf("%s: digest %s, want %s", task, got, want)
		}
	}
}

func TestSyntheticValidate(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		change func(*Synthetic)
		want   string
	}{
		{func(s *Synthetic) { s.Rows = 0 }, "rows must be at least 1"},
		{func(s *Synthetic) { s.Dim = -1 }, "dim must be at least 1"},
		{func(s *Synthetic) { s.Noise = nan }, "noise must be finite and at least 0"},
		{func(s *Synthetic) { s.Noise = inf }, "noise must be finite and at least 0"},
		{func(s *Synthetic) { s.Condition = 0.5 }, "condition must be finite and at least 1"},
		{func(s *Synthetic) { s.Correlation = 1 }, "correlation must be at least 0 and less than 1"},
		{func(s *Synthetic) { s.Outliers = 1.5 }, "outliers must lie between 0 and 1"},
		{func(s *Synthetic) { s.Seed = -1 }, "seed must be at least 0"},
		{func(s *Synthetic) { s.Rows, s.Dim = 1<<20, 1<<20 }, "1048576 rows of 1048576 features are more than the 134217728 numbers that a dense table may hold"},
	} {
		s := standard
		c.change(&s)
		if _, err := s.Load(Regression); err == nil || err.Error() != c.want {
			t.Errorf("%+v: error %v, want %s", s, err, c.want)
		}
	}
}
