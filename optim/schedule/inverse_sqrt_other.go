//go:build !amd64

package schedule

func inverseSqrts(eta []float64, alpha float64, t int) { inverseSqrtsPortable(eta, alpha, t) }
