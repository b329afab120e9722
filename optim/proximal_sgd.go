package optim

import "regret/problems/linear"

// Composite is an objective whose terms are f_i = h_i + k|x|_1. Split returns
// the objective of the h_i, on the same data, and k.
type Composite interface {
	Objective
	Split() (losses *linear.Model, k float64)
}

// Shrinker is a set that knows the proximal step of k|x|_1: after
// Shrink(x, k), Project leads to the minimizer over the set of
// |x'-x|^2/2 + k|x'|_1.
type Shrinker interface {
	Set
	Shrink(x []float64, k float64)
}

// Splitting is a method that takes the parts of a composite objective apart.
type Splitting interface {
	Method
	// Split returns what a run of the method on the objective needs: the
	// objective whose subgradients g_t it takes, whose values are those of the
	// whole, and the method for them.
	Split(Objective) (Objective, Method)
}

// ProximalSGD is the stochastic proximal subgradient method: with
// f_t = h_t + r, r = k|x|_1, and g_t a subgradient of h_t at theta_t,
//
//	theta_{t+1} = argmin |x - (theta_t - eta_t g_t)|^2/2 + eta_t r(x)  over x in the set.
//
// A ridge term is a part of h_t. Iterates have exact zeros, and the kinks of r
// add nothing to g_t. Without an L1 term it is SGD. The g_t that a run records are
// those of h_t. Source: Duchi and Singer (2009), "FOBOS"; with mirror maps, Duchi,
// Shalev-Shwartz, Singer and Tewari (2010).
type ProximalSGD struct {
	weight float64 // k, known after Split
}

// Split takes a Composite objective apart, and leaves others whole.
func (p ProximalSGD) Split(o Objective) (Objective, Method) {
	c, ok := o.(Composite)
	if !ok {
		return o, p
	}
	losses, k := c.Split()
	if k == 0 {
		return o, p
	}
	return composite{losses, k}, ProximalSGD{k}
}

// Step overwrites theta_t with theta_{t+1}. It panics on an L1 term if the set
// is no Shrinker.
func (p ProximalSGD) Step(theta, g []float64, eta float64, set Set) {
	for j, gj := range g {
		theta[j] -= eta * gj
	}
	if p.weight != 0 {
		s, ok := set.(Shrinker)
		if !ok {
			panic("optim: the set has no proximal step for an L1 term")
		}
		s.Shrink(theta, eta*p.weight)
	}
	set.Project(theta)
}

// Validate returns nil: there are no parameters.
func (ProximalSGD) Validate() error { return nil }

// composite has the subgradients of the losses and the values of the whole.
type composite struct {
	*linear.Model
	k float64
}

func (c composite) Subgradient(dst, theta []float64, i int) float64 {
	return c.Model.Subgradient(dst, theta, i) + c.k*linear.Norm1(theta)
}

func (c composite) FullSubgradient(dst, theta []float64) float64 {
	return c.Model.FullSubgradient(dst, theta) + c.k*linear.Norm1(theta)
}

func (c composite) Value(theta []float64) float64 {
	return c.Model.Value(theta) + c.k*linear.Norm1(theta)
}
