package report

// quantityText says what a quantity is, for axes and tables.
type quantityText struct {
	label string // with the markup of package figure
	// rate: the quantity falls like one over the square root in the theory of
	// convex Lipschitz functions, so a guide of slope -1/2 means something.
	rate bool
	// linear: logarithmic axes would hide what is to be seen.
	linear bool
}

var quantityTexts = map[string]quantityText{
	"average-loss":         {label: "running-average loss, (1/t) Σ_{s≤t} f_{s}(θ_{s})  [loss per step]"},
	"average-regret":       {label: "average regret, (1/t) Σ_{s≤t} [f_{s}(θ_{s}) − f_{s}(u)]  [loss per step]", rate: true},
	"gap-last":             {label: "gap of the last iterate, F(θ_{t}) − F(u)  [loss]", rate: true},
	"gap-average":          {label: "gap of the average, F(avg θ) − F(u)  [loss]", rate: true},
	"gap-best":             {label: "best gap at the checkpoints so far, min F(θ_{s}) − F(u)  [loss]", rate: true},
	"distance":             {label: "distance |θ_{t} − u|  [parameter]"},
	"squared-distance":     {label: "squared distance |θ_{t} − u|^{2}  [parameter^{2}]"},
	"gradient-norm":        {label: "|∇F(θ_{t})|  [loss per parameter]"},
	"sample-gradient-norm": {label: "|g_{t}|  [loss per parameter]"},
	"step":                 {label: "step η_{t}", linear: true},
}

// several stands for the average of a plot that shows more than one.
const several = "several"

// label is the axis label of a quantity, with its average where it has one.
func label(quantity, average string) string {
	text, ok := quantityTexts[quantity]
	if !ok {
		text.label = quantity
	}
	switch {
	case average == "", average == several && quantity == "gap-average":
	case quantity == "gap-average":
		return text.label + ", " + average + " average"
	case average == several:
		return "weighted mean of " + weightless[quantity]
	case average != "uniform":
		return average + " mean of " + weightless[quantity]
	}
	return text.label
}

// average is the one that the panel's curves share, or several.
func (p *panel) average() string {
	first := p.curves[0].Average
	for _, c := range p.curves {
		if c.Average != first {
			return several
		}
	}
	return first
}

// weightless is what is averaged, for averages other than the plain one.
var weightless = map[string]string{
	"average-loss":   "f_{s}(θ_{s}), s ≤ t  [loss per step]",
	"average-regret": "f_{s}(θ_{s}) − f_{s}(u), s ≤ t  [loss per step]",
}
