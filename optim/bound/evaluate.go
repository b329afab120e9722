package bound

import (
	"errors"
	"fmt"
	"math"
	"strings"
)

// Result is a theorem evaluated at the horizon of one input. Quantity and
// average are those of the theorem's first row on it; values are per step. Where the
// theorem does not apply, Why says so and the numbers are NaN.
type Result struct {
	ID             string   `json:"id"`
	Ref            string   `json:"ref"`
	Quantity       string   `json:"quantity"`
	Average        string   `json:"average,omitempty"`
	Kind           Kind     `json:"kind"`
	Applies        bool     `json:"applies"`
	Why            string   `json:"why"`
	Value          Number   `json:"value"` // +Inf where the bound is vacuous
	Terms          []Number `json:"terms"` // in the order of the theorem's TermNames
	BestScale      Number   `json:"best_scale"`
	BestValue      Number   `json:"best_value"`
	RatioToMinimax Number   `json:"ratio_to_minimax"` // Value over the minimax value
}

// Evaluate evaluates a theorem at T = in.Horizon: assumptions, terms and best scale
// share their sweeps, also with other theorems if the input is one of [Share]. A theorem that needs a run
// takes in.Observed[0] for that of the whole run.
func Evaluate(th *Theorem, in Input) Result {
	first := th.RowsOn(in)[0]
	nan := Number(math.NaN())
	result := Result{
		ID: th.ID, Ref: th.Ref, Quantity: first.Quantity, Average: first.Average, Kind: th.Kind,
		Value: nan, Terms: []Number{}, BestScale: nan, BestValue: nan, RatioToMinimax: nan,
	}
	if _, ok := in.Steps.(*shared); !ok && in.Horizon >= 1 {
		in = Share(in, []int{in.Horizon}, th.Readings(in))
	}
	if err := th.Applies(in); err != nil {
		result.Why = err.Error()
		return result
	}
	result.Applies = true
	result.Kind = th.KindOf(first, in)
	value := 0.0
	for _, term := range th.Terms(in, []int{in.Horizon})[0] {
		value += term
		result.Terms = append(result.Terms, Number(term))
	}
	result.Value = Number(value)
	if th.Best != nil {
		scale, best := th.Best(in)
		result.BestScale, result.BestValue = Number(scale), Number(best)
	}
	if th.Minimax != nil {
		result.RatioToMinimax = Number(value / th.Minimax(in))
	}
	return result
}

// Applies returns nil if every assumption of the theorem holds on the input,
// and otherwise names all that fail, each with the first t where it does.
func (th *Theorem) Applies(in Input) error {
	if in.Horizon < 1 {
		return fmt.Errorf("the horizon T = %d is below 1", in.Horizon)
	}
	var failures []string
	for _, need := range th.Needs {
		if err := need.Check(in); err != nil {
			failures = append(failures, need.Name+": "+err.Error())
		}
	}
	if failures == nil {
		return nil
	}
	return errors.New(strings.Join(failures, "; "))
}

// KindOf returns the kind of one row of the theorem on an input to which it
// applies: exact rows of a theorem that is not sharp there are upper bounds.
func (th *Theorem) KindOf(row Row, in Input) Kind {
	if row.Kind != "" {
		return row.Kind
	}
	if th.Kind == ExactSup && th.Sharp != nil && !th.Sharp(in) {
		return Upper
	}
	return th.Kind
}

// RowsOn returns the rows of which the theorem speaks on an input.
func (th *Theorem) RowsOn(in Input) []Row {
	var rows []Row
	for _, row := range th.Rows {
		if row.When == nil || row.When(in) {
			rows = append(rows, row)
		}
	}
	return rows
}
