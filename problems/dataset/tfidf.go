package dataset

import (
	"fmt"
	"math"

	"regret/problems/linear"
)

// tfidf changes counts into weights, see TFIDF. A number between 0 and 1 is no
// count, and its weight could be negative.
func tfidf(m linear.Matrix) error {
	n := m.Len()
	holders := make([]int, m.Dim()) // df
	for i := range n {
		columns, counts := m.Entries(i)
		for k, c := range counts {
			if c < 0 || c > 0 && c < 1 {
				return fmt.Errorf("row %d, feature %d: %v is no count, which tfidf needs", i+1, column(columns, k)+1, c)
			}
			if c > 0 {
				holders[column(columns, k)]++
			}
		}
	}
	for i := range n {
		columns, values := m.Entries(i)
		for k, c := range values {
			if c > 0 {
				df := float64(holders[column(columns, k)])
				values[k] = (1 + math.Log(c)) * math.Log1p((float64(n)-df)/df) // ln(n/df)
			}
		}
	}
	unitRows(m)
	return nil
}
