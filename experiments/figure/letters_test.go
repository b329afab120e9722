package figure

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestStyledLettersAreDrawnPlain(t *testing.T) {
	for in, want := range map[string]string{
		"𝔼[F(𝑥)] 𝐀𝐳𝖆𝚣": "E[F(x)] Azaz",
		"𝛂𝜔𝚨𝞨𝛁𝛛𝝐𝟋":     "αωΑΩ∇∂ϵϝ",
		"𝟎𝟗𝟘𝟿 𝚤𝚥":      "0909 ıȷ",
		"ℂℍℕℙℚℝℤ ∈ θ":  "ℂℍℕℙℚℝℤ ∈ θ",
	} {
		if got := (Plot{Title: in}).drawable(); got.Title != want || got.Notes != nil {
			t.Errorf("%s: got %q, notes %q, want %q", in, got.Title, got.Notes, want)
		}
	}
}

func TestMissingLettersAreReplacedAndNamed(t *testing.T) {
	p := regretPlot(powers("日本", 5, 10, 1, 0.5))
	p.Title, p.Notes = "日 🚀 a\x01b\xff", []string{"kept"}
	got := p.drawable()
	if want := "� � a�b�"; got.Title != want {
		t.Errorf("title %q, want %q", got.Title, want)
	}
	if got.Curves[0].Label != "��" || p.Curves[0].Label != "日本" || len(p.Notes) != 1 {
		t.Errorf("labels %q and %q", got.Curves[0].Label, p.Curves[0].Label)
	}
	if _, c := probed(got); !said(c, "� the font lacks U+65E5, U+1F680, U+0001, U+672C") {
		t.Error("not said")
	}
	crowd := Plot{Title: "一二三四五六七八"}.drawable()
	if note := crowd.Notes[0]; !strings.HasSuffix(note, "U+516D and 2 more") {
		t.Errorf("note %q", note)
	}
}

// oddPlot has a text in every place.
func oddPlot(text string) Plot {
	c := powers(text, 5, 1e3, 1, 0.5)
	c.Bounds[0].Label = text
	c.DivergedAt = 100
	p := regretPlot(c)
	p.Title, p.XLabel, p.YLabel, p.Band, p.RatioLabel = text, text, text, text, text
	p.Guides[0].Label, p.Notes = text, []string{text}
	p.Marks = []Mark{{10, text, 0}}
	p.Levels = []Level{{text, []float64{1, 1e3}, []float64{0.1, 0.1}}}
	return p
}

func TestAnyTextGivesAllFormats(t *testing.T) {
	dir := t.TempDir()
	for _, text := range []string{
		"𝔼[F(𝑥)]", "😀 🚀", "日本", "a\x00\x01\x1b\x7f\u0085\ufffe\uffff b", "\xff\xfe", "a\tb\r\nc", "�", "𝄞 \U0010FFFF", "<&\">",
	} {
		if err := Draw(oddPlot(text), filepath.Join(dir, "f")); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if err := parseXML(read(t, dir, "f.svg")); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	if err := Draw(oddPlot("日本 𝔼"), filepath.Join(dir, "f")); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(read(t, dir, "f.svg"), []byte("<title>日本 𝔼</title>")) {
		t.Error("the title of the document has lost its letters")
	}
}

func parseXML(doc []byte) error {
	for d := xml.NewDecoder(bytes.NewReader(doc)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestEscapedTextIsWellFormed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes")) + rapid.String().Draw(t, "text")
		if err := parseXML([]byte("<a>" + escape(s) + "</a>")); err != nil {
			t.Fatal(err)
		}
	})
}
