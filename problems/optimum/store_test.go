package optimum

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"regret/problems/domain"
	"regret/problems/linear"
)

func TestStoreRemembers(t *testing.T) {
	store := &Store{Folder: filepath.Join(t.TempDir(), "new", "folder")}
	m := random(20, 3, linear.Logistic{}, true, 0.1)
	first, err := store.Minimize(context.Background(), m, domain.Ball{Radius: 1})
	if err != nil {
		t.Fatal(err)
	}
	fail := func() (Certificate, error) { return Certificate{}, errors.New("asked to compute") }
	again, err := store.Find(modelKey(m, domain.Ball{Radius: 1}), fail)
	if err != nil || !reflect.DeepEqual(first, again) {
		t.Errorf("%v, %v, want %v", again, err, first)
	}
	for name, changed := range map[string]string{
		"domain": modelKey(m, domain.Ball{Radius: 2}),
		"ridge":  modelKey(&linear.Model{Rows: m.Rows, Y: m.Y, Loss: m.Loss, Ridge: 0.2}, domain.Ball{Radius: 1}),
		"l1":     modelKey(&linear.Model{Rows: m.Rows, Y: m.Y, Loss: m.Loss, Ridge: 0.1, L1: 0.1}, domain.Ball{Radius: 1}),
		"loss":   modelKey(&linear.Model{Rows: m.Rows, Y: m.Y, Loss: linear.Hinge{}, Ridge: 0.1}, domain.Ball{Radius: 1}),
		"rows":   modelKey(random(21, 3, linear.Logistic{}, true, 0.1), domain.Ball{Radius: 1}),
	} {
		if _, err := store.Find(changed, fail); err == nil {
			t.Errorf("another %s is found under the same key", name)
		}
	}
}

// A damaged file is made anew, and none is made of an error.
func TestStoreDistrustsDamage(t *testing.T) {
	store := &Store{Folder: t.TempDir()}
	want := Certificate{Theta: []float64{1.0 / 3}, Value: 2, Gap: 1e-9, Method: "by hand"}
	find := func() (Certificate, error) { return want, nil }
	if _, err := store.Find("key", func() (Certificate, error) { return want, errors.New("no") }); err == nil {
		t.Error("no error")
	}
	for range 2 {
		if got, err := store.Find("key", find); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%v, %v", got, err)
		}
		files, err := os.ReadDir(store.Folder)
		if err != nil || len(files) != 1 {
			t.Fatalf("%d files, %v", len(files), err)
		}
		path := filepath.Join(store.Folder, files[0].Name())
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range text {
			if c == '9' {
				text[i] = '8'
			}
		}
		if err := os.WriteFile(path, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestNoStore(t *testing.T) {
	var store *Store
	c, err := store.Minimize(context.Background(), random(20, 3, linear.Squared{}, false, 0), domain.WholeSpace{})
	if err != nil || c.Theta == nil {
		t.Errorf("%v, %v", c, err)
	}
}

func TestMinimizeCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Minimize(ctx, random(20, 3, linear.Absolute{}, false, 0), domain.WholeSpace{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
