package problems

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"

	"regret/problems/dataset"
	"regret/problems/domain"
	"regret/problems/linear"
	"regret/problems/optimum"
)

// Multinomial is logistic regression with K classes, all of them free: theta
// holds a vector W_k for each, the labels in ascending order. With two classes
// it is Logistic in twice as many parameters.
type Multinomial struct {
	FiniteSum
}

// Refuses says why parameters of FiniteSum mean nothing here.
func (Multinomial) Refuses() map[string]string {
	return map[string]string{
		"positive": "all labels are classes here; take logistic for one against the rest",
		"l1":       "no minimum with that term can be certified here; take logistic for one class against the rest",
	}
}

// Validate asks for what FiniteSum asks, and for nothing that is refused.
func (p Multinomial) Validate() error {
	switch refused := p.Refuses(); {
	case p.Positive != "":
		return errors.New("positive: " + refused["positive"])
	case p.L1 != 0:
		return errors.New("l1: " + refused["l1"])
	}
	return p.FiniteSum.Validate()
}

// Build loads the data, finds the certified minimizer and the constants.
func (p Multinomial) Build(ctx context.Context, optima *optimum.Store) (*Problem, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	data, err := p.prepare(dataset.TwoClass)
	if err == nil {
		data, err = p.rows(data)
	}
	if err != nil {
		return nil, err
	}
	model, err := softmaxOf(data, p.Ridge)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", data.Name, err)
	}
	set := p.set()
	prepared := append(data.Prepared, "labels: "+data.ClassNumbers())
	key := fmt.Sprintf("multinomial %s ridge %x %T%+v", data.Digest(), p.Ridge, set, set)
	best, err := optima.Find(key, func() (optimum.Certificate, error) {
		return optimum.MinimizeSoftmax(ctx, model, set)
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", data.Name, err)
	}
	start := origin(set, model.Dim())
	problem := &Problem{
		Objective: model, Domain: set, Start: start, Optimum: best,
		Constants: softmaxConstants(model, set, start, best.Theta),
		Content:   data.Digest(),
		Prepared:  prepared,
		Formula:   softmaxFormula(model, p.Online, p.definitions(data, dataset.TwoClass)),
	}
	if p.Online {
		inSequence(problem, p.Ridge)
	}
	return problem, nil
}

// softmaxFormula is F in LaTeX, or the loss of a step.
func softmaxFormula(m *linear.Softmax, online bool, definitions []string) string {
	f := `F(\theta)=\frac1n\sum_{i=1}^n`
	if online {
		f = `f_i(\theta)=`
	}
	f += `\Bigl[\log\sum_{k=1}^K e^{z_{ik}}-z_{iy_i}\Bigr]`
	where := append([]string{fmt.Sprintf(`z_{ik}=a_i^\top\theta_k,\ K=%d`, m.K)}, definitions...)
	if m.Ridge != 0 {
		f += `+\frac{\lambda}{2}\|\theta\|^2`
		where = append(where, `\lambda=`+texNumber(m.Ridge))
	}
	if online {
		where = append(where, `i=1,\dots,T`)
	}
	return texWhere(f, where)
}

// softmaxOf numbers the labels.
func softmaxOf(data *dataset.Data, ridge float64) (*linear.Softmax, error) {
	labels := slices.Compact(slices.Sorted(slices.Values(data.Y)))
	const most = 1000 // more are targets of a regression
	if len(labels) < 2 || len(labels) > most {
		return nil, fmt.Errorf("between 2 and %d classes are needed, but there are %d labels", most, len(labels))
	}
	class := make([]int, len(data.Y))
	for i, y := range data.Y {
		class[i], _ = slices.BinarySearch(labels, y)
	}
	return &linear.Softmax{Rows: data.Rows, Class: class, K: len(labels), Ridge: ridge}, nil
}

// softmaxConstants uses that |p - e_y| <= sqrt(2), approached as p tends to
// another vertex, and that the Hessian of log sum exp is below half of the
// projector onto the vectors of sum 0 (Boehning, Annals of the Institute of
// Statistical Mathematics 44, 1992).
func softmaxConstants(m *linear.Softmax, set domain.Set, start, u []float64) map[string]Constant {
	var longest float64
	var squares linear.Sum
	for i := range m.Len() {
		square := m.Rows.SquaredNorm(i)
		longest = max(longest, math.Sqrt(square))
		squares.Add(square)
	}
	largest := spectrumOf(m.Rows, nil).largest
	gradient := Constant{math.Sqrt2 * longest, Certified, "sqrt(2) max|a_i|"}
	if m.Ridge > 0 {
		gradient = Constant{gradient.Value + m.Ridge*set.Norm(m.Dim()), Certified, "sqrt(2) max|a_i| + ridge * sup|theta|"}
	}
	largestRow := Constant{longest*longest/2 + m.Ridge, Certified, "max|a_i|^2/2 + ridge"}
	return map[string]Constant{
		"n": {float64(m.Len()), Exact, "number of rows"},
		"d": {float64(m.Dim()), Exact, "number of parameters, classes times features"},
		"D": diameter(set, m.Dim()),
		"R": startDistance(start, u),
		"G": gradient,
		"sigma": {math.Sqrt(2 * squares.Value() / float64(m.Len())), Certified,
			"sqrt(2 mean|a_i|^2), as E|g - grad F|^2 <= E|g|^2 and the ridge cancels in g - grad F"},
		"L":          {largest/2 + m.Ridge, Certified, "lambda_max(A'A/n)/2 + ridge"},
		"Lmax":       largestRow,
		"Lexp":       expectedSmoothness(largestRow),
		"sigma_star": {NoiseAt(m, nil, u), Exact, "sqrt(mean_i |grad f_i(u)|^2 - |grad F(u)|^2), u the certified minimizer"},
		"mu":         {m.Ridge, Certified, "ridge"},
	}
}
