package bound

// proximalRegretObserved is proximal-regret with the D and G of one run, as
// zinkevich-observed is zinkevich: its proof needs |x_s-u| <= D and |g_s| <= G_h for
// s <= t alone. The g_s that a run of the method records are those of the losses.
var proximalRegretObserved = Theorem{
	ID:     "proximal-regret-observed",
	Ref:    "A1",
	Method: "proximal-sgd",
	Title:  "Regret of the proximal subgradient method, with the run's own constants",
	Statement: `\frac1T\sum_{t=1}^T\bigl[h_t(x_t)+r(x_t)-h_t(u)-r(u)\bigr]` +
		`\le\frac{D_T^2}{2T\eta_T}+\frac{G_T^2}{2T}\sum_{t=1}^T\eta_t,` +
		`\quad D_T=\max_{t\le T}\|x_t-u\|,\ G_T=\max_{t\le T}\|g_t\|,\ r(x_1)=\min r`,
	Kind:      Upper,
	Rows:      uniformRegretRows[:2],
	Needs:     []Assumption{convexLosses, leastPenaltyAtStart, observedRun, nonIncreasingSteps},
	NeedsRun:  true,
	TermNames: zinkevichObserved.TermNames,
	Reads:     zinkevichObserved.Reads,
	Terms:     zinkevichObserved.Terms,
	Citation:  duchi2010.at("proof of Theorem 2, with Euclidean distances"),
	Related:   []Citation{duchiSinger2009.at("section 3")},
	Tightness: `As proximal-regret. It can be far below it, for the run may stay close to $u$.`,
	Caveat: `Proved here, see proximal-regret. Holds for the run whose $D$ and $G$ are put in, and for no other. ` +
		`The number of the theorem is from memory.`,
}
