package config

import (
	"reflect"
	"slices"

	"regret/problems/dataset"
)

// ordering is met by pointers to problems whose losses come in order, or may. They
// then depend on the horizon.
type ordering interface {
	InSequence() bool
	SetHorizon(T int)
}

// online says whether the losses of a problem are a sequence.
func (k *kind) online() bool {
	if a := k.find("online"); a != nil {
		return a.value.(bool)
	}
	if k.entry.New == nil {
		return false
	}
	s, ok := k.entry.New().(ordering)
	return ok && s.InSequence()
}

// sharing returns the kind with data that are loaded once, however often it is built.
func (k *kind) sharing() *kind {
	out := *k
	out.args = slices.Clone(k.args)
	for i, a := range k.args {
		if data, nested := a.value.(*kind); nested && data.group == "datasets" && a.uses(sizeNames) == nil {
			kept := *data
			kept.data = &dataset.Kept{}
			out.args[i].value = &kept
		}
	}
	return &out
}

// shared returns the value of a kind, or the data set in its place that the first build
// has made.
func (k *kind) shared(value any) any {
	if k.data == nil {
		return value
	}
	if k.data.Source == nil {
		k.data.Source = value.(dataset.Source)
	}
	return k.data
}

// upTo returns a pointer to a copy of a problem, for a run of T points if it is a
// sequence.
func upTo(problem any, T int) any {
	pointer := reflect.New(reflect.TypeOf(problem))
	pointer.Elem().Set(reflect.ValueOf(problem))
	if s, ok := pointer.Interface().(ordering); ok {
		s.SetHorizon(T)
	}
	return pointer.Interface()
}
