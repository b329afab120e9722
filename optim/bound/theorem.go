// Package bound makes theorems executable: each has a statement, assumptions
// that are checked, terms for arbitrary steps eta_1..eta_T, and a citation.
package bound

// Theorem is one result of the literature, or of this project, as a value.
type Theorem struct {
	ID        string // plain words: "zinkevich"
	Ref       string // its number in the catalogue of bounds: "A1"
	Method    string // the method that it speaks of: "" is sgd; else "schedule-free", "ftrl", ...
	Title     string
	Statement string       // LaTeX
	Kind      Kind         // of its rows, where they do not say otherwise
	Rows      []Row        // the measured quantities that it speaks of
	Needs     []Assumption // in the order in which they are reported
	Constants []string     // names of the constants that it reads: "D", "G"
	NeedsRun  bool         // it reads Input.Observed
	Params    []Param      // the theorem's own parameters
	// TermNames labels the terms of Terms, in LaTeX.
	TermNames []string
	// Reads returns what Terms and Best gather of the steps through readings, to be
	// shared with other theorems. Nil means nothing: they sweep by themselves.
	Reads func(in Input) []Reading
	// Terms returns, for every checkpoint t of at (increasing, 1-based), the
	// terms of the bound for the prefix eta_1..eta_t; their sum is the bound,
	// +Inf where it is vacuous. Sums over time are divided: average
	// quantities are per step. Called only when every assumption holds.
	Terms func(in Input, at []int) [][]float64
	// Best returns the factor on eta_1..eta_T that minimizes the bound at T and
	// the bound there; the factor is NaN where none makes a difference. Nil if
	// the theorem has none.
	Best func(in Input) (scale, value float64)
	// Sharp says whether a theorem of kind ExactSup is exact on this input, and
	// not only an upper bound. Nil means always.
	Sharp func(in Input) bool
	// Minimax returns the minimax value of the class for T points, NaN if
	// none is known. Nil means none.
	Minimax   func(in Input) float64
	Citation  Citation
	Related   []Citation // where its proof or its history can be read
	Tightness string     // what is known of tightness; formulas in dollars
	Caveat    string     // what is not verified, or where a source errs; likewise
}

// Kind says on which side of the quantity the value lies.
type Kind string

const (
	Upper Kind = "upper"
	Lower Kind = "lower"
	// ExactSup is the supremum over the class: no smaller bound holds.
	ExactSup Kind = "exact"
)

// Row is a quantity, in the sense in which the theorem bounds it.
type Row struct {
	Quantity string   // "average-regret", "average-loss", "gap-average", "gap-last", "gap-best"
	Average  string   // "uniform", "step-weighted", "suffix", ...; empty for quantities without one
	Mode     Mode     // for every path, in the mean, or with probability
	Sampling Sampling // what the row needs
	// PlusComparator: the bound is Terms plus the comparator's average loss.
	PlusComparator bool
	Kind           Kind // where it differs from the theorem's; else empty
	// When says whether the theorem speaks of this row on an input, where that
	// depends on a parameter, such as the weights of the average. Nil means always.
	When func(in Input) bool
}

// Name is the quantity with its average: "gap-average (uniform)".
func (r Row) Name() string {
	if r.Average == "" {
		return r.Quantity
	}
	return r.Quantity + " (" + r.Average + ")"
}

// Mode is the sense of an inequality.
type Mode string

const (
	Pathwise        Mode = "pathwise"
	Expectation     Mode = "expectation"
	HighProbability Mode = "high-probability"
	// Supremum is the sense of a lower bound: some problem of the class is as
	// bad, and a single run may well be better.
	Supremum Mode = "supremum"
	// Reported is an inequality whose published proof is in doubt: it is shown,
	// and nothing is judged by it.
	Reported Mode = "reported"
)

// Sampling is how losses are drawn.
type Sampling string

const (
	Any Sampling = "any"
	// IID: given the past, f_t is drawn with mean F. G, sigma and Lmax are those of
	// the f_t that may be drawn.
	IID Sampling = "iid"
	// SingleIID: moreover f_t is one of f_1..f_n, each as probable.
	SingleIID Sampling = "single-row iid"
	Full      Sampling = "full" // f_t is F
	// Each: the losses come in any order, and the constants are those of every single one.
	Each Sampling = "each loss"
)

// Steps gives eta_t: eta[i] = eta_{t+i}, 1-based, of a run of T points.
type Steps interface {
	Fill(eta []float64, t, T int)
}

// Input is what a theorem is evaluated on.
type Input struct {
	Steps   Steps
	Horizon int // T, the number of evaluated points
	// Constants of the problem; NaN where unknown, +Inf where infinite.
	D, G, R, L, Lmax, Mu, Sigma float64
	// Gloss bounds the subgradients of the losses alone, where a method takes a
	// composite term by its proximal map.
	Gloss float64
	// Observed holds max_{s<=t}|theta_s-u| and max_{s<=t}|g_s| of one run at the
	// checkpoints passed to Terms; nil without a run.
	Observed []Observed
	// GradientNorms bounds each subgradient, |g_t| <= G_t, as it is given or as a
	// pilot run has shown it; nil means the constant G.
	GradientNorms Steps
	// Params are a theorem's own parameters by name.
	Params map[string]float64
}

// Observed is the D and G of a run so far.
type Observed struct{ D, G float64 }

// Assumption is a condition that can be checked.
type Assumption struct {
	Name  string // "non-increasing steps"
	LaTeX string
	Reads Reading // what Check reads of all steps; nil if nothing that can be shared
	// Check returns nil, or why the condition fails, with the first t.
	Check func(in Input) error
}

// Citation is where a statement comes from.
type Citation struct {
	Key     string // BibTeX key
	Short   string // "Zinkevich (2003)"
	Locator string // "Theorem 1"
	BibTeX  string
}
