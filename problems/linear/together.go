package linear

// Together evaluates F and its subgradients at width points at once, 1 or Width, in
// one pass over the rows; coordinate j of point k stands at width*j+k. The numbers
// are those of Value and FullSubgradient, to the last bit.
type Together struct {
	model       *Model
	width       int
	block, lost []float64 // made when first needed
}

// NewTogether prepares for width points. There must be no L1 term.
func NewTogether(m *Model, width int) *Together {
	if m.L1 != 0 {
		panic("linear: lanes know no L1 term")
	}
	if rows, ok := m.Rows.(*Sparse); ok {
		rows.check()
	}
	return &Together{model: m, width: width}
}

// margins writes a_i.theta of the points.
func (e *Together) margins(points []float64, i int, z *[Width]float64) {
	columns, row := e.model.Rows.Entries(i)
	if columns != nil {
		gather(points, e.width, columns, row, z, e.width)
	} else {
		margins(points, row, z, e.width)
	}
}

// Values returns F at the points.
func (e *Together) Values(points []float64) (values [Width]float64) {
	var sums [Width]Sum
	var z, value, slope [Width]float64
	for i, y := range e.model.Y {
		e.margins(points, i, &z)
		e.model.losses(&z, y, &value, &slope, e.width)
		for k := range e.width {
			sums[k].Add(value[k])
		}
	}
	return e.means(&sums, points)
}

// FullSubgradients writes subgradients of F at the points to dst and returns F there.
func (e *Together) FullSubgradients(dst, points []float64) (values [Width]float64) {
	if e.lost == nil {
		e.block, e.lost = make([]float64, len(points)), make([]float64, len(points))
	}
	clear(dst)
	clear(e.lost)
	var sums [Width]Sum
	var z, value, slope [Width]float64
	ones := [Width]float64{1, 1, 1, 1, 1, 1, 1, 1}
	for first := 0; first < len(e.model.Y); first += rowBlock {
		dense := false
		for i := first; i < min(first+rowBlock, len(e.model.Y)); i++ {
			e.margins(points, i, &z)
			e.model.losses(&z, e.model.Y[i], &value, &slope, e.width)
			for k := range e.width {
				sums[k].Add(value[k])
			}
			columns, row := e.model.Rows.Entries(i)
			if columns != nil {
				scatterSums(dst, e.lost, columns, row, &slope, e.width)
				continue
			}
			dense = true
			follow(e.block, e.block, row, &ones, &ones, &slope, e.width)
		}
		if dense {
			addCompensated(dst, e.lost, e.block)
			clear(e.block)
		}
	}
	n := float64(len(e.model.Y))
	for j, t := range points {
		dst[j] = (dst[j]+e.lost[j])/n + e.model.Ridge*t
	}
	return e.means(&sums, points)
}

// losses writes values and slopes of the loss at width margins.
func (m *Model) losses(z *[Width]float64, y float64, value, slope *[Width]float64, width int) {
	switch m.Loss.(type) {
	case Logistic:
		logistics(z, y, value, slope, width)
	case Squared:
		for k := range width {
			value[k], slope[k] = Squared{}.Eval(z[k], y)
		}
	default:
		for k := range width {
			value[k], slope[k] = m.Loss.Eval(z[k], y)
		}
	}
}

// means adds the ridge to the sums' means.
func (e *Together) means(sums *[Width]Sum, points []float64) (values [Width]float64) {
	theta := make([]float64, e.model.Dim())
	for k := range e.width {
		for j := range theta {
			theta[j] = points[e.width*j+k]
		}
		values[k] = e.model.mean(&sums[k], theta)
	}
	return values
}
