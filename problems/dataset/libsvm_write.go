package dataset

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"

	"regret/problems/linear"
)

// WriteLIBSVM writes data as LIBSVM text with indices from 1, with the fewest
// digits from which ReadLIBSVM restores every bit. Zeros are left out, except
// that the first row always lists the last feature, so that the number of
// features is kept. Text labels are written as their numbers. Numbers that are
// not finite are an error.
func WriteLIBSVM(w io.Writer, data *Data) error {
	buffered := bufio.NewWriter(w)
	var line []byte
	for i, y := range data.Y {
		if !finite(y) {
			return fmt.Errorf("label of row %d: %v is not finite", i+1, y)
		}
		var err error
		if line, err = appendFeatures(appendNumber(line[:0], y), data.Rows, i); err != nil {
			return err
		}
		if _, err = buffered.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return buffered.Flush()
}

func appendFeatures(line []byte, rows linear.Matrix, i int) ([]byte, error) {
	last := -1 // the last feature that is listed
	list := func(j int, v float64) {
		line = append(line, ' ')
		line = strconv.AppendInt(line, int64(j)+1, 10)
		line = append(line, ':')
		line = appendNumber(line, v)
		last = j
	}
	columns, values := rows.Entries(i)
	for k, v := range values {
		j := column(columns, k)
		if !finite(v) {
			return nil, fmt.Errorf("row %d, feature %d: %v is not finite", i+1, j+1, v)
		}
		if math.Float64bits(v) != 0 { // the bits tell 0 from -0, which is written
			list(j, v)
		}
	}
	if i == 0 && last < rows.Dim()-1 {
		list(rows.Dim()-1, 0)
	}
	return line, nil
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func appendNumber(text []byte, v float64) []byte {
	return strconv.AppendFloat(text, v, 'g', -1, 64)
}
