package analysis

import (
	"regret/experiments/config"
	"regret/optim/bound"
)

// Why a row of a theorem does not hold under a sampling.
const (
	oneRow     = "the steps see single rows, and the row needs the subgradient of F"
	someRows   = "the steps see a few rows, and the row needs the subgradient of F"
	batches    = "the steps see means of several rows, and the theorem speaks of single ones"
	weights    = "the rows are weighted, and the theorem speaks of the plain ones"
	wholeF     = "the steps see F itself, and the theorem speaks of single rows"
	given      = "the losses come in a given order, and the row needs them drawn at random"
	givenLoss  = "the losses come in a given order, and the row needs the subgradient of F"
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

// meant says whether a row speaks of steps like those of a case. Where f_t is F, the
// rows on full subgradients say more than those on draws with mean F; where it is not,
// they say nothing; and losses in a given order are not drawn.
func meant(c *config.Case, row bound.Row) bool {
	kind := samplingOf(c)
	switch row.Sampling {
	case bound.Full:
		return kind == "full"
	case bound.IID, bound.SingleIID:
		return kind != "full" && kind != config.Sequence
	}
	return true
}

// samplingOf is a case's sampling as theorems see it: rows in order that all answer
// for one function are its own subgradients.
func samplingOf(c *config.Case) string {
	if c.Instance.Ordered {
		return "full"
	}
	return c.Sampling.Kind
}
