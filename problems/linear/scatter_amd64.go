package linear

import "unsafe"

// The kernels do not look whether columns are within the block: see Sparse.check.

func scatter(block []float64, columns []int32, values, c []float64, ahead []int32) {
	n, stride := len(columns), len(c)
	if !hasAVX2 || n == 0 || stride != 1 && stride%4 != 0 {
		scatterPortable(block, columns, values, c)
		return
	}
	_, _ = values[n-1], ahead[n-1]
	if stride == 1 {
		scatter1AVX2(&block[0], &columns[0], &values[0], n, c[0])
	}
	for ; len(c) >= 16; block, c = block[16:], c[16:] {
		scatter16AVX2(&block[0], stride, &columns[0], &values[0], n, &ahead[0], &c[0])
	}
	if len(c) >= 8 {
		scatter8AVX2(&block[0], stride, &columns[0], &values[0], n, &ahead[0], &c[0])
		block, c = block[8:], c[8:]
	}
	if len(c) >= 4 {
		scatter4AVX2(&block[0], stride, &columns[0], &values[0], n, &ahead[0], &c[0])
	}
}

func gather(block []float64, stride int, columns []int32, values []float64, z *[Width]float64, width int) {
	n := len(columns)
	if !hasAVX2 || n == 0 {
		gatherPortable(block, stride, columns, values, z, width)
		return
	}
	_ = values[n-1]
	if width == Width {
		gather8AVX2(&block[0], stride, &columns[0], &values[0], n, z)
	} else {
		z[0] = gather1AVX2(&block[0], stride, &columns[0], &values[0], n)
	}
}

func scatterSums(total, lost []float64, columns []int32, values []float64, c *[Width]float64, width int) {
	n := len(columns)
	if !hasAVX2 || n == 0 || width != Width {
		scatterSumsPortable(total, lost, columns, values, c, width)
		return
	}
	_, _ = values[n-1], lost[len(total)-1]
	scatterSums8AVX2(&total[0], &lost[0], &columns[0], &values[0], n, c)
}

// fetch asks for the numbers at some columns to be brought into the cache.
func fetch(block []float64, stride int, columns []int32) {
	if len(columns) > 0 {
		fetchColumns(&block[0], stride, &columns[0], len(columns))
	}
}

//go:noescape
func scatter1AVX2(block *float64, columns *int32, values *float64, n int, c float64)

//go:noescape
func scatter4AVX2(block *float64, stride int, columns *int32, values *float64, n int, ahead *int32, c *float64)

//go:noescape
func scatter8AVX2(block *float64, stride int, columns *int32, values *float64, n int, ahead *int32, c *float64)

//go:noescape
func scatter16AVX2(block *float64, stride int, columns *int32, values *float64, n int, ahead *int32, c *float64)

//go:noescape
func scatterSums8AVX2(total, lost *float64, columns *int32, values *float64, n int, c *[Width]float64)

//go:noescape
func gather1AVX2(block *float64, stride int, columns *int32, values *float64, n int) (z float64)

//go:noescape
func gather8AVX2(block *float64, stride int, columns *int32, values *float64, n int, z *[Width]float64)

//go:noescape
func fetchColumns(block *float64, stride int, columns *int32, n int)

//go:noescape
func prefetch(p unsafe.Pointer, bytes uintptr)
