package dataset

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"

	"regret/problems/linear"
)

// WriteLIBSVM writes data as LIBSVM text, with the fewest digits from which
// ReadLIBSVM restores every bit. Zeros are left out, except that the first
// row always lists the last feature, so that the number of features is kept.
// Numbers that are not finite are an error.
func WriteLIBSVM(w io.Writer, data *Data) error {
	buffered := bufio.NewWriter(w)
	rows := linear.Densify(data.Rows)
	var line []byte
	for i, y := range data.Y {
		var err error
		if line, err = appendExample(line[:0], i, y, rows.Row(i)); err != nil {
			return err
		}
		if _, err = buffered.Write(line); err != nil {
			return err
		}
	}
	return buffered.Flush()
}

func appendExample(line []byte, i int, y float64, row []float64) ([]byte, error) {
	if math.IsNaN(y) || math.IsInf(y, 0) {
		return nil, fmt.Errorf("label of row %d: %v is not finite", i+1, y)
	}
	line = appendNumber(line, y)
	for j, v := range row {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("row %d, feature %d: %v is not finite", i+1, j+1, v)
		}
		keepsShape := i == 0 && j == len(row)-1
		if math.Float64bits(v) == 0 && !keepsShape {
			continue // the bits tell 0 from -0, which is written
		}
		line = append(line, ' ')
		line = strconv.AppendInt(line, int64(j)+1, 10)
		line = append(line, ':')
		line = appendNumber(line, v)
	}
	return append(line, '\n'), nil
}

func appendNumber(text []byte, v float64) []byte {
	return strconv.AppendFloat(text, v, 'g', -1, 64)
}
