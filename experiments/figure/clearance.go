package figure

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// clearance knows how far every place of a rectangle is from what is drawn
// in it, on a grid of points.
type clearance struct {
	area       vg.Rectangle
	cols, rows int
	taken      []vg.Point
	distance   []float64 // nil until asked for
}

const cell = 3 // points

func newClearance(area vg.Rectangle) *clearance {
	size := area.Size()
	return &clearance{area: area, cols: int(size.X/cell) + 1, rows: int(size.Y/cell) + 1}
}

// add takes the places along some lines.
func (c *clearance) add(lines ...[]vg.Point) {
	for _, line := range lines {
		for i := 1; i < len(line); i++ {
			a, d := line[i-1], line[i].Sub(line[i-1])
			n := int(math.Hypot(float64(d.X), float64(d.Y))/cell) + 1
			for k := range n + 1 {
				c.taken = append(c.taken, a.Add(d.Scale(vg.Length(k)/vg.Length(n))))
			}
		}
	}
	c.distance = nil
}

// along is the least distance on the way from a to b, 0 outside the area.
func (c *clearance) along(a, b vg.Point) float64 {
	const samples = 12
	least := math.Inf(1)
	for k := range samples + 1 {
		least = math.Min(least, c.at(a.Add(b.Sub(a).Scale(vg.Length(k)/samples))))
	}
	return least
}

// around is the least distance on the border and the middle of a box.
func (c *clearance) around(r vg.Rectangle) float64 {
	middle := (r.Min.Y + r.Max.Y) / 2
	least := c.along(vg.Point{X: r.Min.X, Y: middle}, vg.Point{X: r.Max.X, Y: middle})
	for i, pts := 1, corners(r); i < len(pts); i++ {
		least = math.Min(least, c.along(pts[i-1], pts[i]))
	}
	return least
}

// at is the distance at a point; the border of the area counts as taken.
func (c *clearance) at(pt vg.Point) float64 {
	if c.distance == nil {
		c.measure()
	}
	border := float64(min(pt.X-c.area.Min.X, c.area.Max.X-pt.X, pt.Y-c.area.Min.Y, c.area.Max.Y-pt.Y))
	if border <= 0 {
		return 0
	}
	col := min(int((pt.X-c.area.Min.X)/cell), c.cols-1)
	row := min(int((pt.Y-c.area.Min.Y)/cell), c.rows-1)
	return math.Min(border, c.distance[row*c.cols+col])
}

// measure spreads distances from the taken cells over the grid: forward from
// above and left, then back.
func (c *clearance) measure() {
	c.distance = make([]float64, c.cols*c.rows)
	for i := range c.distance {
		c.distance[i] = math.Inf(1)
	}
	for _, pt := range c.taken {
		col, row := int((pt.X-c.area.Min.X)/cell), int((pt.Y-c.area.Min.Y)/cell)
		if col >= 0 && col < c.cols && row >= 0 && row < c.rows {
			c.distance[row*c.cols+col] = 0
		}
	}
	n := len(c.distance)
	for i := range n {
		c.relax(i, -1)
	}
	for i := n - 1; i >= 0; i-- {
		c.relax(i, +1)
	}
}

// relax shortens cell i's distance by way of its neighbours on one side.
func (c *clearance) relax(i, side int) {
	const straight, diagonal = cell, cell * math.Sqrt2
	row, col := i/c.cols, i%c.cols
	via := func(dr, dc int, step float64) {
		r, k := row+dr, col+dc
		if r >= 0 && r < c.rows && k >= 0 && k < c.cols {
			c.distance[i] = math.Min(c.distance[i], c.distance[r*c.cols+k]+step)
		}
	}
	via(0, side, straight)
	via(side, 0, straight)
	via(side, side, diagonal)
	via(side, -side, diagonal)
}
