package optim

// SGD is projected stochastic (sub)gradient descent,
//
//	theta_{t+1} = Proj(theta_t - eta_t g_t).
//
// On the whole space the projection is the identity. Source: Robbins and Monro
// (1951) for the method; Zinkevich (2003) for its online form.
type SGD struct{}

// Step overwrites theta_t with theta_{t+1}.
func (SGD) Step(theta, g []float64, eta float64, set Set) {
	for j, gj := range g {
		theta[j] -= eta * gj
	}
	set.Project(theta)
}

// Validate returns nil: there are no parameters.
func (SGD) Validate() error { return nil }
