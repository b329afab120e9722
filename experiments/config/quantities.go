package config

// Quantities are what a run records, as claims and figures name it.
var Quantities = []string{
	"average-loss",         // running mean of the online losses
	"average-regret",       // that, minus the comparator's
	"gap-average",          // F at an averaged iterate, minus F*
	"gap-last",             // F at the iterate, minus F*
	"gap-best",             // the least gap-last at the checkpoints so far
	"distance",             // |theta_t - theta*|
	"squared-distance",     // its square
	"gradient-norm",        // of F at the iterate
	"sample-gradient-norm", // |g_t|
	"step",                 // eta_t
}

// ofLast are the quantities that are recorded for the last iterate.
var ofLast = []string{"gap-last", "gap-best", "gradient-norm"}

// ofObjective are the quantities that speak of F, which online problems do not have.
var ofObjective = []string{"gap-average", "gap-last", "gap-best", "gradient-norm"}

// averaged are the quantities that every average of the iterates has.
var averaged = []string{"average-loss", "average-regret", "gap-average"}
