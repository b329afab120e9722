package problems

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"math"

	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// Function holds what the test functions of the field have in common: one
// deterministic F on R^Dim over Domain, as a finite sum with the single term F.
type Function struct {
	Dim    int        `param:"dim" range:"[1,inf)" doc:"number of parameters d"`
	Domain domain.Set `param:"domain" group:"domains" default:"whole-space" doc:"convex set that theta lives in"`
}

// maxDim bounds the dimension of a test function: 2^20 parameters.
const maxDim = 1 << 20

// Validate asks for a dimension from 1 to 2^20 and a valid domain. In structs
// built in Go a nil Domain is the whole space.
func (f Function) Validate() error {
	if f.Dim < 1 || f.Dim > maxDim {
		return fmt.Errorf("dim must lie between 1 and %d", maxDim)
	}
	if v, ok := f.Domain.(interface{ Validate() error }); ok {
		return v.Validate()
	}
	return nil
}

func (f Function) set() domain.Set {
	if f.Domain == nil {
		return domain.WholeSpace{}
	}
	return f.Domain
}

// fullSize is a vector of Dim numbers from a list that holds as many, or one for all.
func (f Function) fullSize(list []float64, name string) ([]float64, error) {
	if len(list) != 1 && len(list) != f.Dim {
		return nil, fmt.Errorf("%s has %d numbers; want one for all coordinates, or dim = %d", name, len(list), f.Dim)
	}
	out := make([]float64, f.Dim)
	for j := range out {
		out[j] = list[min(j, len(list)-1)]
		if math.IsNaN(out[j]) || math.IsInf(out[j], 0) {
			return nil, errors.New(name + " must hold finite numbers")
		}
	}
	return out, nil
}

// described is a test function with its constants as far as they do not follow
// from domain, start and optimum.
type described struct {
	terms     single
	start     []float64
	constants map[string]Constant
	formula   string
}

// problem assembles the problem of a function; kind holds the parameters.
func (f Function) problem(ctx context.Context, kind any, what described, minimize func() (optimum.Certificate, error)) (*Problem, error) {
	best, err := minimize()
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, err
	}
	set := f.set()
	set.Project(what.start)
	best.Scale = max(math.Abs(best.Value), what.terms.Value(what.start)-best.Value)
	constants := what.constants
	constants["n"] = Constant{1, Exact, "F is its only term"}
	constants["d"] = Constant{float64(f.Dim), Exact, "number of parameters"}
	constants["D"] = diameter(set, f.Dim)
	constants["R"] = startDistance(what.start, best.Theta)
	constants["sigma"] = Constant{0, Exact, "the subgradients are those of F"}
	constants["Lmax"] = constants["L"]
	digest := sha256.Sum256(fmt.Appendf(nil, "%T%+v", kind, kind))
	return &Problem{
		Objective: what.terms, Domain: set, Start: what.start, Optimum: best, Constants: constants,
		Content: hex.EncodeToString(digest[:]), Formula: what.formula,
	}, nil
}

// single is the finite sum of one term. Eval returns F(theta) and writes a
// subgradient to dst, unless that is nil.
type single struct {
	dim  int
	eval func(dst, theta []float64) float64
}

// Dim returns the number of parameters.
func (s single) Dim() int { return s.dim }

// Len returns 1.
func (single) Len() int { return 1 }

// Subgradient writes a subgradient of F at theta to dst and returns F(theta).
func (s single) Subgradient(dst, theta []float64, i int) float64 {
	if i != 0 {
		panic("problems: a function has the one term 0")
	}
	return s.FullSubgradient(dst, theta)
}

// FullSubgradient writes a subgradient of F at theta to dst and returns F(theta).
func (s single) FullSubgradient(dst, theta []float64) float64 {
	s.check(dst)
	s.check(theta)
	return s.eval(dst, theta)
}

// Value returns F(theta).
func (s single) Value(theta []float64) float64 {
	s.check(theta)
	return s.eval(nil, theta)
}

func (s single) check(x []float64) {
	if len(x) != s.dim {
		panic("problems: a vector's length is not the function's dimension")
	}
}

func norm(x []float64) float64 { return math.Sqrt(linear.Dot(x, x)) }
