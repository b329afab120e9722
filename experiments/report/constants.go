package report

import (
	"cmp"
	"slices"

	"regret/problems"
)

// Constant is a constant of a problem with its name.
type Constant struct {
	Name string
	problems.Constant
}

// constantOrder is that of the theory; what is not in it comes last.
var constantOrder = []string{"D", "G", "Gloss", "R", "L", "Lmax", "Lexp", "mu", "sigma", "sigma_star", "Rx", "noise", "n", "d"}

// Constants lists what is known of a problem, always in the same order.
func Constants(known map[string]problems.Constant) []Constant {
	var all []Constant
	for name, c := range known {
		all = append(all, Constant{name, c})
	}
	rank := func(name string) int {
		if i := slices.Index(constantOrder, name); i >= 0 {
			return i
		}
		return len(constantOrder)
	}
	slices.SortFunc(all, func(a, b Constant) int {
		return cmp.Or(cmp.Compare(rank(a.Name), rank(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	return all
}
