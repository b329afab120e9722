// Package problemtest checks that a problem keeps its promises: derivatives,
// convexity, constants and optimum, against random points, finite differences
// and searches that know nothing of how the claims were made.
package problemtest

import (
	"errors"
	"fmt"
	"math"
	"testing"

	"regret/problems"
)

// Check reports every claim of the problem that an experiment refutes. It is
// deterministic.
func Check(t testing.TB, p *problems.Problem) {
	t.Helper()
	for _, fault := range Faults(p) {
		t.Error(fault)
	}
}

// Faults returns the refuted claims of the problem, at most one a kind. A
// problem whose shapes do not fit together is not examined further.
func Faults(p *problems.Problem) []error {
	if err := shapes(p); err != nil {
		return []error{err}
	}
	e := newExperiment(p)
	checks := []func() error{
		e.membership, e.projection,
		e.mean, e.termDerivative, e.derivative, e.convexity, e.subgradientInequality,
		e.gradientBound, e.noise, e.noiseAtOptimum, e.diameter, e.startDistance,
		e.smoothness, e.termSmoothness, e.expectedSmoothness, e.strongConvexity,
	}
	if !p.Online || !math.IsNaN(p.Optimum.Gap) {
		checks = append(checks, e.optimum)
	}
	if p.Stream != nil {
		checks = append(checks, e.keyedSamples, e.sampleMean, e.sampleNoise, e.sampleNoiseAtOptimum, e.sampleSmoothness)
	}
	checks = append(checks, e.lossGradientBound)
	var faults []error
	for _, check := range checks {
		if err := check(); err != nil {
			faults = append(faults, err)
		}
	}
	return faults
}

// shapes compares lengths, and n and d with what is claimed.
func shapes(p *problems.Problem) error {
	d, n := p.Objective.Dim(), p.Objective.Len()
	if d < 1 || n < 1 && p.Stream == nil || len(p.Start) != d || len(p.Optimum.Theta) != d {
		return fmt.Errorf("%d terms in dimension %d, start of %d, optimum of %d coordinates", n, d, len(p.Start), len(p.Optimum.Theta))
	}
	if _, claimed := p.Constants["n"]; claimed && p.Stream != nil {
		return errors.New("a population has no n")
	}
	for name, want := range map[string]int{"n": n, "d": d} {
		if c, known := p.Constants[name]; known && c.Value != float64(want) {
			return fmt.Errorf("%s is %d, claimed %g", name, want, c.Value)
		}
	}
	return nil
}

// membership: start and optimum lie in the domain.
func (e *experiment) membership() error {
	const rounding = 1e-12
	for name, x := range map[string][]float64{"start": e.p.Start, "optimum": e.p.Optimum.Theta} {
		if !e.p.Domain.Contains(x, rounding*norm(x)) {
			return fmt.Errorf("the %s is outside the domain %v", name, e.p.Domain)
		}
	}
	return nil
}

// projection: P x is in the set, P P x = P x, and <x - P x, y - P x> <= 0 for y
// in the set.
func (e *experiment) projection() error {
	for range e.trials {
		x := e.normal(3 * e.radius)
		px := e.project(x)
		if again := e.project(px); distance(px, again) > 1e-12*(1+norm(px)) {
			return fmt.Errorf("projecting twice moves a point by %g", distance(px, again))
		}
		if !e.p.Domain.Contains(px, 1e-12*(1+norm(px))) {
			return fmt.Errorf("a projection is outside the domain %v", e.p.Domain)
		}
		y := e.point()
		if angle := dot(minus(x, px), minus(y, px)); angle > 1e-10*(1+norm(x))*(1+norm(y)) {
			return fmt.Errorf("a point of the domain is closer than the projection (angle %g)", angle)
		}
	}
	return nil
}

// diameter: no two points of the domain are farther apart than D.
func (e *experiment) diameter() error {
	claim, known := e.claim("D")
	if !known {
		return nil
	}
	for range e.trials {
		x, y := e.point(), e.point()
		if a, b, ok := e.opposite(e.normal(1)); ok {
			x, y = a, b
		}
		if gap := distance(x, y); gap > claim*(1+1e-12) {
			return fmt.Errorf("two points of the domain are %g apart, claimed D = %g", gap, claim)
		}
	}
	return nil
}

// startDistance: R = |start - optimum|.
func (e *experiment) startDistance() error {
	claim, known := e.claim("R")
	if r := distance(e.p.Start, e.p.Optimum.Theta); known && math.Abs(r-claim) > 1e-12*r {
		return fmt.Errorf("the optimum is %g from the start, claimed R = %g", r, claim)
	}
	return nil
}
