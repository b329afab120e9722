package linear

import (
	"unsafe"

	"golang.org/x/sys/unix"
)

// collapse asks the system to move numbers into huge pages, as far as there are any:
// steps along random rows of large data wait for the tables of small pages more than
// for the numbers.
func collapse[T float64 | int32](x []T) {
	const huge = 2 << 20
	var one T
	size := len(x) * int(unsafe.Sizeof(one))
	if size < 2*huge {
		return
	}
	first := uintptr(unsafe.Pointer(&x[0]))
	from := (first + huge - 1) &^ (huge - 1)
	to := (first + uintptr(size)) &^ (huge - 1)
	bytes := unsafe.Slice((*byte)(unsafe.Pointer(&x[0])), size)
	_ = unix.Madvise(bytes[from-first:to-first], unix.MADV_COLLAPSE) // without it steps are slower, no more
}
