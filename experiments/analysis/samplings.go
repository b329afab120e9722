package analysis

import (
	"slices"

	"regret/experiments/config"
	"regret/optim/bound"
)

// Why a row of a theorem does not hold under a sampling.
const (
	oneRow     = "the steps see single rows, and the bound needs the subgradient of F"
	someRows   = "the steps see a few rows, and the bound needs the subgradient of F"
	batches    = "the steps see means of several rows, and the theorem speaks of single ones"
	weights    = "the rows are weighted, and the theorem speaks of the plain ones"
	wholeF     = "the steps see F itself, and the theorem speaks of single rows"
	given      = "the losses come in a given order, and the bound needs them drawn at random"
	givenLoss  = "the losses come in a given order, and the bound needs the subgradient of F"
	anEpoch    = "rows are drawn without replacement within an epoch, so that given the past g_t is no unbiased estimate of a subgradient of F"
	oneOrder   = "the order is drawn once, so that after the first epoch nothing is random, and before its end g_t is no unbiased estimate given the past"
	fixedOrder = "the order of the rows is fixed, so that nothing is random: g_t is no unbiased estimate of a subgradient of F"
)

// breaches says which rows of theorems a sampling breaks, by what they need, and why.
// Rows that need nothing (bound.Any) hold for every sampling, as they are inequalities
// on the losses that were revealed, whatever these are: the G that they read is that
// of the sampling's law.
//
// Rows that need iid draws use one thing alone: given the past, f_t has mean F and g_t
// has as mean a subgradient of F. Mini-batches and importance sampling have that too,
// with the G, sigma and Lmax of their law, and so has F itself. What uses more, as that the Hessian of f_t
// has rank one, needs bound.SingleIID.
var breaches = map[string]map[bound.Sampling]string{
	"iid":           {bound.Full: oneRow},
	"mini-batch":    {bound.Full: someRows, bound.SingleIID: batches},
	"importance":    {bound.Full: oneRow, bound.SingleIID: weights},
	"shuffle":       {bound.Full: oneRow, bound.IID: anEpoch, bound.SingleIID: anEpoch},
	"shuffle-once":  {bound.Full: oneRow, bound.IID: oneOrder, bound.SingleIID: oneOrder},
	"cyclic":        {bound.Full: oneRow, bound.IID: fixedOrder, bound.SingleIID: fixedOrder},
	"full":          {bound.SingleIID: wholeF},
	config.Sequence: {bound.IID: given, bound.SingleIID: given, bound.Full: givenLoss},
}

// Breach says why a row that needs draws of one kind does not hold under a sampling,
// named by its kind in the catalogue; it is empty where the row holds.
func Breach(sampling string, needs bound.Sampling) string { return breaches[sampling][needs] }

// Meant says whether a row of a theorem speaks of steps as a sampling makes them.
// Where f_t is F, it is a draw with mean F and without noise, so that rows on draws
// hold, see Surely; they are passed over for a row on full subgradients that speaks of
// the same quantity. Where f_t is not F, rows on full subgradients say nothing; and
// losses in a given order are not drawn.
func Meant(sampling string, th *bound.Theorem, row bound.Row) bool {
	switch row.Sampling {
	case bound.Full:
		return sampling == full
	case bound.Each: // elsewhere mu is that of F
		return sampling == config.Sequence
	case bound.SingleIID:
		return sampling != full && sampling != config.Sequence
	case bound.IID:
		return sampling != config.Sequence && !(sampling == full && slices.ContainsFunc(th.Rows, func(other bound.Row) bool {
			return other.Sampling == bound.Full && other.Name() == row.Name()
		}))
	}
	return true
}

const full = "full"

// Surely is a row under a sampling: a statement in the mean, or on most runs, is one on
// the only run there is where nothing is random.
func Surely(sampling string, row bound.Row) bound.Row {
	if sampling == full && row.Sampling == bound.IID {
		row.Mode = bound.Pathwise
	}
	return row
}

// samplingOf is a case's sampling as theorems see it: rows in order that all answer
// for one function are its own subgradients.
func samplingOf(c *config.Case) string {
	if c.Instance.Ordered {
		return full
	}
	return c.Sampling.Kind
}
