package catalogue

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Param is one parameter of a kind, as the tags of its struct field say.
type Param struct {
	Name     string
	Doc      string
	Default  string // as YAML writes it; meaningless if Required
	Required bool
	Range    Interval // of the number, or of every entry of a list
	Enum     []string // the values that a string may take
	Group    string   // the value is itself a kind of this group
	Scale    bool     // steps are proportional to it
	Path     bool     // a file's name, relative to the configuration
	Type     reflect.Type
	Index    []int // of the field, for reflect.Value.FieldByIndex
}

// refusing is met by kinds that embed parameters which mean nothing to them.
type refusing interface {
	// Refuses says why, by the parameter's name.
	Refuses() map[string]string
}

// Params lists the parameters of a kind, given a pointer to its struct, in the
// order of its fields. The first one is the principal parameter. Fields of
// anonymous embedded structs are inlined, but for those that the kind refuses; fields
// without a param tag are not parameters. A malformed tag panics, and so does a
// parameter that is refused and not there.
func Params(v any) []Param {
	t := reflect.TypeOf(v)
	if t == nil || t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct {
		panic(fmt.Sprintf("catalogue: Params of %T, want a pointer to a struct", v))
	}
	params := structParams(t.Elem(), nil)
	for name := range refusals(v) {
		at := slices.IndexFunc(params, func(p Param) bool { return p.Name == name })
		if at < 0 {
			panic(fmt.Sprintf("catalogue: %T refuses %s, which is no parameter of it", v, name))
		}
		params = slices.Delete(params, at, at+1)
	}
	return params
}

// refusals says why a kind refuses parameters that it embeds.
func refusals(v any) map[string]string {
	if r, ok := v.(refusing); ok {
		return r.Refuses()
	}
	return nil
}

func structParams(t reflect.Type, prefix []int) []Param {
	var out []Param
	for i := range t.NumField() {
		field := t.Field(i)
		index := append(append([]int(nil), prefix...), i)
		if field.Anonymous && field.Type.Kind() == reflect.Struct {
			out = append(out, structParams(field.Type, index)...)
			continue
		}
		if name, ok := field.Tag.Lookup("param"); ok {
			out = append(out, fieldParam(t, field, name, index))
		}
	}
	return out
}

func fieldParam(owner reflect.Type, field reflect.StructField, name string, index []int) Param {
	tag := field.Tag
	p := Param{
		Name:  name,
		Doc:   tag.Get("doc"),
		Group: tag.Get("group"),
		Scale: tag.Get("scale") == "true",
		Path:  tag.Get("path") == "true",
		Type:  field.Type,
		Index: index,
	}
	var hasDefault bool
	p.Default, hasDefault = tag.Lookup("default")
	p.Required = !hasDefault
	if enum := tag.Get("enum"); enum != "" {
		p.Enum = strings.Split(enum, "|")
	}
	if text := tag.Get("range"); text != "" {
		in, err := ParseInterval(text)
		if err != nil {
			panic(fmt.Sprintf("catalogue: %s.%s: %v", owner, field.Name, err))
		}
		p.Range = in
	}
	if !supported(p) {
		panic(fmt.Sprintf("catalogue: %s.%s: no parameter can have the type %s", owner, field.Name, field.Type))
	}
	return p
}

// ListsText says whether the parameter is a list of strings.
func (p Param) ListsText() bool {
	return p.Type.Kind() == reflect.Slice && p.Type.Elem().Kind() == reflect.String
}

// supported says whether the decoder can set a field of the parameter's type.
func supported(p Param) bool {
	switch p.Type.Kind() {
	case reflect.Float64, reflect.Int, reflect.Bool, reflect.String:
		return true
	case reflect.Slice:
		return p.Type.Elem().Kind() == reflect.Float64 || p.ListsText()
	case reflect.Interface:
		return p.Group != ""
	}
	return false
}
