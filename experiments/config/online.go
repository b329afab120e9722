package config

import "reflect"

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
