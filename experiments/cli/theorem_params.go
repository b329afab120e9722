package cli

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"regret/experiments/catalogue"
	"regret/optim/bound"
)

// theoremParams are the parameters that were given to theorems.
type theoremParams struct {
	of    map[string]map[string]float64 // by ID, then by name
	texts []string                      // as they were given: "delta=0.01"
}

// shareParams gives each --param to whom it belongs: NAME to the schedule if it has
// a parameter of that name, else to all theorems that have one; ID.NAME to one
// theorem.
func (q *question) shareParams(kind string, own []catalogue.Param, theorems []*bound.Theorem, horizon int) (map[string]string, theoremParams, error) {
	ofSchedule := map[string]string{}
	params := theoremParams{of: map[string]map[string]float64{}}
	for _, name := range sortedKeys(q.Param) {
		text := q.Param[name]
		if slices.ContainsFunc(own, func(p catalogue.Param) bool { return p.Name == name }) {
			ofSchedule[name] = text
			continue
		}
		owners := ownersOf(name, theorems)
		if len(owners) == 0 {
			return nil, params, unknownParam(name, kind, own, theorems)
		}
		x, err := q.number("--param "+name, text, horizon)
		if err != nil {
			return nil, params, err
		}
		for _, th := range owners {
			if params.of[th.ID] == nil {
				params.of[th.ID] = map[string]float64{}
			}
			plain, qualified := strings.CutPrefix(name, th.ID+".")
			if _, set := params.of[th.ID][plain]; !set || qualified { // ID.NAME wins over NAME
				params.of[th.ID][plain] = x
			}
		}
		params.texts = append(params.texts, name+"="+text)
	}
	return ofSchedule, params, nil
}

// ownersOf are the theorems that a name, NAME or ID.NAME, gives a parameter of.
func ownersOf(name string, theorems []*bound.Theorem) []*bound.Theorem {
	var owners []*bound.Theorem
	for _, th := range theorems {
		for _, p := range th.Params {
			if name == p.Name || name == th.ID+"."+p.Name {
				owners = append(owners, th)
			}
		}
	}
	return owners
}

// unknownParam refuses a name that neither the schedule nor a theorem knows.
func unknownParam(name, kind string, own []catalogue.Param, theorems []*bound.Theorem) error {
	var known []string
	for _, p := range own {
		known = append(known, p.Name)
	}
	for _, th := range theorems {
		for _, p := range th.Params {
			qualified := th.ID + "." + p.Name
			if !slices.Contains(known, p.Name) {
				known = append(known, p.Name)
			}
			known = append(known, qualified)
		}
	}
	schedule := "the schedule"
	if kind != "" {
		schedule = kind
	}
	hint := catalogue.DidYouMean(name, known)
	if others := ownersOf(name, allTheorems()); len(others) > 0 {
		hint = fmt.Sprintf("; it is a parameter of %s, which --id leaves out", others[0].ID)
	}
	return badUsage("neither %s nor a bound that is asked for has a parameter %q%s", schedule, name, hint)
}

func allTheorems() []*bound.Theorem {
	var all []*bound.Theorem
	for i := range bound.All {
		all = append(all, &bound.All[i])
	}
	return all
}

// missing lists the flags for what a theorem reads and was not given.
func missing(th *bound.Theorem, in bound.Input) []string {
	var flags []string
	for _, name := range th.Constants {
		given := name == "G" && in.GradientNorms != nil
		if !given && math.IsNaN(constantOf(in, name)) {
			flags = append(flags, "--"+name+" VALUE")
		}
	}
	for _, p := range th.Params {
		if math.IsNaN(th.Param(in, p.Name)) {
			flags = append(flags, fmt.Sprintf("--param %s=VALUE (%s)", p.Name, p.Doc))
		}
	}
	return flags
}

// constantOf is a constant by its name; 0 for names of no flag.
func constantOf(in bound.Input, name string) float64 {
	return map[string]float64{
		"D": in.D, "G": in.G, "Gloss": in.Gloss, "R": in.R, "L": in.L, "Lmax": in.Lmax, "mu": in.Mu, "sigma": in.Sigma,
	}[name]
}
