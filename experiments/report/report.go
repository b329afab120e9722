// Package report turns a result into what people read: figures, notes that quote
// the bounds used with the constants of the run, and a page.
package report

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"regret/experiments/analysis"
	"regret/experiments/figure"
	"regret/experiments/store"
)

// Write draws the figures of a result into dir/figures and writes notes.md,
// notes.tex, notes.bib and report.html to dir. Figures that an earlier
// configuration left there are removed.
func Write(dir string, r *analysis.Result) error {
	drawings, err := Drawings(r)
	if err != nil {
		return err
	}
	folder := filepath.Join(dir, "figures")
	if err := draw(drawings, folder); err != nil {
		return err
	}
	s := summarize(r)
	if s.Figures, err = embed(drawings, folder); err != nil {
		return err
	}
	for _, file := range []struct {
		name  string
		write func(io.Writer, *summary) error
	}{
		{"notes.md", writeMarkdown},
		{"notes.tex", writeLaTeX},
		{"notes.bib", writeBibTeX},
		{"report.html", writePage},
	} {
		var text bytes.Buffer
		if err := file.write(&text, s); err != nil {
			return fmt.Errorf("%s: %w", file.name, err)
		}
		if err := store.WriteFile(filepath.Join(dir, file.name), text.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// draw writes the files of every drawing, and removes those of others.
func draw(drawings []Drawing, folder string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	var painters errgroup.Group
	painters.SetLimit(runtime.GOMAXPROCS(0))
	for _, d := range drawings {
		painters.Go(func() error { return figure.Draw(d.Plot, filepath.Join(folder, d.Name)) })
	}
	if err := painters.Wait(); err != nil {
		return err
	}
	return removeOthers(drawings, folder)
}

// removeOthers removes figures that are not among the drawings.
func removeOthers(drawings []Drawing, folder string) error {
	files, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, f := range files {
		extension := filepath.Ext(f.Name())
		name := strings.TrimSuffix(f.Name(), extension)
		drawn := slices.ContainsFunc(drawings, func(d Drawing) bool { return d.Name == name })
		if !drawn && slices.Contains([]string{".svg", ".pdf", ".png"}, extension) {
			if err := os.Remove(filepath.Join(folder, f.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
