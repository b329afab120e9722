package main

import (
	"context"
	"math"
	"os/exec"
	"path/filepath"
	"testing"

	"regret/optim"
	"regret/problems/linear"
)

// The C program makes the steps that package optim makes: the same iterate after 1000.
func TestCAgreesWithOptim(t *testing.T) {
	if _, err := exec.LookPath("gcc"); err != nil {
		t.Skip("no gcc")
	}
	folder := t.TempDir()
	program, err := buildC(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []workload{
		{name: "logistic", n: 50, d: 23, loss: linear.Logistic{}, c: 0.5, epochs: 20},
		{name: "squared", n: 50, d: 21, loss: linear.Squared{}, c: 0.02, epochs: 20},
		{name: "sparse", n: 50, d: 300, stored: 11, loss: linear.Logistic{}, c: 2, epochs: 20},
	} {
		p := w.make()
		data := filepath.Join(folder, w.name)
		if err := p.write(data); err != nil {
			t.Fatal(err)
		}
		c, err := startPeer(t.Context(), w.name, folder, data, program)
		if err != nil {
			t.Fatal(err)
		}
		want := iterate(t, &w, p)
		for _, variant := range []string{"plain", "best"} {
			if _, err := c.run(variant, w.steps(), w.c); err != nil {
				t.Fatal(err)
			}
			got, err := c.theta()
			if err != nil {
				t.Fatal(err)
			}
			for j := range want {
				if !(math.Abs(got[j]-want[j]) <= 1e-12) {
					t.Fatalf("%s, %s: theta[%d] = %v, want %v", w.name, variant, j, got[j], want[j])
				}
			}
		}
		if err := c.close(); err != nil {
			t.Error(err)
		}
	}
}

// iterate returns the iterate that the run of a workload ends with.
func iterate(t *testing.T, w *workload, p *problem) []float64 {
	var theta []float64
	job := p.job(w.c, w.steps(), given(p.drawn))
	job.Observe = func(s optim.Step) { theta = append(theta[:0], s.Theta...) }
	if _, err := optim.Run(context.Background(), job, func(*optim.Snapshot) {}); err != nil {
		t.Fatal(err)
	}
	if linear.Dot(theta, theta) < 1e-3 {
		t.Fatal("theta has hardly moved")
	}
	return theta
}
