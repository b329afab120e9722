package cli_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// check is a number computed elsewhere: with 40 digits, by a semidefinite program,
// or by another program.
type check struct {
	ID       string         `json:"bound_id"`
	Inputs   map[string]any `json:"inputs"`
	Expected string         `json:"expected"`
}

// command is how `regret bound` answers a check. In args, {name} stands for an input
// of the check.
type command struct {
	id, args  string
	schedule  string  // where the check's own steps are not the schedule
	factor    float64 // 0 is 1; NaN is T, for sums over time
	best      bool    // the best value is asked for
	tolerance float64 // 0 is 1e-10
}

var sum = math.NaN()

var commands = map[string]command{
	"zinkevich_regret":        {id: "zinkevich", args: "--horizon {T} --D {D} --G {G}", factor: sum},
	"regret_any_eta_bounded":  {id: "regret-any-eta", args: "--horizon {T} --D {D} --G {G}", factor: sum},
	"wavg_any_eta":            {id: "weighted-average", args: "--horizon {T} --R {R} --G {G}"},
	"wavg_opt":                {id: "weighted-average", args: "--horizon {T} --R {R} --gradient-norms {G_t}", schedule: "1/(t+1)^2", best: true},
	"const_avg_exact":         {id: "const-average", args: "--horizon {T} --R {R} --G {G}"},
	"uniform_avg_unbounded":   {id: "uniform-average", args: "--horizon {T} --R {R} --G {G}"},
	"suffix_bounded":          {id: "suffix-bounded", args: "--horizon {T} --D {D} --G {G} --param fraction=1-{s}/T"},
	"weighted_bounded_domain": {id: "polynomial-decay", args: "--horizon {T} --D {D} --G {G} --param gamma=3"},
	"orabona_last":            {id: "last-orabona", args: "--horizon {T} --R {R} --G {G}"},
	"omega_last":              {id: "last-omega", args: "--horizon {T} --R {R} --G {G}"},
	"last_exact":              {id: "last-exact", args: "--horizon {T} --R {R} --G {G}"},
	"last_exact_tuned":        {id: "last-exact", args: "--horizon {T} --R {R} --G {G}", best: true},
	"zg_const_opt_value":      {id: "last-constant", args: "--horizon 50 --R {R} --G {B}", schedule: "1", best: true},
	"w_form":                  {id: "w-form", args: "--horizon {T} --R {R} --G {G} --param power=1", schedule: "0.1*t*(T*(T+1)-t*(t+1))/(T*(T+1))"},
	"shamir_zhang_last":       {id: "last-shamir-zhang", args: "--horizon {T} --D {D} --G {G}", schedule: "{c}/sqrt(t)"},
	"schedule_free":           {id: "schedule-free", args: "--horizon {T} --R {R} --G {G}", schedule: "{gamma}"},
	"azuma_avg":               {id: "azuma-average", args: "--horizon {T} --R {R} --D {D} --G {G} --param delta={delta}"},
	"minimax_lower":           {id: "minimax-lower", args: "--horizon {T} --R {R} --G {G}", schedule: "1"},
	"best_iterate":            {id: "best-iterate", args: "--horizon {T} --R {R} --G {G}", tolerance: 1e-7}, // as its note says
	"pep_best_iterate":        {id: "best-iterate", args: "--horizon {T} --R {R} --G {G}", tolerance: 5e-8}, // a semidefinite program
	"regret_exact":            {id: "regret-exact", args: "--horizon {T} --D {D} --G {G}", factor: sum},
	"weighted_exact":          {id: "weighted-exact", args: "--horizon {T} --R {R} --G {G} --param power={w}"},
	"regret_any_steps":        {id: "regret-any-steps", args: "--horizon {T} --D {D} --G {G}", factor: sum},

	"sc_hazan":          {id: "strongly-convex-hazan", args: "--horizon {T} --mu {mu} --G {G}", schedule: "1/(mu*t)"},
	"sc_lsb_sharp":      {id: "strongly-convex-weighted-t-sharp", args: "--horizon {T} --mu {mu} --G {G}", schedule: "2/(mu*(t+1))"},
	"sc_suffix_rakhlin": {id: "strongly-convex-suffix-rakhlin", args: "--horizon {T} --mu {mu} --G {G} --param fraction={alpha}", schedule: "1/(mu*t)"},
	"last_rho_mu":       {id: "strongly-convex-last", args: "--horizon {T} --mu {mu} --G {G} --R {R}"},
	"smooth_wavg":       {id: "smooth-weighted-average", args: "--horizon {T} --D inf --R {R} --L {L} --sigma {sigma}"},
	"bcn46":             {id: "bottou-curtis-nocedal-constant", args: "--horizon {k} --D inf --L {L} --mu {c} --param M={M} --param gap1={gap1} --param descent={mu}", schedule: "{alpha}"},
	"pl_recursion":      {id: "pl-recursion", args: "--horizon 31 --D inf --L {L} --mu {c} --sigma {sigma} --param gap1={gap1}"},
	"gower_decreasing": {id: "gower-decreasing", args: "--horizon 201 --D inf --Lmax {Lcal} --mu {mu} --R 2 --param sigma_star=sqrt({sigma2})",
		schedule: "t-1<4*ceil(Lmax/mu)?1/(2*Lmax):(2*t-1)/(t^2*mu)"},
	"sgd_one_step":   {id: "sgd-one-step", args: "--horizon 2 --D inf --Lmax {L} --R {R} --param sigma_star={v} --param mu-rows={mu}", schedule: "{gamma}"},
	"gd_const_tight": {id: "gradient-descent-constant", args: "--horizon 7 --D inf --L {L} --R {R}", schedule: "{h}"},
	"bach_moulines":  {id: "bach-moulines", args: "--horizon {n} --D inf --R {dist0} --param Rx=sqrt({R2}) --param noise={sigma} --param dimension={d}", schedule: "{gamma}"},
	"adagrad_norm":   {id: "adagrad-norm", args: "--horizon 6 --D {D} --gradient-norms sqrt({sum_g2}/6)", schedule: "1", factor: 6},
	"eg_regret":      {id: "exponentiated-gradient", args: "--horizon {T} --param dimension={d} --param Ginf={Ginf}", factor: sum},
	"ftrl_regret":    {id: "ftrl", args: "--horizon {T} --R {R} --G {G}", factor: sum},
	"kt_potential":   {id: "coin-betting-wealth", args: "--horizon {T} --G 1 --param sum={S} --param wealth={eps}", schedule: "1"},
}

// noCommand are the checks that `regret bound` does not answer, and why.
var noCommand = map[string]string{
	"zinkevich_invsqrt_avg":  "puts 2 sqrt(T)-1 for the sum of 1/sqrt(t), which zinkevich sums",
	"polydecay_weight":       "is a weight of an average, no bound",
	"refined_steps":          "is a step of a schedule, no bound",
	"harvey_convex_instance": "is the loss of a run on an instance, no bound",
	"harvey_sc_instance":     "is the loss of a run on an instance, no bound",
}

// stepFormulas are the texts of the checks' steps that are no formulas of ours.
var stepFormulas = map[string]string{
	"0.2(T-t)/T": "0.2*(T-t)/T", "0.12(T+1-t)/(T+1)": "0.12*(T+1-t)/(T+1)", "0.3 const": "0.3", "0.05 const": "0.05",
	"0.02 const": "0.02", "0.054249192926301114 const": "0.054249192926301114", "warmup 0.3 min(1,t/5)": "0.3*min(1,t/5)",
	"constant": "1", "wsd min(1,(T-t)/(0.2T))": "min(1,(T-t)/(0.2*T))", "1/(mu t)": "1/(mu*t)",
}

func TestBoundAnswersTheChecks(t *testing.T) {
	text, err := os.ReadFile("testdata/checks.json")
	if err != nil {
		t.Fatal(err)
	}
	var checks []check
	if err := json.Unmarshal(text, &checks); err != nil {
		t.Fatal(err)
	}
	answered := 0
	for _, c := range checks {
		command, ok := commands[c.ID]
		if _, excused := noCommand[c.ID]; ok == excused {
			t.Errorf("%s: a command %v, an excuse %v", c.ID, ok, excused)
		}
		if ok {
			answered++
			c.compare(t, command)
		}
	}
	if want := len(checks) - len(noCommand); answered != want || want < 48 {
		t.Errorf("%d of %d checks answered, want %d", answered, len(checks), want)
	}
}

// compare runs the command of a check.
func (c check) compare(t *testing.T, command command) {
	t.Helper()
	p := bounds(t, c.fill(command.args)+" "+c.steps(command)+" --id "+command.id)
	if !p.Bounds[0].Applies {
		t.Errorf("%s: %+v", c.ID, p.Bounds[0])
		return
	}
	got, tolerance := p.Bounds[0].Value, 1e-10
	if command.best {
		got = p.Bounds[0].BestValue
	}
	switch {
	case math.IsNaN(command.factor):
		got *= c.Inputs["T"].(float64)
	case command.factor != 0:
		got *= command.factor
	}
	if command.tolerance != 0 {
		tolerance = command.tolerance
	}
	want, err := strconv.ParseFloat(c.Expected, 64)
	if err != nil || !(math.Abs(got-want) <= tolerance*want) {
		t.Errorf("%s of %v: %.15g, want %s", c.ID, c.Inputs, got, c.Expected)
	}
}

// fill puts the inputs of the check in the places of their names.
func (c check) fill(args string) string {
	for name, x := range c.Inputs {
		text := fmt.Sprint(x)
		if name == "w" { // the power of the weights
			text = map[string]string{"1": "0", "t": "1"}[text]
		}
		args = strings.ReplaceAll(args, "{"+name+"}", text)
	}
	return args
}

// steps are those of the command, or of the check.
func (c check) steps(command command) string {
	if command.schedule != "" {
		return "--schedule " + c.fill(command.schedule)
	}
	for _, key := range []string{"eta", "eta_1_to_11", "shape"} {
		switch steps := c.Inputs[key].(type) {
		case string:
			if formula, ok := stepFormulas[steps]; ok {
				steps = formula
			}
			return "--schedule " + steps
		case []any:
			return "--steps " + strings.ReplaceAll(strings.Trim(fmt.Sprint(steps), "[]"), " ", ",")
		}
	}
	return ""
}
