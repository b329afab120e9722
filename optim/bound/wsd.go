package bound

import (
	"fmt"
	"math"
)

var wsdParams = []Param{{Name: "T0", Default: math.NaN(), Doc: "the last step before the cooldown, a whole number in [2,T-1]"}}

// wsd is the bound on the last iterate of warmup-stable-decay without warmup (A12),
//
//	eta_t = gamma min(1, (T+1-t)/(T+1-T_0)),
//
// whose sum is gamma (T+T_0)/2. It bounds last-omega from above: that is
// D^2/((T+T_0) gamma) + gamma G^2 b with b = (1/2) [eta_T + sum_{k<T} eta_k^2/S_{k+1}]/gamma, and the
// theorem replaces b by the bracket X of harmonic numbers. Printed is the value at
// the best gamma, D G sqrt(4X/(T+T_0)).
var wsd = Theorem{
	ID:    "wsd",
	Ref:   "A12",
	Title: "The last iterate of constant steps with a linear cooldown",
	Statement: `F(x_T)-F^\star\le\frac{D^2}{(T+T_0)\gamma}+\gamma G^2X\quad\text{for}\quad` +
		`\eta_t=\gamma\min\Bigl\{1,\frac{T+1-t}{T+1-T_0}\Bigr\},\quad X=\frac23+\frac{T+2T_0}{3(T+T_0)}+H_{T+T_0-2}-H_{T-T_0+1}` +
		`-\frac{(T-T_0)(T_0-1)}{3(T-T_0+2)(T+T_0)}+\frac1{(T-T_0)^2}+\frac{H_{T-T_0-1}}{T-T_0+1}`,
	Kind: Upper,
	Rows: lastRows,
	Needs: []Assumption{convexLosses, boundedDomain, boundedSubgradients, cooldownStart,
		proportional("gamma min(1, (T+1-t)/(T+1-T0))", `\eta_t=\gamma\min\{1,(T+1-t)/(T+1-T_0)\}`, wsdShape)},
	Constants: []string{"D", "G"},
	Params:    wsdParams,
	TermNames: []string{`\frac{D^2}{(T+T_0)\gamma}`, `\gamma G^2X`},
	Terms:     func(in Input, at []int) [][]float64 { return atHorizon(in, at, wsdTerms(in)) },
	Best: func(in Input) (scale, value float64) {
		terms := wsdTerms(in)
		return balance(terms[0], terms[1])
	},
	Minimax:   minimaxGap,
	Citation:  schaipp2025.at("bound on the schedule wsd"),
	Tightness: `Never below last-omega. In simulations the gap came to 0.40 of it.`,
	Caveat: `Known from the code of the authors, whose tests it agrees with. That $X$ bounds the sum in last-omega ` +
		`was checked for all $T$ up to 120 and $T_0$ from 2 on; for $T_0=1$ it falls below it by up to 2.5 per cent, and ` +
		`that case is refused. Stated for $D$; $R=|x_1-x^\star|$ would do. Before $T$ the value is infinite.`,
}

var cooldownStart = Assumption{
	Name:  "known T0",
	LaTeX: `T_0\in\{2,\dots,T-1\}`,
	Check: func(in Input) error {
		switch start := in.param(wsdParams, "T0"); {
		case math.IsNaN(start):
			return fmt.Errorf("T0 is not given")
		case start != math.Trunc(start) || start < 2 || start > float64(in.Horizon-1):
			return fmt.Errorf("T0 = %g is not a whole number in [2,%d]", start, in.Horizon-1)
		}
		return nil
	},
}

func wsdShape(in Input) Steps {
	start := in.param(wsdParams, "T0")
	return shapeFunc(func(t, T int) float64 {
		end := float64(T + 1)
		return min(1, (end-float64(t))/(end-start))
	})
}

func wsdTerms(in Input) []float64 {
	T, start, gamma := float64(in.Horizon), in.param(wsdParams, "T0"), firstStep(in)
	down := T - start
	x := 2.0/3 + (T+2*start)/(3*(T+start)) +
		harmonicBetween(down+2, T+start-2) -
		down*(start-1)/(3*(down+2)*(T+start)) +
		1/(down*down) + harmonicBetween(1, down-1)/(down+1)
	return []float64{quotient(in.D*in.D, (T+start)*gamma), gamma * in.G * in.G * x}
}

// harmonicBetween returns 1/from + ... + 1/to, from the small terms on.
func harmonicBetween(from, to float64) float64 {
	sum := 0.0
	for k := to; k >= from; k-- {
		sum += 1 / k
	}
	return sum
}
