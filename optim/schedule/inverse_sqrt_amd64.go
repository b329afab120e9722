package schedule

import "golang.org/x/sys/cpu"

// inverseSqrts is inverseSqrtsPortable, four steps at a time: both operations are
// rounded correctly, so that the bits are the same.
func inverseSqrts(eta []float64, alpha float64, t int) {
	n := len(eta) &^ 3
	if n > 0 && cpu.X86.HasAVX2 {
		inverseSqrtAVX2(&eta[0], n, alpha, float64(t))
		eta, t = eta[n:], t+n
	}
	inverseSqrtsPortable(eta, alpha, t)
}

//go:noescape
func inverseSqrtAVX2(eta *float64, n int, alpha, t float64)
