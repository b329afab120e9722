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

// Help explains the columns.
func (certificatesCommand) Help() string {
	return "A line each: F(u) at the point u that was found; what F(u)-F* is proved to be at most; that " +
		"relative to max(|F*|, F(theta_1)-F*); and the target of the relative gap. n is the number of terms of F. " +
		"The exit status is 3 if a target is missed."
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
	var lines []*certified
	for _, name := range sets {
		lines = append(lines, linesOf(name)...)
	}
	pad := padding(lines)
	if !c.JSON {
		fmt.Fprintf(con.out, "%s %6s %6s %22s %11s %9s %7s %8s\n",
			pad("set", "loss", "domain"), "n", "d", "F(u)", "F(u)-F* <=", "relative", "target", "seconds")
	}
	missed := 0
	for _, line := range lines {
		if err := line.certify(con.ctx); err != nil {
			return err
		}
		if err := line.write(con.out, pad, c.JSON); err != nil {
			return err
		}
		if !line.met() {
			missed++
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

// padding returns a function that makes the names of a line as wide as the widest.
func padding(lines []*certified) func(set, loss, domain string) string {
	var sets, losses, domains int
	for _, l := range lines {
		sets, losses, domains = max(sets, len(l.Set)), max(losses, len(l.Loss)), max(domains, len(l.Domain))
	}
	return func(set, loss, domain string) string {
		return fmt.Sprintf("%-*s  %-*s  %-*s", sets, set, losses, loss, domains, domain)
	}
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

func (l *certified) write(w io.Writer, pad func(set, loss, domain string) string, asJSON bool) error {
	if asJSON {
		return json.NewEncoder(w).Encode(l)
	}
	names := pad(l.Set, l.Loss, l.Domain)
	if l.Refused != "" {
		_, err := fmt.Fprintf(w, "%s  %s\n", names, l.Refused)
		return err
	}
	target := "none" // the interval reached is what there is
	if l.Target > 0 {
		target = strconv.FormatFloat(float64(l.Target), 'e', 0, 64)
	}
	_, err := fmt.Fprintf(w, "%s %6d %6d %22s %11.1e %9.1e %7s %8.2f\n", names,
		l.Rows, l.Dim, strconv.FormatFloat(float64(l.Value), 'g', 16, 64), float64(l.Gap), float64(l.Relative), target, float64(l.Seconds))
	return err
}
