package optimum

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"math"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2"

	"regret/problems/domain"
	"regret/problems/linear"
)

// version is raised when the solvers or certificates change, so that stored
// certificates of older ones are found no more.
const version = 5

// Store keeps certificates in a folder, each in a file named by the hash of its
// problem, so that a problem is solved once. A nil Store keeps nothing. A file
// that cannot be read or is damaged counts as missing, and one that cannot be
// written is done without: the store saves time and nothing else.
type Store struct{ Folder string }

// Minimize is the function Minimize with memory.
func (s *Store) Minimize(ctx context.Context, m *linear.Model, set domain.Set) (Certificate, error) {
	find := func() (Certificate, error) { return Minimize(ctx, m, set) }
	if s == nil {
		return find()
	}
	return s.Find(modelKey(m, set), find)
}

// Find returns the certificate stored under a key, which must name all that
// determines it, or else finds it and stores it.
func (s *Store) Find(key string, find func() (Certificate, error)) (Certificate, error) {
	if s == nil {
		return find()
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "version %d\n%s", version, key))
	path := filepath.Join(s.Folder, hex.EncodeToString(sum[:])+".json")
	if c, ok := read(path); ok {
		return c, nil
	}
	c, err := find()
	if err == nil {
		write(path, c)
	}
	return c, err
}

// stored is the content of a file: the certificate's JSON and its SHA-256.
type stored struct {
	Certificate json.RawMessage
	Sum         string
}

func read(path string) (c Certificate, ok bool) {
	text, err := os.ReadFile(path)
	if err != nil {
		return c, false
	}
	var file stored
	if json.Unmarshal(text, &file) != nil || file.Sum != checksum(file.Certificate) {
		return c, false
	}
	return c, json.Unmarshal(file.Certificate, &c) == nil
}

func write(path string, c Certificate) {
	text, err := json.Marshal(c)
	if err != nil {
		return // an infinite number
	}
	file, err := json.Marshal(stored{text, checksum(text)})
	if err != nil || os.MkdirAll(filepath.Dir(path), 0o755) != nil {
		return
	}
	_ = renameio.WriteFile(path, file, 0o644, renameio.WithTempDir(filepath.Dir(path)))
}

func checksum(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// modelKey hashes what determines the minimum of a model over a set.
func modelKey(m *linear.Model, set domain.Set) string {
	digest := sha256.New()
	fmt.Fprintf(digest, "%T%+v\nridge %x l1 %x\n%T%+v\n", m.Loss, m.Loss, m.Ridge, m.L1, set, set)
	hashNumbers(digest, m.Y)
	for i := range m.Len() {
		columns, values := m.Rows.Entries(i)
		if columns != nil {
			_ = binary.Write(digest, binary.LittleEndian, columns)
		}
		hashNumbers(digest, values)
	}
	return hex.EncodeToString(digest.Sum(nil))
}

// hashNumbers adds length and bits of x.
func hashNumbers(digest hash.Hash, x []float64) {
	bits := make([]byte, 8, 8*(len(x)+1))
	binary.LittleEndian.PutUint64(bits, uint64(len(x)))
	for _, v := range x {
		bits = binary.LittleEndian.AppendUint64(bits, math.Float64bits(v))
	}
	digest.Write(bits)
}
