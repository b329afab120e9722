package main

import (
	"bufio"
	"encoding/binary"
	"os"

	"regret/problems/dataset"
	"regret/problems/linear"
)

// write stores a problem for the peers, little-endian:
//
//	int64    n, d, stored entries (0: dense rows), rows drawn, 1 for least squares
//	float64  y, then the entries by rows
//	int64    where each row starts, n+1      only if rows are sparse
//	int32    columns of the entries          only if rows are sparse
//	int32    rows drawn
func (p *problem) write(name string) error {
	header := []int64{int64(p.Len()), int64(p.Dim()), 0, int64(len(p.drawn)), 0}
	if _, squared := p.Loss.(linear.Squared); squared {
		header[4] = 1
	}
	parts := []any{header, p.Y}
	switch rows := p.Rows.(type) {
	case *linear.Dense:
		parts = append(parts, rows.Data)
	case *linear.Sparse:
		header[2] = int64(len(rows.Values))
		starts := make([]int64, len(rows.Starts))
		for i, start := range rows.Starts {
			starts[i] = int64(start)
		}
		parts = append(parts, rows.Values, starts, rows.Columns)
	}
	return create(name, func(w *bufio.Writer) error {
		for _, part := range append(parts, p.drawn) {
			if err := binary.Write(w, binary.LittleEndian, part); err != nil {
				return err
			}
		}
		return nil
	})
}

// writeLIBSVM stores a problem for regret run.
func (p *problem) writeLIBSVM(name string) error {
	return create(name, func(w *bufio.Writer) error {
		return dataset.WriteLIBSVM(w, &dataset.Data{Rows: p.Rows, Y: p.Y})
	})
}

func create(name string, fill func(*bufio.Writer) error) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	w := bufio.NewWriter(file)
	if err := fill(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return file.Close()
}
