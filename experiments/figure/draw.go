package figure

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/google/renameio/v2"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// Draw writes base.svg, base.pdf and base.png, each whole or not at all. The
// same plot gives the same bytes. Characters that the font lacks are drawn as
// U+FFFD and named in a note. A plot without curves, or with slices of
// different lengths, is an error.
func Draw(p Plot, base string) error {
	if err := p.validate(); err != nil {
		return fmt.Errorf("figure %s: %w", base, err)
	}
	drawn := p.drawable()
	s := newSheet(drawn)
	for _, f := range []struct {
		suffix string
		canvas canvas
		white  bool // before anything is drawn
	}{
		{".svg", described{outlined{vgsvg.New(s.width, s.height)}, p, s.noteLines(drawn)}, false},
		{".pdf", newPDF(s.width, s.height, plain(drawn.Title)), false},
		{".png", outlined{newRaster(s.width, s.height)}, true},
	} {
		if !f.white {
			s.whiten(f.canvas)
		}
		if err := s.write(f.canvas, base+f.suffix); err != nil {
			return fmt.Errorf("figure: %w", err)
		}
	}
	return nil
}

// canvas is what a format draws on.
type canvas interface {
	vg.CanvasSizer
	io.WriterTo
}

// write draws the sheet and puts the file in place once it is whole.
func (s *sheet) write(c canvas, path string) error {
	s.draw(c)
	var b bytes.Buffer
	if _, err := c.WriteTo(&b); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return renameio.WriteFile(path, b.Bytes(), 0o644, renameio.WithTempDir(filepath.Dir(path)))
}

func (p Plot) validate() error {
	if len(p.Curves) == 0 {
		return errors.New("no curves to draw")
	}
	if p.Width != 0 && !(p.Width >= 2 && p.Width <= 20) {
		return fmt.Errorf("a width of %v inches: want 2 to 20", p.Width)
	}
	for _, m := range p.Marks {
		if m.Curve >= len(p.Curves) {
			return fmt.Errorf("mark %q: no curve %d", m.Label, m.Curve)
		}
	}
	for _, l := range p.Levels {
		if len(l.X) != len(l.Y) {
			return fmt.Errorf("level %q: %d x but %d values", l.Label, len(l.X), len(l.Y))
		}
	}
	for _, c := range p.Curves {
		if err := c.validate(); err != nil {
			return err
		}
	}
	return nil
}

func (c Curve) validate() error {
	if (c.Lo == nil) != (c.Hi == nil) {
		return fmt.Errorf("curve %q: a band needs both its edges", c.Label)
	}
	for _, s := range []struct {
		name   string
		values []float64
		needed bool
	}{
		{"mean", c.Mean, true}, {"median", c.Median, false},
		{"lower edge of the band", c.Lo, false}, {"upper edge of the band", c.Hi, false},
	} {
		if len(s.values) != len(c.X) && (s.needed || s.values != nil) {
			return fmt.Errorf("curve %q: %d x but %d values of the %s", c.Label, len(c.X), len(s.values), s.name)
		}
	}
	for _, b := range c.Bounds {
		if len(b.Y) != len(b.X) || b.Ratio != nil && len(b.Ratio) != len(b.X) {
			return fmt.Errorf("curve %q, bound %q: %d x, %d values, %d ratios", c.Label, b.Label, len(b.X), len(b.Y), len(b.Ratio))
		}
	}
	return nil
}
