package optimum

import (
	"errors"
	"fmt"
	"math"

	"regret/problems/linear"
)

// ErrOverflow is returned for numbers that no solver can calculate with: sums of
// their squares and of products with these overflow.
var ErrOverflow = errors.New("the numbers are too large to calculate with; rescale or preprocess the data")

// largestNumber leaves room for products of three.
const largestNumber = 1e100

// inRange names the first feature or target that is too large; y may be nil.
func inRange(rows linear.Matrix, y []float64) error {
	for i := range rows.Len() {
		columns, values := rows.Entries(i)
		for k, v := range values {
			if math.Abs(v) <= largestNumber {
				continue
			}
			if columns != nil {
				k = int(columns[k])
			}
			return fmt.Errorf("row %d: feature %d is %g, above %g: %w", i+1, k+1, v, largestNumber, ErrOverflow)
		}
	}
	for i, v := range y {
		if !(math.Abs(v) <= largestNumber) {
			return fmt.Errorf("row %d: the target is %g, above %g: %w", i+1, v, largestNumber, ErrOverflow)
		}
	}
	return nil
}
