package store_test

import (
	"fmt"
	"os"

	"regret/experiments/store"
)

func ExampleStore() {
	dir, err := os.MkdirTemp("", "results")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)

	s, err := store.Open(dir)
	if err != nil {
		panic(err)
	}
	r := &store.Record{Key: "abcd", Columns: []string{"t", "step"}, Rows: [][]float64{{1, 0.5}, {10, 0.25}}}
	if err := s.Save(r); err != nil {
		panic(err)
	}
	back, ok, err := s.Load("abcd")
	fmt.Println(back.Rows, ok, err)
	_, ok, err = s.Load("ef01")
	fmt.Println(ok, err)
	// Output:
	// [[1 0.5] [10 0.25]] true <nil>
	// false <nil>
}
