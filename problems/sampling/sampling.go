// Package sampling holds the ways to choose the losses f_1, f_2, ... that a run
// sees out of the rows of a finite sum F = (1/n) sum_i f_i.
//
// Theorems ask three things of them: whether f_t is drawn independently of the past
// with mean F (iid, mini-batch, importance), whether it is F itself (full), or
// neither (shuffle, shuffle-once, cyclic); and how large its gradients, its noise
// and its curvature are, which is what a Law's constants say.
package sampling

import (
	"math/rand/v2"

	"regret/problems"
)

// Sampling is a way to choose the losses. Kinds are plain structs of parameters.
type Sampling interface {
	Validate() error
	// Of works the sampling out on a problem. It is an error if the problem does
	// not have what the sampling asks for.
	Of(p *problems.Problem) (*Law, error)
}

// Law is a sampling of one problem. The loss of step t is the weighted mean over
// the rows I_t of a batch,
//
//	f_t = (1/b) sum_{i in I_t} w_i f_i,
//
// or F itself where the row is Whole.
type Law struct {
	Batch   int       // b
	Weights []float64 // w_i by row; nil means 1
	Random  bool      // whether repetitions differ
	// Constants are those of the problem as theorems on f_t see them: G bounds
	// |grad f_t|, sigma is the noise of grad f_t, Lmax the smoothness of f_t.
	Constants map[string]problems.Constant
	// Content identifies what the law takes from the problem besides the number
	// of its rows; empty for nothing.
	Content string

	whole bool // f_t is F
	start func(source *rand.PCG) Draws
}

// Whole stands for F in place of a row.
const Whole int32 = -1

// Draws is a stream of rows: Fill sets rows[i] to the row of draw number k+i,
// counted from 1. Blocks are asked for in order; neither their sizes nor the number
// of draws to come matters, so that a short run sees a prefix of a long one.
type Draws interface {
	Fill(rows []int32, k int)
}

// Draws starts a stream. It takes its random numbers from the source alone.
func (l *Law) Draws(source *rand.PCG) Draws { return l.start(source) }

// Plain says whether f_t is a row as it is, and thus has the problem's own constants.
func (l *Law) Plain() bool { return l.Batch == 1 && l.Weights == nil && !l.whole }

// plain is the law of single rows without weights: the constants of the problem are
// those of its rows.
func plain(p *problems.Problem, random bool, start func(*rand.PCG) Draws) *Law {
	return &Law{Batch: 1, Random: random, Constants: p.Constants, start: start}
}
