package domain

import (
	"errors"
	"math"
	"strconv"

	"regret/problems/linear"
)

// Ball is the Euclidean ball {x : |x| <= r} around 0. Its diameter is 2r.
type Ball struct {
	Radius float64 `param:"radius" doc:"Euclidean radius r; the diameter D is 2r" range:"(0,inf)"`
}

// Validate asks for a finite radius > 0.
func (b Ball) Validate() error {
	if !(b.Radius > 0) || math.IsInf(b.Radius, 1) {
		return errors.New("radius must be finite and greater than 0")
	}
	return nil
}

// CentredRadius returns r: the ball is around 0, and a projection scales.
func (b Ball) CentredRadius() float64 { return b.Radius }

// Project scales theta by min(1, r/|theta|). The norm of the result, as this
// package computes it, is at most r.
func (b Ball) Project(theta []float64) {
	if b.wellInside(theta) {
		return
	}
	scale, norm := scaledNorm(theta)
	// One multiplication may leave the norm an ulp above r, and a second
	// projection would then move the point again: shave until it is inside.
	// The doubling ends the loop even where entries are too small to shrink.
	for shave := 0.0; norm > b.Radius/scale; shave = max(0x1p-53, 2*shave) {
		unit, factor := 1/scale, b.Radius/norm*(1-shave)
		for j, v := range theta {
			theta[j] = v * unit * factor
		}
		scale, norm = scaledNorm(theta)
	}
}

// wellInside spares most points of a run the careful norm by a plain one that
// costs a third. The error of that one is far below the margin; radii whose
// squares are near underflow are left to the careful norm.
func (b Ball) wellInside(theta []float64) bool {
	const margin, tiny = 1e-6, 0x1p-500
	return b.Radius > tiny && math.Sqrt(linear.Dot(theta, theta)) < b.Radius*(1-margin)
}

// Diameter returns 2r.
func (b Ball) Diameter(int) float64 { return 2 * b.Radius }

// Norm returns r.
func (b Ball) Norm(int) float64 { return b.Radius }

// MinimizeLinear writes -r g/|g|, or 0 for g = 0.
func (b Ball) MinimizeLinear(dst, g []float64) bool {
	checkLengths(dst, g)
	scale, norm := scaledNorm(g)
	if norm == 0 {
		clear(dst)
		return true
	}
	for j, v := range g {
		dst[j] = -b.Radius * (v / scale / norm)
	}
	b.Project(dst) // rounding may have left it an ulp outside
	return true
}

// Shrink is soft thresholding. Projecting its result s is right, because with
// p = c s on the sphere, x - p is the sum of x - s in k d|s|_1 = k d|p|_1 and of
// (1-c) s, a normal of the ball at p (Yu, On decomposing the proximal map, NIPS 2013).
func (Ball) Shrink(x []float64, k float64) { linear.SoftThreshold(x, k) }

// Contains says whether |theta| <= r + tol.
func (b Ball) Contains(theta []float64, tol float64) bool {
	scale, norm := scaledNorm(theta)
	return scale*norm <= b.Radius+tol
}

// String returns "ball: r".
func (b Ball) String() string { return "ball: " + number(b.Radius) }

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
