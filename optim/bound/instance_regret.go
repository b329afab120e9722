package bound

import (
	"fmt"
	"math"
)

// WorstRegret returns the instance in the plane on which subgradient descent
// with the given non-increasing steps attains regret-exact, provided that
// eta_1 G <= D. (E9 of the catalogue of bounds.) It starts at x_1 = (D, 0), the
// comparator is u = 0, and no two iterates are further apart than D: no
// projection onto their convex hull, a set of diameter D, ever acts.
//
// The radii d_t = |x_t| stay at D while (T-t) eta_t G >= D. The first other step
// leads to d_{t+1} = max((T-t) eta_t G, D - eta_t G), and from there on all lead
// straight to u. As |x_t-x_{t+1}| = eta_t G, a step from radius d to d' turns by
// the angle phi with cos(phi) = (d^2+d'^2-(eta_t G)^2)/(2 d d'); turns alternate
// in sign, so that the iterates stay close to each other.
func WorstRegret(steps Steps, T int, D, G float64) (Instance, error) {
	if err := validInstance(D, G, T); err != nil {
		return Instance{}, err
	}
	in := Input{Steps: steps, Horizon: T, D: D, G: G}
	if err := nonIncreasingSteps.Check(in); err != nil {
		return Instance{}, fmt.Errorf("the worst instance of regret-exact needs non-increasing steps: %w", err)
	}
	if first := firstStep(in); first*G > D {
		return Instance{}, fmt.Errorf("the worst instance of regret-exact needs eta_1 G <= D, not %g * %g > %g", first, G, D)
	}
	rows := newRows(T, 2)
	walk := planeWalk{x: D, G: G, turn: 1}
	onCircle := true
	for first, block := range forward(in, 1, T) {
		for i, eta := range block {
			t := first + i
			row := rows.Row(t - 1)
			switch left := float64(T-t) * eta * G; {
			case onCircle && left >= D:
				walk.turnTo(row, eta, D)
			case onCircle:
				walk.turnTo(row, eta, left)
				onCircle = false
			default:
				walk.inward(row)
			}
			walk.x -= eta * row[0]
			walk.y -= eta * row[1]
		}
	}
	instance := newInstance(linearLosses(rows), []float64{D, 0}, []float64{0, 0})
	instance.D, instance.G = D, G
	return instance, nil
}

// planeWalk is an iterate in the plane that chooses its own subgradients. Each
// starts from where rounding has left the iterate, so that errors do not add up.
type planeWalk struct {
	x, y float64
	G    float64
	turn float64 // the side of the next turn, 1 or -1
}

// inward writes the subgradient of norm G that leads straight to the origin.
func (w *planeWalk) inward(g []float64) {
	radius := math.Hypot(w.x, w.y)
	g[0], g[1] = w.G*w.x/radius, w.G*w.y/radius
}

// turnTo writes the subgradient of norm G whose step leads from radius d to the
// given radius d', or straight inward if that is out of reach, and changes sides.
// It differs from inward by the angle psi between the radius and the chord
// c = eta G. The law of cosines,
//
//	2 c d (1 - cos psi) = (d'-(d-c)) (d'+(d-c)),
//
// is used for the half-angle, which stays accurate where psi is small.
func (w *planeWalk) turnTo(g []float64, eta, radius float64) {
	w.inward(g)
	d, chord := math.Hypot(w.x, w.y), eta*w.G
	if chord == 0 {
		return
	}
	short := d - chord
	sin := math.Sqrt(max(0, (radius-short)*(radius+short)) / (4 * chord * d)) // of psi/2
	cos := math.Sqrt(1 - sin*sin)
	c, s := (cos-sin)*(cos+sin), w.turn*2*sin*cos
	g[0], g[1] = c*g[0]-s*g[1], s*g[0]+c*g[1]
	w.turn = -w.turn
}
