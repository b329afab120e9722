package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"github.com/google/renameio/v2"
)

// abandoned is the age from which a temporary file has no writer any more: a
// write takes milliseconds. Younger ones may be in another process's hands.
const abandoned = time.Hour

// WriteFile replaces the file at path by data, whole or not at all, and makes the
// folders on the way: a temporary file in the same folder is written, synced and
// renamed, then the folder is synced, without which a rename may be lost with
// the power.
func WriteFile(path string, data []byte) error {
	folder := filepath.Dir(path)
	if err := makeFolder(folder); err != nil {
		return err
	}
	f, err := renameio.NewPendingFile(path, renameio.WithTempDir(folder), renameio.WithPermissions(0o644))
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		return errors.Join(err, f.Cleanup())
	}
	if err := f.CloseAtomicallyReplace(); err != nil {
		return errors.Join(err, f.Cleanup())
	}
	return syncFolder(folder)
}

// makeFolder makes a folder and those above it, each entered durably in its parent.
func makeFolder(path string) error {
	err := os.Mkdir(path, 0o755)
	if errors.Is(err, fs.ErrNotExist) {
		if err := makeFolder(filepath.Dir(path)); err != nil {
			return err
		}
		err = os.Mkdir(path, 0o755)
	}
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// temporary matches the names of files that are being written: those of records,
// tables, pages and figures with a dot in front and digits behind.
var temporary = regexp.MustCompile(`^\..+\.(csv|yaml|md|tex|bib|html|svg|pdf|png)[0-9]+$`)

// removeLeftovers removes the abandoned temporary files below a results folder.
// It looks into runs and figures, and into no folder that is not of its making.
func removeLeftovers(results string) error {
	return filepath.WalkDir(results, func(path string, e fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // renamed since the folder was read
		}
		if err != nil {
			return err
		}
		if e.IsDir() && filepath.Dir(path) == results && e.Name() != "runs" && e.Name() != "figures" {
			return fs.SkipDir
		}
		if !e.Type().IsRegular() || !temporary.MatchString(e.Name()) {
			return nil
		}
		info, err := e.Info()
		if err != nil || time.Since(info.ModTime()) < abandoned {
			return nil
		}
		if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
}
