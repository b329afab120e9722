package population

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
)

// Noise is what is added to a.theta0 to make a target. Whatever its law, its mean
// given a is 0 and its variance over a and itself Deviation^2.
type Noise struct {
	Deviation float64 `param:"noise" doc:"standard deviation of the noise" range:"[0,inf)" default:"1"`
	Law       string  `param:"law" enum:"gaussian|student|multiplicative" doc:"law of the noise: normal; Student's t, heavy-tailed; or normal with a deviation proportional to |a.theta0|" default:"gaussian"`
	Freedom   float64 `param:"freedom" doc:"degrees of freedom of Student's t; moments of this order and above are infinite" range:"(2,inf)" default:"3"`
}

// The laws of noise, e a standard normal variable that is independent of a.
const (
	// Normal noise is Deviation e.
	Normal = "gaussian"
	// Student noise is Deviation sqrt((nu-2)/nu) t, t of Student's law with nu
	// degrees of freedom.
	Student = "student"
	// Multiplicative noise is Deviation (a.theta0/Signal) e: it vanishes with the
	// signal, and its level depends on the sample.
	Multiplicative = "multiplicative"
)

// Validate checks the ranges and the name of the law.
func (n Noise) Validate() error {
	switch {
	case !(n.Deviation >= 0) || math.IsInf(n.Deviation, 1):
		return errors.New("noise must be finite and at least 0")
	case n.Law != Normal && n.Law != Student && n.Law != Multiplicative:
		return fmt.Errorf("law: %q is not one of gaussian, student, multiplicative", n.Law)
	case n.Law == Student && (!(n.Freedom > 2) || math.IsInf(n.Freedom, 1)):
		return errors.New("freedom must be finite and greater than 2")
	}
	return nil
}

// draw returns the noise of a sample; relative is its a.theta0/Signal.
func (n Noise) draw(relative float64, random *rand.Rand) float64 {
	switch n.Law {
	case Student:
		return n.Deviation * math.Sqrt(1-2/n.Freedom) * student(n.Freedom, random)
	case Multiplicative:
		return n.Deviation * relative * random.NormFloat64()
	}
	return n.Deviation * random.NormFloat64()
}

// student draws from Student's law: with u, v uniform on (0, 1),
//
//	sqrt(nu (u^(-2/nu) - 1)) cos(2 pi v).
//
// Source: Bailey (1994), Polar generation of random variates with the
// t-distribution, Math. Comp. 62.
func student(nu float64, random *rand.Rand) float64 {
	u, v := 1-random.Float64(), random.Float64()
	return math.Sqrt(nu*math.Expm1(-2/nu*math.Log(u))) * math.Cos(2*math.Pi*v)
}
