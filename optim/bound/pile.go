package bound

// piece is y = y0 + slope (x-x0) for x0 <= x <= x1, in the coordinates of its pile.
type piece struct{ x0, x1, y0, slope float64 }

// pile is a list of pieces, to be moved by (dx, dy).
type pile struct {
	pieces []piece
	dx, dy float64
}

func (l *pile) push(p piece) { l.pieces = append(l.pieces, l.unmoved(p)) }

func (l *pile) pop() piece {
	last := len(l.pieces) - 1
	p := l.moved(last)
	l.pieces = l.pieces[:last]
	return p
}

func (l *pile) moved(i int) piece {
	p := l.pieces[i]
	return piece{p.x0 + l.dx, p.x1 + l.dx, p.y0 + l.dy, p.slope}
}

func (l *pile) unmoved(p piece) piece {
	return piece{p.x0 - l.dx, p.x1 - l.dx, p.y0 - l.dy, p.slope}
}

func (p piece) end() float64 { return p.y0 + p.slope*(p.x1-p.x0) }

func (p piece) integral() float64 { return (p.y0 + p.end()) / 2 * (p.x1 - p.x0) }

// crossing returns where the piece falls below k x: at one of its ends, if it lies
// on one side or, up to rounding, on the line.
func (p piece) crossing(k float64) float64 {
	switch {
	case p.y0 < k*p.x0:
		return p.x0
	case p.slope >= k || p.end() >= k*p.x1:
		return p.x1
	}
	return p.x0 + (p.y0-k*p.x0)/(k-p.slope)
}

// split cuts a piece at x; a part beyond its ends is empty.
func (p piece) split(x float64) (below, above piece) {
	x = max(p.x0, min(p.x1, x))
	below, above = p, p
	below.x1 = x
	above.x0, above.y0 = x, p.y0+p.slope*(x-p.x0)
	return below, above
}
