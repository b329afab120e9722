package figure

import (
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestAffineDoesTheInnerMapFirst(t *testing.T) {
	sin, cos := math.Sincos(math.Pi / 6)
	turn, move := affine{cos, sin, -sin, cos, 3, 4}, affine{2, 0.5, 0.25, 3, -1, 5}
	for _, pt := range []vg.Point{{}, {X: 1}, {Y: 1}, {X: 2, Y: -3}} {
		x, y := move.apply(pt)
		wantX, wantY := turn.apply(vg.Point{X: vg.Length(x), Y: vg.Length(y)})
		gotX, gotY := turn.after(move).apply(pt)
		if math.Abs(gotX-wantX) > 1e-12 || math.Abs(gotY-wantY) > 1e-12 {
			t.Errorf("%v: got %v %v, want %v %v", pt, gotX, gotY, wantX, wantY)
		}
	}
}

func TestGlyphOriginsAreThoseOfTheFont(t *testing.T) {
	face := fonts().Lookup(fontOf(10), 10)
	if face.Width("AV") == face.Width("A")+face.Width("V") {
		t.Fatal("the font does not kern AV: the test shows nothing")
	}
	text := "AVerage Tα √T"
	origins := glyphOrigins(face, text)
	for i := range []rune(text) {
		want := face.Width(string([]rune(text)[:i+1]))
		own := face.Width(string([]rune(text)[i : i+1]))
		if math.Abs(float64(origins[i]+own-want)) > 1e-9 {
			t.Errorf("glyph %d starts at %v, want %v", i, origins[i], want-own)
		}
	}
}
