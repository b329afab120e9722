// Package schedule holds learning-rate schedules eta_1, eta_2, ..., eta_T.
//
// Time is 1-based: theta_1 is given, T is the number of evaluated points, and
// eta_t leads from theta_t to theta_{t+1}. Steps are non-negative; zeros are
// legal.
package schedule

// Schedule is a pure function of t and T.
type Schedule interface {
	// Fill sets eta[i] = eta_{t+i} of a run of T points, for 1 <= t and
	// t+len(eta)-1 <= T. Any block may be asked for, in any order, from several
	// goroutines.
	Fill(eta []float64, t, T int)
	// Validate returns an error that names the parameter out of range.
	Validate() error
}
