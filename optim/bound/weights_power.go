package bound

// powerParams is the parameter of theorems on the weights w_t = t^power.
var powerParams = []Param{{Name: "power", Default: 0, Doc: "the weights are t^power, in [-20,20]; 0 is uniform"}}

var knownPower = known(powerParams, "power", interval{lo: -20, hi: 20})

// powered returns the rows of an average for each name that its weights go by.
func powered(rows func(average string) []Row) []Row {
	var out []Row
	for _, name := range []string{"uniform", "t-weighted", "power-weighted"} {
		for _, row := range rows(name) {
			row.When = func(in Input) bool { return averageOf(in.param(powerParams, "power")) == name }
			out = append(out, row)
		}
	}
	return out
}

func averageOf(power float64) string {
	switch power {
	case 0:
		return "uniform"
	case 1:
		return "t-weighted"
	}
	return "power-weighted"
}
