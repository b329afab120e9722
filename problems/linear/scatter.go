package linear

import "unsafe"

// The kernels of sparse rows work on a block: an array of d times stride numbers in
// which coordinate j has those from stride*j on. Like the others they have a portable
// form, the reference, and forms for AVX2 that give the same bits.

// scatterPortable adds x c to the numbers at column j for each entry x of a row, in
// column j; len(c) is the stride. The vector form fetches the numbers at as many
// columns of a row to come.
func scatterPortable(block []float64, columns []int32, values, c []float64) {
	for k, j := range columns {
		at, x := block[len(c)*int(j):len(c)*(int(j)+1)], values[k]
		for i, c := range c {
			at[i] += c * x
		}
	}
}

// gatherPortable writes the margins z_l of a row and the first width numbers at each
// coordinate, summed in the canonical order of Sparse.Dot.
func gatherPortable(block []float64, stride int, columns []int32, values []float64, z *[Width]float64, width int) {
	var partial [8][Width]float64
	for k, j := range columns {
		x, p := values[k], &partial[k&7]
		for l, v := range block[stride*int(j) : stride*int(j)+width] {
			p[l] += x * v
		}
	}
	fold(&partial, z, width)
}

// scatterSumsPortable is scatterCompensated at width points: it adds c_l x to total and
// what rounding loses to lost.
func scatterSumsPortable(total, lost []float64, columns []int32, values []float64, c *[Width]float64, width int) {
	for k, j := range columns {
		total, lost := total[width*int(j):width*(int(j)+1)], lost[width*int(j):width*(int(j)+1)]
		for l, a := range total {
			x := c[l] * values[k]
			t := a + x
			b := t - a
			lost[l] += (a - (t - b)) + (x - b)
			total[l] = t
		}
	}
}

// bring asks for a slice to be brought into the cache.
func bring[T any](x []T) {
	if len(x) > 0 {
		prefetch(unsafe.Pointer(&x[0]), uintptr(len(x))*unsafe.Sizeof(x[0]))
	}
}
