//go:build !linux

package linear

func collapse[T float64 | int32]([]T) {}
