package catalogue

import "regret/optim/bound"

// boundKinds shows the theorems as entries; what they say lies in their files.
func boundKinds() []Entry {
	var out []Entry
	for _, th := range bound.All {
		out = append(out, Entry{
			Kind:    th.ID,
			Doc:     th.Title,
			Formula: th.Statement,
			Source:  th.Citation.Short + ", " + th.Citation.Locator,
			Example: "bounds: [" + th.ID + "]",
		})
	}
	return out
}
