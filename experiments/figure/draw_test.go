package figure

import (
	"bytes"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDrawWritesTheSameBytesTwice(t *testing.T) {
	p := situations()["diverged"]
	dir := t.TempDir()
	for _, name := range []string{"a", "b"} {
		if err := Draw(p, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, suffix := range []string{".svg", ".pdf", ".png"} {
		a, b := read(t, dir, "a"+suffix), read(t, dir, "b"+suffix)
		if len(a) == 0 || !bytes.Equal(a, b) {
			t.Errorf("%s: %d and %d bytes, not the same", suffix, len(a), len(b))
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 6 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestDrawFormats(t *testing.T) {
	p := regretPlot(powers("inverse-sqrt, α = D/(√2 G) & more", 60, 1e4, 1, 0.5))
	p.Title = "a < b^{2}"
	dir := t.TempDir()
	if err := Draw(p, filepath.Join(dir, "f")); err != nil {
		t.Fatal(err)
	}
	svg := string(read(t, dir, "f.svg"))
	for _, want := range []string{
		"<title>a &lt; b2</title>", "inverse-sqrt, α = D/(√2 G) &amp; more", "with the bound zinkevich",
		"stroke-dasharray:4,2", "#0072B2",
	} {
		if !strings.Contains(svg, want) {
			t.Errorf("svg lacks %q", want)
		}
	}
	if strings.Contains(svg, "<text") {
		t.Error("svg needs a font of its reader")
	}
	pdf := read(t, dir, "f.pdf")
	for _, want := range []string{"%PDF-", "/CreationDate (D:19700101000000", "/FontFile2", "/ToUnicode"} {
		if !bytes.Contains(pdf, []byte(want)) {
			t.Errorf("pdf lacks %q", want)
		}
	}
	img, err := png.Decode(bytes.NewReader(read(t, dir, "f.png")))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := img.Bounds().Dx(), 1020; got != want {
		t.Errorf("png is %d pixels wide, want %d: 3.4 inches of 300", got, want)
	}
	if got := color.NRGBAModel.Convert(img.At(0, 0)); got != (color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}) {
		t.Errorf("the ground of the png is %v, not white", got)
	}
	_, path, _ := strings.Cut(svg, "<path ")
	if path, _, _ := strings.Cut(path, "/>"); !strings.Contains(path, "fill:#FFFFFF") {
		t.Errorf("the svg begins with %q, not with a white ground", path)
	}
}

func BenchmarkDraw(b *testing.B) {
	p, base := situations()["diverged"], filepath.Join(b.TempDir(), "f")
	for b.Loop() {
		if err := Draw(p, base); err != nil {
			b.Fatal(err)
		}
	}
}

func read(t *testing.T, dir, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDrawRefuses(t *testing.T) {
	short := powers("short", 5, 10, 1, 1)
	short.Mean = short.Mean[:3]
	half := powers("half", 5, 10, 1, 1)
	half.Hi = nil
	crooked := powers("crooked", 5, 10, 1, 1)
	crooked.Bounds[0].Ratio = []float64{1}
	narrow := regretPlot(powers("narrow", 5, 10, 1, 1))
	narrow.Width = 1
	endless := narrow
	endless.Width = math.NaN()
	stray := regretPlot(powers("stray", 5, 10, 1, 1))
	stray.Marks = []Mark{{X: 2, Label: "here", Curve: 3}}
	for _, test := range []struct {
		plot Plot
		want string
	}{
		{Plot{}, "no curves"},
		{regretPlot(short), `curve "short": 5 x but 3 values of the mean`},
		{regretPlot(half), `curve "half": a band needs both its edges`},
		{regretPlot(crooked), `curve "crooked", bound "zinkevich": 5 x, 5 values, 1 ratios`},
		{narrow, "a width of 1 inches"},
		{endless, "a width of NaN inches"},
		{stray, `mark "here": no curve 3`},
	} {
		base := filepath.Join(t.TempDir(), "f")
		err := Draw(test.plot, base)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("got %v, want %q", err, test.want)
		}
		if _, err := os.Stat(base + ".svg"); err == nil {
			t.Errorf("%q: a file was written", test.want)
		}
	}
	if err := Draw(regretPlot(powers("x", 5, 10, 1, 1)), filepath.Join(t.TempDir(), "none", "f")); err == nil {
		t.Error("no error for a folder that does not exist")
	}
}
