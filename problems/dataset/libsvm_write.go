package dataset

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
)

// WriteLIBSVM writes data as LIBSVM text, with the fewest digits from which
// ReadLIBSVM restores every bit. Zeros are left out, except that the first
// row always lists the last feature, so that the number of features is kept.
// Numbers that are not finite are an error.
func WriteLIBSVM(w io.Writer, data *Data) error {
	buffered := bufio.NewWriter(w)
	var line []byte
	for i := range data.Rows.N {
		var err error
		if line, err = appendExample(line[:0], data, i); err != nil {
			return err
		}
		if _, err = buffered.Write(line); err != nil {
			return err
		}
	}
	return buffered.Flush()
}

func appendExample(line []byte, data *Data, i int) ([]byte, error) {
	if y := data.Y[i]; math.IsNaN(y) || math.IsInf(y, 0) {
		return nil, fmt.Errorf("label of row %d: %v is not finite", i+1, y)
	}
	line = appendNumber(line, data.Y[i])
	for j, v := range data.Rows.Row(i) {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil, fmt.Errorf("row %d, feature %d: %v is not finite", i+1, j+1, v)
		}
		keepsShape := i == 0 && j == data.Rows.D-1
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
