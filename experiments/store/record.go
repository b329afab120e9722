// Package store keeps finished runs on disk: each is there whole or not at all.
package store

// Record is one finished run: a row for every checkpoint.
//
// Columns are "t", "step", "sample-gradient-norm", "distance", "D", "G"
// (running maxima of |theta_s-u| and |g_s|); for every average a with weights:
// "average-loss:a" and "average-regret:a"; and, unless the problem is online,
// "value:a" (F at the averaged iterate; F, not the gap, so that a better F*
// needs no rerun) and "gradient-norm" if the last iterate is recorded.
//
// A diverged run has all its rows: from DivergedAt on they hold +Inf, but for
// "t" and "step".
type Record struct {
	Key        string
	Columns    []string
	Rows       [][]float64
	DivergedAt int        // the first t with a non-finite loss, iterate or gradient; 0 if none
	Provenance Provenance // outside key and checksum
}

// Provenance says what made a record.
type Provenance struct {
	Regret  string `json:"regret"`
	Go      string `json:"go"`
	CPU     string `json:"cpu"`
	Command string `json:"command"`
}

// Column returns the index of a column, or -1.
func (r *Record) Column(name string) int {
	for i, c := range r.Columns {
		if c == name {
			return i
		}
	}
	return -1
}
