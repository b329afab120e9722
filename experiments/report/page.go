package report

import (
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"strings"

	"regret/experiments/figure"
)

//go:embed page.html.tmpl
var pageText string

var page = template.Must(template.New("report.html").Funcs(template.FuncMap{"source": Source, "prose": proseHTML, "verdict": symbolAndWord, "listed": listed}).Parse(pageText))

// embedded is a figure inside the page.
type embedded struct {
	Name, Caption, Alt string
	Source             template.URL // the SVG itself
}

// embed reads the SVG files of drawings that were drawn into folder. Each stays a
// document of its own, so that names inside one cannot meet those of another.
func embed(drawings []Drawing, folder string) ([]embedded, error) {
	var all []embedded
	for _, d := range drawings {
		svg, err := os.ReadFile(filepath.Join(folder, d.Name+".svg"))
		if err != nil {
			return nil, err
		}
		all = append(all, embedded{
			Name:    d.Name,
			Caption: plainText(d.Plot.Title) + ".",
			Alt:     alternative(d.Plot),
			Source:  template.URL("data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(svg)),
		})
	}
	return all, nil
}

// alternative says in words what a figure shows.
func alternative(p figure.Plot) string {
	labels := make([]string, len(p.Curves))
	for i, c := range p.Curves {
		labels[i] = plainText(c.Label)
	}
	return fmt.Sprintf("%s. Horizontal: %s. Vertical: %s. Curves: %s.",
		plainText(p.Title), plainText(p.XLabel), plainText(p.YLabel), strings.Join(labels, "; "))
}

var markup = strings.NewReplacer("_{", "_", "^{", "^", "}", "")

// plainText drops the markup of package figure.
func plainText(text string) string { return markup.Replace(text) }

func writePage(w io.Writer, s *summary) error { return page.Execute(w, s) }
