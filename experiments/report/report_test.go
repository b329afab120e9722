package report_test

import (
	"encoding/xml"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"regret/experiments/analysis"
	"regret/experiments/config"
	"regret/experiments/report"
	"regret/optim/schedule"
)

// written is the report on a result with a bound that holds, one that is refused,
// and a claim that fails.
func written(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	r := result([]config.Figure{{Quantity: "average-regret", Against: "t"}},
		newCase("inverse-sqrt alpha=D_0", schedule.InverseSqrt{Alpha: 1}, 8, nil),
		newCase("rising #1", schedule.Table{Steps: []float64{1, 2, 3, 4}}, 4, nil))
	r.Claims = []analysis.Claim{{Claim: config.Claim{Text: "{quantity: average-regret, below: 0}"}, Detail: "mean at T is 0.125 & more", Skipped: []string{"x_y"}}}
	r.Claims = append(r.Claims, analysis.Claim{Claim: config.Claim{Text: "{order}"}, Passed: true, Detail: "holds on 2 of 2", Findings: []analysis.Finding{
		{Cases: []*config.Case{&r.Plan.Cases[0]}, Verdict: analysis.Holds, Text: "2 < 3 & more"},
		{Cases: []*config.Case{&r.Plan.Cases[1]}, Verdict: analysis.Holds, Text: "3 < 4"},
	}})
	if err := report.Write(dir, r); err != nil {
		t.Fatal(err)
	}
	return dir
}

func read(t *testing.T, elements ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(elements...))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func wants(t *testing.T, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("it does not say %q", part)
		}
	}
}

// Zinkevich with alpha = 1, T = 8: D^2/(2 T eta_T) = sqrt(8)/4 and G^2/(2T) sum eta_t.
func TestNotesQuoteTheBoundWithItsNumbers(t *testing.T) {
	dir := written(t)
	wants(t, read(t, dir, "notes.md"), `$$\frac1T\sum`, "non-increasing steps", "[@zinkevich2003online]", "0.707107 + 2.45893 = 3.16604",
		"| D | 2 | exact | diameter |", "| L | infinite | exact | kinks |", "rising #1, T = 4: non-increasing steps", "- FAIL", "skipped x\\_y",
		"- PASS {order}: holds on 2 of 2\n  - PASS a\\_b & 50% &lt;c>, sgd, inverse-sqrt alpha=D\\_0, T=8: 2 &lt; 3 & more\n  - PASS ",
		`the constant step $D/(G\sqrt T)$ if $T$ is a square`)
	wants(t, read(t, dir, "notes.bib"), "@inproceedings{zinkevich2003online,", "@article{zamani2025exact,")
	wants(t, read(t, dir, "notes.tex"), `\cite[{Theorem 1}]{zinkevich2003online}`, "$0.707107+2.45893=3.16604$", `\bibliography{notes}`,
		`\item \textbf{FAIL}`, `\item PASS: a\_b`, `2 \textless{} 3 \& more`,
		`the constant step $D/(G\sqrt T)$ if $T$ is a square`)
}

// No TeX is needed to see that braces, environments and dollars pair up and that
// no special character of a name came through.
func TestLaTeXNotesAreWellFormed(t *testing.T) {
	text := read(t, written(t), "notes.tex")
	wants(t, text, `a\_b \& 50\% \textless{}c\textgreater{}`, `rising \#1`, `100\% by\_hand \& \#1`)
	text = regexp.MustCompile(`(?m)^%.*$`).ReplaceAllString(text, "") // comments
	plain := strings.NewReplacer(`\\`, "", `\{`, "", `\}`, "", `\$`, "", `\%`, "", `\#`, "").Replace(text)
	depth := 0
	for i, r := range plain {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		case '%', '#':
			t.Errorf("a bare %q near %q", r, plain[max(0, i-20):i+20])
		}
		if depth < 0 {
			t.Fatalf("a brace closes nothing near %q", plain[max(0, i-40):i])
		}
	}
	if depth != 0 || strings.Count(plain, "$")%2 != 0 {
		t.Errorf("%d braces are open, %d dollars", depth, strings.Count(plain, "$"))
	}
	environments := map[string]int{}
	for _, m := range regexp.MustCompile(`\\(begin|end)\{(\w+\*?)\}`).FindAllStringSubmatch(text, -1) {
		environments[m[2]] += map[string]int{"begin": 1, "end": -1}[m[1]]
	}
	for name, open := range environments {
		if open != 0 {
			t.Errorf("%s: %d more \\begin than \\end", name, open)
		}
	}
	for line := range strings.Lines(text) {
		if strings.HasSuffix(line, `\\`+"\n") && strings.Count(line, " & ") != 3 && strings.Count(line, " & ") != 7 && strings.Contains(line, " & ") {
			t.Errorf("a row with %d columns: %s", strings.Count(line, " & ")+1, line)
		}
	}
}

// The page asks nothing of any host, holds its figures, and names what they show.
// What was done to the data stands with each problem in notes and page.
func TestPreparedDataIsStated(t *testing.T) {
	dir := written(t)
	wants(t, read(t, dir, "notes.md"), `- labels: no\_1 -> -1, &lt;yes> -> +1`)
	wants(t, read(t, dir, "notes.tex"), `\item labels: no\_1 -`)
	wants(t, read(t, dir, "report.html"), "<li>labels: no_1 -&gt; -1, &lt;yes&gt; -&gt; &#43;1</li>")
}

func TestPageStandsAlone(t *testing.T) {
	dir := written(t)
	text := read(t, dir, "report.html")
	for _, m := range regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(text, -1) {
		address := html.UnescapeString(m[1])
		if file, ok := strings.CutPrefix(address, "figures/"); ok {
			read(t, dir, "figures", file)
		} else if !strings.HasPrefix(address, "data:image/svg+xml;base64,") {
			t.Errorf("refers to %.60s", address)
		}
	}
	if strings.Contains(text, "<script") || strings.Contains(text, "ZgotmplZ") {
		t.Error("a script, or a value that the template refused")
	}
	wants(t, text, `lang="en"`, `alt="Made_up: a_b &amp; 50% &lt;c&gt;. Horizontal:`, "horizon: 8 # &lt;b&gt;", "infinite", `class="bad">✗ FAIL`, "<td>✓ PASS", "rising #1, T=4: 3 &lt; 4</li>",
		`Tightness: Attained for the constant step <code>D/(G\sqrt T)</code> if <code>T</code> is a square`)
	if err := wellFormed(text); err != nil {
		t.Error(err)
	}
}

// wellFormed reads the page as XML, void elements aside.
func wellFormed(page string) error {
	d := xml.NewDecoder(strings.NewReader(page))
	d.Strict = false
	d.AutoClose = []string{"meta", "img", "br"}
	d.Entity = xml.HTMLEntity
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func TestWritingTwiceGivesTheSameBytes(t *testing.T) {
	first, second := written(t), written(t)
	for _, name := range []string{"notes.md", "notes.tex", "notes.bib", "report.html"} {
		if read(t, first, name) != read(t, second, name) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestConstantsComeInTheirOrder(t *testing.T) {
	var names []string
	for _, c := range report.Constants(problem().Constants) {
		names = append(names, c.Name)
	}
	if got, want := strings.Join(names, " "), "D G R L mu n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
