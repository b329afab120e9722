package catalogue

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"

	"regret/optim/bound"
	"regret/problems"
	"regret/problems/domain"
	"regret/problems/optimum"
)

// WorstInstance is the online problem whose regret attains a bound. Unlike
// other problems it depends on the horizon, and that of regret-exact on the
// steps too: BuildFor takes the place of Build. Joining theorems with problems,
// it lives here and not in either of their packages.
type WorstInstance struct {
	Of string  `param:"of" doc:"the bound that is attained" enum:"zinkevich|regret-exact"`
	D  float64 `param:"D" doc:"diameter of the domain" range:"(0,inf)" default:"1"`
	G  float64 `param:"G" doc:"bound on the subgradients" range:"(0,inf)" default:"1"`
}

// Validate asks for one of the two bounds and for D, G > 0.
func (w WorstInstance) Validate() error {
	switch {
	case w.Of != "zinkevich" && w.Of != "regret-exact":
		return fmt.Errorf("of must be zinkevich or regret-exact, got %q", w.Of)
	case !(w.D > 0) || math.IsInf(w.D, 1):
		return errors.New("diameter D must be finite and greater than 0")
	case !(w.G > 0) || math.IsInf(w.G, 1):
		return errors.New("subgradient bound G must be finite and greater than 0")
	}
	return nil
}

// Constants are known before the steps are, so that steps may depend on them.
func (w WorstInstance) Constants() map[string]problems.Constant {
	diameter := "length of the interval [-D/2, D/2]"
	if w.Of == "regret-exact" {
		diameter = "diameter of the hull of the iterates and u"
	}
	return map[string]problems.Constant{
		"D": {Value: w.D, Provenance: problems.Exact, Formula: diameter},
		"G": {Value: w.G, Provenance: problems.Exact, Formula: "|a_t| for every t"},
		"R": {Value: w.D, Provenance: problems.Exact, Formula: "|x_1 - u|"},
	}
}

// BuildFor returns the instance for a run of T points with the given steps. It
// is an error if the bound has no instance for them.
func (w WorstInstance) BuildFor(steps bound.Steps, T int) (*problems.Problem, error) {
	if err := w.Validate(); err != nil {
		return nil, err
	}
	var (
		instance bound.Instance
		set      domain.Set
		err      error
	)
	if w.Of == "zinkevich" {
		set = domain.Box{Lo: -w.D / 2, Hi: w.D / 2}
		instance, err = bound.WorstZinkevich(w.D, w.G, T)
	} else {
		set = domain.WholeSpace{}
		instance, err = bound.WorstRegret(steps, T, w.D, w.G)
	}
	if err != nil {
		return nil, err
	}
	return &problems.Problem{
		Objective: instance.Objective,
		Domain:    set,
		Start:     instance.Start,
		Optimum:   optimum.Certificate{Theta: instance.Comparator, Method: "construction"},
		Constants: w.Constants(),
		Online:    true,
		Content:   w.content(steps, T),
		Formula:   `f_t(x) = a_t^\top x`,
	}, nil
}

// content identifies the instance: all that it is built from.
func (w WorstInstance) content(steps bound.Steps, T int) string {
	eta := make([]float64, T)
	steps.Fill(eta, 1, T)
	hash := sha256.New()
	fmt.Fprintf(hash, "%s %x %x %d\n", w.Of, w.D, w.G, T)
	for _, step := range eta {
		fmt.Fprintf(hash, "%x\n", step)
	}
	return hex.EncodeToString(hash.Sum(nil))
}
