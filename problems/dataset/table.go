package dataset

import (
	"fmt"
	"math"

	"regret/problems/linear"
)

// maxCells bounds what is held of a set: the numbers of a dense table, where
// 2^27 are 1 GiB, the rows and stored entries of a sparse one, and the columns.
const maxCells = 1 << 27

// checkCells refuses tables too large to be held densely.
func checkCells(n, d int) error {
	if d > 0 && n > maxCells/d {
		return fmt.Errorf("%d rows of %d features are more than the %d numbers that a dense table may hold", n, d, maxCells)
	}
	return nil
}

// table collects rows that arrive one entry after the other. The entries of
// all rows lie end to end, in blocks, so that growing copies none; those of row
// i end at ends[i].
type table struct {
	ends   []int
	full   []entries // in the order of arrival
	open   entries   // the block that is being filled
	filled int       // entries in full blocks
	dim    int
}

type entries struct {
	columns []int32
	values  []float64
}

// Blocks grow with the table, up to 2^16 entries of 12 bytes.
const leastBlock, mostBlock = 1 << 8, 1 << 16

// add appends an entry to the present row, to the right of those before.
func (t *table) add(column int, v float64) {
	t.dim = max(t.dim, column+1)
	if math.Float64bits(v) == 0 { // the bits tell 0 from -0, which is kept
		return
	}
	if len(t.open.values) == cap(t.open.values) {
		t.newBlock()
	}
	t.open.columns = append(t.open.columns, int32(column))
	t.open.values = append(t.open.values, v)
}

func (t *table) newBlock() {
	t.full = append(t.full, t.open)
	t.filled += len(t.open.values)
	size := min(max(t.filled, leastBlock), mostBlock)
	t.open = entries{make([]int32, 0, size), make([]float64, 0, size)}
}

// stored is the number of entries.
func (t *table) stored() int { return t.filled + len(t.open.values) }

// endRow ends the present row.
func (t *table) endRow() error {
	t.ends = append(t.ends, t.stored())
	if len(t.ends)+t.stored() > maxCells {
		return fmt.Errorf("more than %d rows and features that are not 0", maxCells)
	}
	return nil
}

// isSparse says whether at most a quarter of all numbers are not 0, or whether
// the dense table would be too large. A stored entry takes 12 bytes for 8, and
// its products go through an index, so that at a quarter sparse rows are surely
// the smaller and the faster ones.
func (t *table) isSparse() bool {
	cells := len(t.ends) * t.dim
	return cells > maxCells || 4*t.stored() <= cells
}

// matrix returns the rows, and uses the table up.
func (t *table) matrix() linear.Matrix {
	blocks := append(t.full, t.open)
	if t.isSparse() {
		return t.sparse(blocks)
	}
	return t.dense(blocks)
}

func (t *table) sparse(blocks []entries) *linear.Sparse {
	n := len(t.ends)
	rows := &linear.Sparse{
		N: n, D: t.dim,
		Starts:  append(make([]int, 1, n+1), t.ends...),
		Columns: make([]int32, 0, t.stored()),
		Values:  make([]float64, 0, t.stored()),
	}
	for i, block := range blocks {
		rows.Columns = append(rows.Columns, block.columns...)
		rows.Values = append(rows.Values, block.values...)
		blocks[i] = entries{} // it can be freed
	}
	return rows
}

func (t *table) dense(blocks []entries) *linear.Dense {
	n := len(t.ends)
	rows := &linear.Dense{N: n, D: t.dim, Data: make([]float64, n*t.dim)}
	row, entry := 0, 0
	for i, block := range blocks {
		for k, column := range block.columns {
			for entry == t.ends[row] {
				row++
			}
			rows.Data[row*t.dim+int(column)] = block.values[k]
			entry++
		}
		blocks[i] = entries{}
	}
	return rows
}
