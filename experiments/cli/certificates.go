package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"time"

	"regret/experiments/catalogue"
	"regret/experiments/config"
	"regret/optim/bound"
	"regret/problems/dataset"
)

type certificatesCommand struct {
	Sets []string `arg:"" optional:"" name:"set" help:"Embedded data sets; by default all."`
	JSON bool     `name:"json" help:"Print JSON, a line each."`
}

// certified is one line of the table.
type certified struct {
	Set     string       `json:"set"`
	Loss    string       `json:"loss"`
	Domain  string       `json:"domain"`
	Problem string       `json:"problem"` // as YAML
	Rows    int          `json:"n"`
	Dim     int          `json:"d"`
	Seconds bound.Number `json:"seconds"`
	// Target is of the relative gap; 0 where the interval reached is all that is promised.
	Target bound.Number `json:"target"`
	*shownCertificate
	Refused string `json:"refused,omitempty"` // why there is no certificate
}

// certifiedDomains are those of the table, each with the ridge that goes with it.
var certifiedDomains = []struct{ name, domain, ridge string }{
	{"whole space, ridge 1/n", "whole-space", "1/n"},
	{"ball of radius 5", "{ball: 5}", "0"},
	{"box [-1, 1]", "{kind: box, lo: -1, hi: 1}", "0"},
	{"simplex", "simplex", "0"},
}

// Run finds every minimum anew: the table is there to show that it can be done.
func (c *certificatesCommand) Run(con *console) error {
	sets := c.Sets
	if len(sets) == 0 {
		sets = dataset.EmbeddedNames()
	}
	for _, name := range sets {
		if _, ok := dataset.Info(name); !ok {
			return badUsage("no embedded data set %q%s", name, catalogue.DidYouMean(name, dataset.EmbeddedNames()))
		}
	}
	if !c.JSON {
		fmt.Fprintf(con.out, "%-14s %-14s %-23s %6s %6s %22s %9s %9s %7s %8s\n",
			"set", "loss", "domain", "n", "d", "F(u)", "gap", "relative", "target", "seconds")
	}
	missed := 0
	for _, name := range sets {
		for _, line := range linesOf(name) {
			if err := line.certify(con.ctx); err != nil {
				return err
			}
			if err := line.write(con.out, c.JSON); err != nil {
				return err
			}
			if !line.met() {
				missed++
			}
		}
	}
	if missed > 0 {
		return failedVerdict("%d minima were not certified, or not within the target", missed)
	}
	return nil
}

// linesOf lists the fitting losses of a set on every domain.
func linesOf(set string) []*certified {
	info, _ := dataset.Info(set)
	var lines []*certified
	for _, e := range catalogue.Entries("problems") {
		if !slices.Contains(e.Tasks, info.Task) {
			continue
		}
		for _, d := range certifiedDomains {
			text := fmt.Sprintf("{kind: %s, data: %s, domain: %s, ridge: %s%s}", e.Kind, set, d.domain, d.ridge, particulars(info, e.Kind))
			lines = append(lines, &certified{Set: set, Loss: e.Kind, Domain: d.name, Problem: text})
		}
	}
	return lines
}

// particulars are what a set asks for in YAML beyond its name, by a loss of a kind.
func particulars(info dataset.Set, kind string) string {
	text := ""
	if info.Classes > 2 && kind != "multinomial" {
		text += `, positive: "0"`
	}
	if info.Preprocess != "" {
		text += ", preprocess: " + string(info.Preprocess)
	}
	return text
}

// certify builds the problem without a store.
func (l *certified) certify(ctx context.Context) error {
	begin := time.Now()
	found, err := config.Problems(ctx, l.Set, l.Problem, config.Options{})
	l.Seconds = bound.Number(time.Since(begin).Seconds())
	var located config.Diagnostics
	switch {
	case ctx.Err() != nil:
		return errInterrupted
	case errors.As(err, &located):
		l.Refused = located[0].Message
		return nil
	case err != nil:
		return err
	}
	p := found[0].Built
	l.Rows, l.Dim = p.Objective.Len(), p.Objective.Dim()
	l.shownCertificate = describeCertificate(p)
	l.Target = bound.Number(p.Optimum.Target)
	return nil
}

func (l *certified) met() bool { return l.Refused == "" && (l.Target == 0 || l.Relative <= l.Target) }

func (l *certified) write(w io.Writer, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(w).Encode(l)
	}
	if l.Refused != "" {
		_, err := fmt.Fprintf(w, "%-14s %-14s %-23s %s\n", l.Set, l.Loss, l.Domain, l.Refused)
		return err
	}
	target := "none" // the interval reached is what there is
	if l.Target > 0 {
		target = strconv.FormatFloat(float64(l.Target), 'e', 0, 64)
	}
	_, err := fmt.Fprintf(w, "%-14s %-14s %-23s %6d %6d %22s %9.1e %9.1e %7s %8.2f\n", l.Set, l.Loss, l.Domain,
		l.Rows, l.Dim, strconv.FormatFloat(float64(l.Value), 'g', 16, 64), float64(l.Gap), float64(l.Relative), target, float64(l.Seconds))
	return err
}
