package linear

import "unsafe"

// course is what kernels on dense rows take the steps of a call of Run through.
type course struct {
	theta, rows *float64
	d, bytes    int // of a row
	facts       *rowFacts
	order       *int32
	eta         *[Width]float64
	now, before *moment // set by run; both lie in one block that Lanes holds, so kernels may swap them without a write barrier
	averages    *laneAverage
	behind      *[]float64 // sums of each average
	weights     *[][Width]float64
	count       int // bytes of the slices of all averages
}

// sliceBytes is how far apart the slices of two averages are.
const sliceBytes = int(unsafe.Sizeof([]float64(nil)))

// lay prepares the course.
func (c *course) lay(l *Lanes, b *denseLanes) {
	if len(b.theta) == 0 {
		return
	}
	*c = course{
		theta: &b.theta[0], rows: &b.rows.Data[0], d: b.rows.D, bytes: 8 * b.rows.D, facts: &l.facts[0],
		order: &l.order[0], eta: &l.eta[0],
	}
	if len(l.averages) > 0 {
		c.averages, c.behind, c.weights, c.count = &l.averages[0], &b.behind[0], &l.weights[0], sliceBytes*len(l.averages)
	}
}
