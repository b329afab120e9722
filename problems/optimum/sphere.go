package optimum

import (
	"math"

	"regret/problems/linear"
)

// sphere is the ball |theta| <= radius: its face is the sphere where the
// gradient pushes outwards, and else the inside.
type sphere struct{ radius float64 }

// onSphere is the part of the radius that counts as all of it.
const onSphere = 1 - 1e-12

func (s sphere) face(theta, gradient []float64) face {
	norm := math.Sqrt(linear.Dot(theta, theta))
	pressure := -linear.Dot(theta, gradient) / (norm * norm) // the multiplier
	if norm >= onSphere*s.radius && pressure > 0 {
		return sphereFace{theta, s.radius, norm, pressure}
	}
	return inside{theta, s.radius}
}

// sphereFace are the tangents to the sphere at theta. F grows along a great
// circle like a quadratic of the Hessian plus the multiplier.
type sphereFace struct {
	theta                  []float64
	radius, norm, pressure float64
}

func (f sphereFace) project(v []float64) {
	addScaled(v, -linear.Dot(v, f.theta)/(f.norm*f.norm), f.theta)
}

func (f sphereFace) shift() float64 { return f.pressure }

func (f sphereFace) walk(dst, p []float64, t float64) bool {
	copy(dst, f.theta)
	addScaled(dst, t, p)
	rescale(dst, f.radius)
	return true
}

// inside is the ball's inside. Steps end at the sphere, and those from the
// sphere outwards follow it, where the gradient does not push outwards.
type inside struct {
	theta  []float64
	radius float64
}

func (inside) project([]float64) {}
func (inside) shift() float64    { return 0 }

func (f inside) walk(dst, p []float64, t float64) bool {
	copy(dst, f.theta)
	addScaled(dst, t, p)
	if linear.Dot(dst, dst) <= f.radius*f.radius {
		return true
	}
	if linear.Dot(f.theta, f.theta) < onSphere*onSphere*f.radius*f.radius {
		copy(dst, f.theta)
		addScaled(dst, ball{radius: f.radius}.reach(f.theta, p), p)
	}
	rescale(dst, f.radius)
	return true
}

func rescale(x []float64, norm float64) {
	scale := norm / math.Sqrt(linear.Dot(x, x))
	for j := range x {
		x[j] *= scale
	}
}
