package linear

// Dot returns a.b in the project's canonical order of summation: eight partial
// sums, the k-th over the indices j with j mod 8 = k, added by a tree that
// folds the upper half onto the lower one. Every implementation of this kernel
// gives the same bits. It panics if the lengths differ.
func Dot(a, b []float64) float64 {
	if len(a) != len(b) {
		panic("linear: Dot of vectors of different lengths")
	}
	return dot(a, b)
}

func dotPortable(a, b []float64) float64 {
	var s0, s1, s2, s3, s4, s5, s6, s7 float64
	for len(a) >= 8 && len(b) >= 8 {
		s0 += a[0] * b[0]
		s1 += a[1] * b[1]
		s2 += a[2] * b[2]
		s3 += a[3] * b[3]
		s4 += a[4] * b[4]
		s5 += a[5] * b[5]
		s6 += a[6] * b[6]
		s7 += a[7] * b[7]
		a, b = a[8:], b[8:]
	}
	s := [8]float64{s0, s1, s2, s3, s4, s5, s6, s7}
	for j, x := range a {
		s[j&7] += x * b[j]
	}
	return tree(&s)
}

func tree(s *[8]float64) float64 {
	return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]))
}
