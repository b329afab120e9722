package report

// quantityText says what a quantity is, for axes and tables.
type quantityText struct {
	label string // with the markup of package figure
	// rate: the quantity falls like one over the square root in the theory of
	// convex Lipschitz functions, so a guide of slope -1/2 means something.
	rate bool
}

var quantityTexts = map[string]quantityText{
	"average-loss":         {"running-average loss, (1/t) Σ_{s≤t} f_{s}(θ_{s})  [loss per step]", false},
	"average-regret":       {"average regret, (1/t) Σ_{s≤t} [f_{s}(θ_{s}) − f_{s}(u)]  [loss per step]", true},
	"gap-last":             {"gap of the last iterate, F(θ_{t}) − F(u)  [loss]", true},
	"gap-average":          {"gap of the average, F(avg θ) − F(u)  [loss]", true},
	"gap-best":             {"best gap so far, min_{s≤t} F(θ_{s}) − F(u)  [loss]", true},
	"distance":             {"distance |θ_{t} − u|  [parameter]", false},
	"gradient-norm":        {"|∇F(θ_{t})|  [loss per parameter]", false},
	"sample-gradient-norm": {"|g_{t}|  [loss per parameter]", false},
	"step":                 {"step η_{t}", false},
}

// label is the axis label of a quantity, with its average where it has one.
func label(quantity, average string) string {
	text, ok := quantityTexts[quantity]
	if !ok {
		text.label = quantity
	}
	if quantity == "gap-average" && average != "" {
		return text.label + ", " + average + " average"
	}
	return text.label
}
