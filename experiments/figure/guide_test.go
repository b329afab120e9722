package figure

import (
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

func TestGuideHasItsSlopeAndKeepsAway(t *testing.T) {
	f := &frame{
		Canvas: draw.NewCanvas(newProbe(), 200, 130),
		x:      scale{1, 1e5, true}, y: scale{1e-4, 10, true},
	}
	curve := []vg.Point{{X: 0, Y: 120}, {X: 200, Y: 30}}
	free := newClearance(f.Rectangle)
	free.add(curve)
	place, ok := f.placeGuide(Guide{-0.5, "t^{-1/2}"}, free)
	if !ok {
		t.Fatal("no place in an almost empty panel")
	}
	d := place.to.Sub(place.from)
	decades := float64(d.Y) / 130 * 5 / (float64(d.X) / 200 * 5)
	if math.Abs(decades+0.5) > 1e-9 {
		t.Errorf("slope %v", decades)
	}
	for k := range 101 {
		on := curve[0].Add(curve[1].Sub(curve[0]).Scale(vg.Length(k) / 100))
		for _, pt := range append(corners(place.label), place.from, place.to) {
			if math.Hypot(float64(on.X-pt.X), float64(on.Y-pt.Y)) < 5 {
				t.Fatalf("%v of the guide is at the curve's %v", pt, on)
			}
		}
	}
}

func TestClearance(t *testing.T) {
	c := newClearance(vg.Rectangle{Max: vg.Point{X: 90, Y: 90}})
	c.add([]vg.Point{{X: 45, Y: 0}, {X: 45, Y: 90}})
	for _, test := range []struct {
		at   vg.Point
		want float64
	}{
		{vg.Point{X: 25, Y: 45}, 20}, // from the line
		{vg.Point{X: 4, Y: 45}, 4},   // from the border
		{vg.Point{X: 46, Y: 45}, 0},
		{vg.Point{X: 99, Y: 45}, 0}, // outside
	} {
		if got := c.at(test.at); math.Abs(got-test.want) > cell {
			t.Errorf("%v: %v, want %v", test.at, got, test.want)
		}
	}
}
