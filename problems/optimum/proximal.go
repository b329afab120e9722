package optimum

import (
	"math"
	"slices"

	"regret/problems/domain"
	"regret/problems/linear"
)

// proximal is n times the dual of F + (weight/2)|theta - centre|^2 over a set, to
// be minimized over slopes alpha in their intervals: with v = A'alpha/n,
//
//	sum_i phi_i*(alpha_i) + n max over x of -<v, x> - (Ridge/2)|x|^2 - (weight/2)|x - centre|^2.
//
// The maximum is attained at x = Proj((weight centre - v)/(Ridge + weight)), the
// primal point that belongs to alpha. Ridge + weight > 0.
type proximal struct {
	*rowLosses
	model  *linear.Model
	set    domain.Set
	weight float64
	centre []float64

	// The last slopes that were asked for, with their point.
	at, free, x []float64
}

// newProximal starts at the projection of 0 with a weight for which slope 1
// of one row moves its own margin to the kink. It is 0 where the ridge does that.
func newProximal(m *linear.Model, set domain.Set) *proximal {
	p := &proximal{rowLosses: newRowLosses(m), model: m, set: set, centre: make([]float64, m.Dim())}
	set.Project(p.centre)
	const little = 0.01
	if weight := meanSquare(m.Rows) / float64(m.Len()) / p.distance(); !(m.Ridge >= little*weight) {
		p.weight = weight
	}
	return p
}

// distance is the mean distance of the margins at the centre from the kinks.
func (p *proximal) distance() float64 {
	var sum linear.Sum
	for i, kink := range p.kink {
		sum.Add(math.Abs(kink - p.model.Rows.Dot(i, p.centre)))
	}
	return sum.Value() / float64(len(p.kink))
}

func (p *proximal) Dim() int { return p.model.Len() }

// point returns the primal point of alpha. It must not be written.
func (p *proximal) point(alpha []float64) []float64 {
	p.move(alpha)
	return p.x
}

// recentre moves the centre to the point of alpha.
func (p *proximal) recentre(alpha []float64, weight float64) {
	copy(p.centre, p.point(alpha))
	p.weight, p.at = weight, nil
}

// solved says whether the duality gap of the proximal step, which is that of
// the rows, is small against the gap that it is to bring down, or against F.
func (p *proximal) solved(alpha []float64, gap float64) bool {
	const part = 0.05
	rows, _ := rowGap(p.model, p.point(alpha), alpha)
	return p.weight > 0 && rows <= part*min(gap, p.model.Value(p.x))
}

func (p *proximal) move(alpha []float64) {
	if slices.Equal(p.at, alpha) {
		return
	}
	p.at = slices.Clone(alpha)
	n, sum := float64(p.model.Len()), p.model.Ridge+p.weight
	p.free = make([]float64, p.model.Dim())
	addTransposed(p.free, p.model.Rows, alpha)
	for j, v := range p.free {
		p.free[j] = (p.weight*p.centre[j] - v/n) / sum
	}
	p.x = slices.Clone(p.free)
	p.set.Project(p.x)
}

// Value leaves out the constants of the conjugates.
func (p *proximal) Value(alpha []float64) float64 {
	p.move(alpha)
	var rows, rest linear.Sum
	for i, a := range alpha {
		rows.Add(a * (p.kink[i] + p.bend[i]/2*a))
	}
	sum := p.model.Ridge + p.weight
	for j, x := range p.x {
		rest.Add(x * (p.free[j] - x/2))
	}
	return rows.Value() + float64(p.model.Len())*sum*rest.Value()
}

// FullSubgradient writes kink_i + bend_i alpha_i - a_i.x.
func (p *proximal) FullSubgradient(dst, alpha []float64) float64 {
	value := p.Value(alpha)
	for i, a := range alpha {
		dst[i] = -p.excess(i, p.model.Rows.Dot(i, p.x), a)
	}
	return value
}

// HessianTimes writes Diag(bend) w + A J A'w / (n (Ridge + weight)), with J the
// derivative of the projection.
func (p *proximal) HessianTimes(dst, alpha, w []float64) {
	p.move(alpha)
	u := make([]float64, p.model.Dim())
	for i, v := range w {
		if v != 0 {
			p.model.Rows.AddScaled(u, v, i)
		}
	}
	projectionDerivative(p.set, p.free, p.x, u)
	scale := float64(p.model.Len()) * (p.model.Ridge + p.weight)
	for i, v := range w {
		dst[i] = p.bend[i]*v + p.model.Rows.Dot(i, u)/scale
	}
}

// projectionDerivative replaces v by J v for an element J of the generalized
// derivative of the projection at y, x being the projection.
func projectionDerivative(set domain.Set, y, x, v []float64) {
	switch s := set.(type) {
	case domain.Box:
		for j, t := range y {
			if t < s.Lo || t > s.Hi {
				v[j] = 0
			}
		}
	case domain.Ball:
		norm := math.Sqrt(linear.Dot(y, y))
		if norm <= s.Radius {
			return
		}
		along := linear.Dot(y, v) / (norm * norm)
		for j, t := range y {
			v[j] = s.Radius / norm * (v[j] - along*t)
		}
	case domain.Simplex:
		f := simplexFace{boundsFace: &boundsFace{held: make([]bool, len(x))}}
		for j, t := range x {
			f.held[j] = t == 0
			if t > 0 {
				f.free++
			}
		}
		f.project(v)
	}
}
