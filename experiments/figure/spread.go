package figure

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// spread sets the arrows of bounds that are infinite at one place side by side, so
// that none hides another.
func (f *frame) spread(traces []trace, courses []course) {
	const apart = 4.6 // points, a little more than an arrow is wide
	at := map[vg.Length][]*vg.Point{}
	for i, t := range traces {
		if t.bound == "" {
			continue
		}
		for k := range courses[i].crosses {
			pt := &courses[i].crosses[k]
			place := vg.Length(math.Round(float64(pt.X)))
			at[place] = append(at[place], pt)
		}
	}
	for _, arrows := range at {
		half := apart / 2 * vg.Length(len(arrows)-1)
		middle := max(f.Min.X+half+2, min(arrows[0].X, f.Max.X-half-2))
		for j, pt := range arrows {
			pt.X = middle - half + apart*vg.Length(j)
		}
	}
}
