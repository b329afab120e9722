//go:build !amd64

package linear

import "unsafe"

func scatter(block []float64, columns []int32, values, c []float64, _ []int32) {
	scatterPortable(block, columns, values, c)
}

func gather(block []float64, stride int, columns []int32, values []float64, z *[Width]float64, width int) {
	gatherPortable(block, stride, columns, values, z, width)
}

func scatterSums(total, lost []float64, columns []int32, values []float64, c *[Width]float64, width int) {
	scatterSumsPortable(total, lost, columns, values, c, width)
}

func fetch([]float64, int, []int32) {}

func prefetch(unsafe.Pointer, uintptr) {}
