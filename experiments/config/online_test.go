package config

import (
	"context"
	"testing"

	"gopkg.in/yaml.v3"

	"regret/problems"
	"regret/problems/dataset"
)

// All horizons of a sequence have one source of data, which loads them once.
func TestSequencesAreLoadedOnce(t *testing.T) {
	f := &file{document: document{file: "x.yaml"}, ctx: context.Background(), horizons: []int{20, 80}}
	root := f.parse([]byte("{kind: squared, data: {drifting: {rows: 80, dim: 2}}, domain: {ball: 1}, ridge: 1/n, online: true}"))
	f.entries(&yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{root}}, "problems", &f.problems)
	s, bad := f.newSource(f.problems[0])
	if bad != nil {
		t.Fatal(bad)
	}
	var data []dataset.Source
	for _, T := range f.horizons {
		b, bad := s.byHorizon[T].kind.build(environment{}.with("n", float64(T)))
		if bad != nil {
			t.Fatal(bad)
		}
		data = append(data, b.value.(problems.Squared).Data)
	}
	if kept, ok := data[0].(*dataset.Kept); !ok || data[0] != data[1] {
		t.Errorf("the sources are %T and %T, want one that is kept", kept, data[1])
	}
}
