package dataset

import (
	"errors"
	"testing"
)

// counted counts its loads, the first of which fails.
type counted int

func (c *counted) Load(Task) (*Data, error) {
	if *c++; *c == 1 {
		return nil, errors.New("busy")
	}
	return &Data{}, nil
}

func TestKeptDataAreLoadedOnceATask(t *testing.T) {
	var loads counted
	kept := &Kept{Source: &loads}
	if _, err := kept.Load(TwoClass); err == nil {
		t.Error("an error is lost")
	}
	a, _ := kept.Load(TwoClass)
	b, _ := kept.Load(TwoClass)
	c, err := kept.Load(Regression)
	if loads != 3 || a != b || a == c || err != nil {
		t.Errorf("%d loads, want 3 with the one that failed; the same data %v", loads, a == b)
	}
}
