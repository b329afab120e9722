package linear

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// ran returns what lanes on a ball know after steps dealt out to calls of Run by cut.
func ran(m *Model, width int, radius float64, cut func(left int) int) []float64 {
	const steps = 4000
	random := rand.New(rand.NewPCG(1, 2))
	d := m.Dim()
	u, start := normals(random, d), normals(random, d)
	l := NewLanes(m, u, radius, start, width, 2)
	rows, eta, weights := make([]int32, steps), make([][Width]float64, steps), make([][][Width]float64, 2)
	weights[0], weights[1] = make([][Width]float64, steps), make([][Width]float64, steps)
	for i := range rows {
		rows[i] = int32(random.IntN(m.Len()))
		for k := range Width {
			eta[i][k], weights[0][i][k], weights[1][i][k] = random.Float64()/float64(k+2), 1, float64(i)
		}
	}
	for from := 0; from < steps; {
		to := from + cut(steps-from)
		l.Run(rows[from:to], eta[from:to], [][][Width]float64{weights[0][from:to], weights[1][from:to]})
		from = to
	}
	out := slices.Clone(l.Iterates())
	mean := make([]float64, len(out))
	for i := range weights {
		l.Means(mean, i)
		out = append(out, mean...)
		for k := range width {
			losses, regrets, weight := l.Averaged(i, k)
			out = append(out, losses, regrets, weight)
		}
	}
	for k := range width {
		out = append(out, l.motion.norm[k], l.ledger.offset[k], l.ledger.maxOffset[k], l.ledger.maxGradient[k], l.Loss(k))
	}
	return out
}

// all deals out the steps at once.
func all(left int) int { return left }

// signs are n targets.
func signs(n int) []float64 {
	y := normals(rand.New(rand.NewPCG(5, 6)), n)
	for i := range y {
		y[i] = math.Copysign(1, y[i])
	}
	return y
}

// A run is the same to the last bit however its steps are dealt out.
func TestStepsDealtOutOtherwise(t *testing.T) {
	for _, rows := range []Matrix{Densify(thin(50, 23)), thin(50, 23)} {
		for _, width := range []int{1, Width} {
			t.Run(fmt.Sprintf("%T/width=%d", rows, width), func(t *testing.T) {
				for _, loss := range []Loss{Huber{Delta: 1}, Logistic{}} {
					m := &Model{Rows: rows, Y: signs(rows.Len()), Loss: loss, Ridge: 0.3}
					random := rand.New(rand.NewPCG(7, 8))
					whole := ran(m, width, 2, all)
					if parts := ran(m, width, 2, func(left int) int { return min(left, 1+random.IntN(300)) }); !slices.Equal(parts, whole) {
						t.Errorf("%T: the numbers depend on how steps are dealt out", loss)
					}
				}
			})
		}
	}
}

func TestLanesAllocateNothing(t *testing.T) {
	for _, rows := range []Matrix{Densify(thin(50, 23)), thin(50, 23)} {
		for _, loss := range []Loss{Logistic{}, Hinge{}} {
			for _, width := range []int{1, Width} {
				m := &Model{Rows: rows, Y: make([]float64, rows.Len()), Loss: loss, Ridge: 0.1}
				l := NewLanes(m, make([]float64, 23), 1, make([]float64, 23), width, 1)
				order, eta := []int32{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, make([][Width]float64, 12)
				weights := [][][Width]float64{eta}
				if n := testing.AllocsPerRun(300, func() { l.Run(order, eta, weights) }); n != 0 {
					t.Errorf("%T, %T, width %d: %v allocations", rows, loss, width, n)
				}
			}
		}
	}
}

// Kernels look at no bounds, so Run does, wherever the fault is.
func TestLanesKeepWithinTheirArguments(t *testing.T) {
	const n, d, steps = 50, 23, 8
	for _, rows := range []Matrix{Densify(thin(n, d)), thin(n, d)} {
		for _, loss := range []Loss{Logistic{}, Squared{}} {
			m := &Model{Rows: rows, Y: signs(n), Loss: loss}
			run := func(order []int32, eta, weights int, averages int) (refused bool) {
				defer func() { refused = recover() != nil }()
				all := make([][][Width]float64, averages)
				for k := range all {
					all[k] = make([][Width]float64, weights)
				}
				NewLanes(m, make([]float64, d), 1, make([]float64, d), Width, 1).Run(order, make([][Width]float64, eta), all)
				return false
			}
			fine := make([]int32, steps)
			if run(fine, steps, steps, 1) {
				t.Errorf("%T, %T: refused", rows, loss)
			}
			for at := range steps {
				for _, row := range []int32{-1, n} {
					order := make([]int32, steps)
					order[at] = row
					if !run(order, steps, steps, 1) {
						t.Errorf("%T, %T: row %d at %d passes", rows, loss, row, at)
					}
				}
			}
			for _, size := range [][3]int{{steps - 1, steps, 1}, {steps + 1, steps, 1}, {steps, steps - 1, 1}, {steps, steps, 0}} {
				if !run(fine, size[0], size[1], size[2]) {
					t.Errorf("%T, %T: steps, weights and averages %v pass", rows, loss, size)
				}
			}
		}
	}
}

// Where an iterate shrinks without end, its scale is folded into the vectors again and
// again: the lane keeps the bits that it has alone, and so do the others.
func TestFoldsDependOnTheLaneAlone(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	rows := thin(50, 23)
	m := &Model{Rows: rows, Y: normals(random, 50), Loss: Squared{}, Ridge: 1}
	const steps = 2000
	order, start := make([]int32, steps), normals(random, 23)
	eta, weights := make([][Width]float64, steps), make([][Width]float64, steps)
	for i := range order {
		order[i] = int32(random.IntN(50))
		for k := range Width {
			eta[i][k], weights[i][k] = 0.02*float64(k), 1
		}
		eta[i][5] = 1 / float64(i+1) // the first step leads to 0
	}
	eight := NewLanes(m, start, math.Inf(1), start, Width, 1)
	eight.Run(order, eta, [][][Width]float64{weights})
	all := make([]float64, Width*23)
	eight.Means(all, 0)
	for k := range Width {
		alone := make([][Width]float64, steps)
		for i := range alone {
			alone[i][0] = eta[i][k]
		}
		one := NewLanes(m, start, math.Inf(1), start, 1, 1)
		one.Run(order, alone, [][][Width]float64{weights})
		mean := make([]float64, 23)
		one.Means(mean, 0)
		if !slices.Equal(mean, lane(all, k)) || !slices.Equal(one.Iterates(), lane(eight.Iterates(), k)) {
			t.Errorf("lane %d differs from the run alone", k)
		}
	}
}

// A lane that diverges goes on from 0, and the others as if it were not there.
func TestDivergedLanesRest(t *testing.T) {
	for _, rows := range []Matrix{Densify(thin(50, 23)), thin(50, 23)} {
		for _, loss := range []Loss{Squared{}, Logistic{}} {
			for _, at := range []int{1, 5, 18, 19} { // the last but one leads to the last step
				m := &Model{Rows: rows, Y: signs(50), Loss: loss, Ridge: 0.1}
				undisturbed, disturbed := twenty(m, 0), twenty(m, at)
				if got := disturbed.DivergedAt(3); got != at+1 {
					t.Errorf("%T, %T: diverged at %d, want %d", rows, loss, got, at+1)
				}
				for k := range Width {
					got, want := laneState(disturbed, k), laneState(undisturbed, k)
					if k == 3 && !(got[0] < 100) {
						t.Errorf("%T, %T: the lane that diverged is %v", rows, loss, got)
					}
					if k != 3 && !slices.Equal(got, want) {
						t.Errorf("%T, %T, at %d: lane %d is %v, want %v", rows, loss, at, k, got, want)
					}
				}
			}
		}
	}
}

// The product of a row with one that is not drawn may overflow.
func TestRowsThatAreNotDrawnDoNotMatter(t *testing.T) {
	rows := &Dense{N: 3, D: 2, Data: []float64{1e200, 1e200, 1e110, 1e-3, 1, 1}}
	for _, loss := range []Loss{Squared{}, Logistic{}} {
		m := &Model{Rows: rows, Y: []float64{1, 1, 1}, Loss: loss}
		l := NewLanes(m, make([]float64, 2), math.Inf(1), make([]float64, 2), 1, 0)
		if l.Run([]int32{1, 2}, make([][Width]float64, 2), nil); l.DivergedAt(0) != 0 {
			t.Errorf("%T: diverged at %d", loss, l.DivergedAt(0))
		}
	}
}

// twenty makes twenty steps of which that at a time, if there is one, leads lane 3 far off.
func twenty(m *Model, at int) *Lanes {
	const steps = 20
	order, eta, weights := make([]int32, steps), make([][Width]float64, steps), make([][Width]float64, steps)
	for i := range order {
		order[i] = int32(i % 7)
		for k := range Width {
			eta[i][k], weights[i][k] = 0.1, float64(i+k)
		}
	}
	if at > 0 {
		eta[at-1][3] = 1e200
	}
	l := NewLanes(m, make([]float64, 23), math.Inf(1), make([]float64, 23), Width, 1)
	l.Run(order, eta, [][][Width]float64{weights})
	return l
}

// laneState is |theta|^2, theta and the sums of the average of a lane.
func laneState(l *Lanes, k int) []float64 {
	theta := lane(l.Iterates(), k)
	losses, regrets, weight := l.Averaged(0, k)
	return append([]float64{Dot(theta, theta), losses, regrets, weight}, theta...)
}
