package figure

import "gonum.org/v1/plot/vg"

// affine maps (x, y) to (a x + c y + e, b x + d y + f), as in PDF.
type affine struct{ a, b, c, d, e, f float64 }

func (m affine) apply(pt vg.Point) (x, y float64) {
	px, py := pt.X.Points(), pt.Y.Points()
	return m.a*px + m.c*py + m.e, m.b*px + m.d*py + m.f
}

// after is the map that does n first, then m.
func (m affine) after(n affine) affine {
	e, f := m.apply(vg.Point{X: vg.Points(n.e), Y: vg.Points(n.f)})
	return affine{
		m.a*n.a + m.c*n.b, m.b*n.a + m.d*n.b,
		m.a*n.c + m.c*n.d, m.b*n.c + m.d*n.d,
		e, f,
	}
}
