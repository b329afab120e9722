package catalogue

import "regret/problems/dataset"

// Entry is one kind.
type Entry struct {
	Kind    string     // the name in YAML: "inverse-sqrt"
	New     func() any // a pointer to a struct without its defaults; nil for bounds and with variants
	Doc     string     // one line
	Formula string     // LaTeX
	Source  string     // where it is from
	Example string     // YAML that works
	// Tasks are what a problem's loss is for; nil for problems without data of the
	// user's, and for other groups.
	Tasks []dataset.Task
	// Variants are kinds that share this one's name, each with parameters of its
	// own: {kind: KIND, of: VARIANT}.
	Variants []Entry
}

// Variant finds a variant by its name.
func (e Entry) Variant(name string) (Entry, bool) {
	for _, v := range e.Variants {
		if v.Kind == name {
			return v, true
		}
	}
	return Entry{}, false
}

// VariantNames names the variants.
func (e Entry) VariantNames() []string {
	names := make([]string, len(e.Variants))
	for i, v := range e.Variants {
		names[i] = v.Kind
	}
	return names
}

// Params lists the parameters of the entry's kind.
func (e Entry) Params() []Param {
	if e.New == nil {
		return nil
	}
	return Params(e.New())
}

// Refusal says why the entry's kind takes no parameter of a name that related kinds
// take; empty if nothing is to be said of that name.
func (e Entry) Refusal(name string) string {
	if e.New == nil {
		return ""
	}
	return refusals(e.New())[name]
}

// groups in the order of a configuration.
var groups = []struct {
	name    string
	entries func() []Entry
}{
	{"problems", func() []Entry { return problemKinds }},
	{"datasets", datasetKinds},
	{"domains", func() []Entry { return domainKinds }},
	{"samplings", func() []Entry { return samplingKinds }},
	{"methods", func() []Entry { return methodKinds }},
	{"schedules", func() []Entry { return scheduleKinds }},
	{"compositions", func() []Entry { return compositionKinds }},
	{"averages", func() []Entry { return averageKinds }},
	{"bounds", boundKinds},
}

// Groups names the groups of kinds.
func Groups() []string {
	names := make([]string, len(groups))
	for i, g := range groups {
		names[i] = g.name
	}
	return names
}

// Entries lists the kinds of a group, nil for an unknown group.
func Entries(group string) []Entry {
	for _, g := range groups {
		if g.name == group {
			return g.entries()
		}
	}
	return nil
}

// Kinds names the kinds of a group.
func Kinds(group string) []string {
	var names []string
	for _, e := range Entries(group) {
		names = append(names, e.Kind)
	}
	return names
}

// Lookup finds a kind of a group by its name.
func Lookup(group, kind string) (Entry, bool) {
	for _, e := range Entries(group) {
		if e.Kind == kind {
			return e, true
		}
	}
	return Entry{}, false
}
