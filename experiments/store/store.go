package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Store is the folder runs/ of one results folder. Its methods may be called
// from several goroutines.
//
// Several processes may share a results folder without a lock: the numbers of a
// record follow from its key, temporary files have names of their own, and a
// rename puts a record in place at once. Two processes that make the same record
// replace equal numbers by equal numbers.
type Store struct {
	runs string
}

// ErrDamaged marks a record that is there but cannot be trusted: cut short,
// edited, or stored under another name. It counts as absent, and Save repairs it.
var ErrDamaged = errors.New("damaged record")

// Open returns the store in the results folder dir, which is made if need be.
// Temporary files that a killed process left behind are removed.
func Open(dir string) (*Store, error) {
	s := &Store{runs: filepath.Join(dir, "runs")}
	if err := makeFolder(s.runs); err != nil {
		return nil, fmt.Errorf("cannot make results folder: %w", err)
	}
	if err := removeLeftovers(filepath.Clean(dir)); err != nil {
		return nil, fmt.Errorf("cannot clean results folder: %w", err)
	}
	return s, nil
}

// Save writes a record, whole or not at all: once Save returns nil the record
// survives a loss of power. Saving a record again is harmless.
func (s *Store) Save(r *Record) error {
	content, err := encode(r)
	if err != nil {
		return fmt.Errorf("cannot encode record %s: %w", r.Key, err)
	}
	return WriteFile(s.path(r.Key), content)
}

// Load returns the record of a key, and whether there is one. An error that
// wraps ErrDamaged means that there is a file, which must not be trusted; the
// run has to be made again. Other errors are those of the file system.
func (s *Store) Load(key string) (*Record, bool, error) {
	path := s.path(key)
	content, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	r, err := decode(content)
	if err == nil && r.Key != key {
		err = fmt.Errorf("it holds the run %s", r.Key)
	}
	if err != nil {
		return nil, false, fmt.Errorf("%w %s: %w", ErrDamaged, path, err)
	}
	return r, true, nil
}

// path is where a key's record lies: runs/ab/abcd....csv.
func (s *Store) path(key string) string {
	if len(key) < 3 || strings.Trim(key, "0123456789abcdef") != "" {
		panic(fmt.Sprintf("store: key %q is not lower-case hexadecimal", key))
	}
	return filepath.Join(s.runs, key[:2], key+".csv")
}
