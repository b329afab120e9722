package bound

import (
	"iter"
	"math"
)

// blockLen is how many steps are asked for at once: enough to make the call
// cheap, few enough to stay in the cache.
const blockLen = 2048

// forward yields eta_from..eta_to in blocks, each with the time of its first
// step. The block is reused and valid during one iteration.
func forward(in Input, from, to int) iter.Seq2[int, []float64] {
	return func(yield func(int, []float64) bool) {
		block := make([]float64, max(0, min(blockLen, to-from+1)))
		for t := from; t <= to; t += len(block) {
			block = block[:min(len(block), to-t+1)]
			in.Steps.Fill(block, t, in.Horizon)
			if !yield(t, block) {
				return
			}
		}
	}
}

// backward yields eta_to, eta_{to-1}, ..., eta_from, each with its time.
func backward(in Input, from, to int) iter.Seq2[int, float64] {
	return func(yield func(int, float64) bool) {
		block := make([]float64, max(0, min(blockLen, to-from+1)))
		for end := to; end >= from; end -= len(block) {
			block = block[:min(len(block), end-from+1)]
			first := end - len(block) + 1
			in.Steps.Fill(block, first, in.Horizon)
			for i := len(block) - 1; i >= 0; i-- {
				if !yield(first+i, block[i]) {
					return
				}
			}
		}
	}
}

// stride is one step with the bound on its subgradient.
type stride struct{ eta, norm float64 }

// strides yields eta_t and G_t for t = from..to.
func strides(in Input, from, to int) iter.Seq2[int, stride] {
	return func(yield func(int, stride) bool) {
		norms := newNormBlock(in, blockLen)
		for t, block := range forward(in, from, to) {
			norm := norms.fill(t, len(block))
			for i, eta := range block {
				if !yield(t+i, stride{eta, norm[i]}) {
					return
				}
			}
		}
	}
}

// stridesBack yields eta_t and G_t for t = to, to-1, ..., from.
func stridesBack(in Input, from, to int) iter.Seq2[int, stride] {
	return func(yield func(int, stride) bool) {
		norms := newNormBlock(in, blockLen)
		var norm []float64
		first := to + 1
		for t, eta := range backward(in, from, to) {
			if t < first {
				first = max(from, t-blockLen+1)
				norm = norms.fill(first, t-first+1)
			}
			if !yield(t, stride{eta, norm[t-first]}) {
				return
			}
		}
	}
}

// normBlock gives G_t in blocks of up to length steps.
type normBlock struct {
	norms Steps
	T     int
	block []float64
}

func newNormBlock(in Input, length int) normBlock {
	b := normBlock{in.norms(), in.Horizon, make([]float64, min(length, in.Horizon))}
	if in.GradientNorms == nil { // the same for all blocks
		b.norms.Fill(b.block, 1, b.T)
		b.norms = nil
	}
	return b
}

// fill returns G_t..G_{t+n-1}.
func (b normBlock) fill(t, n int) []float64 {
	if b.norms != nil {
		b.norms.Fill(b.block[:n], t, b.T)
	}
	return b.block[:n]
}

// normAt returns G_t.
func normAt(in Input, t int) float64 { return stepAt(in.norms(), t, in.Horizon) }

// stepAt returns eta_t.
func stepAt(steps Steps, t, T int) float64 {
	var eta [1]float64
	steps.Fill(eta[:], t, T)
	return eta[0]
}

// quotient returns a/b for b >= 0, and +Inf, a vacuous term, if b is 0.
func quotient(a, b float64) float64 {
	if b == 0 {
		return math.Inf(1)
	}
	return a / b
}

// balance minimizes a/scale + b*scale: the bound of steps scale*eta_t, if a and
// b are its terms at scale 1. A vacuous term is so at every scale.
func balance(a, b float64) (scale, value float64) {
	if math.IsInf(a+b, 1) {
		return math.NaN(), math.Inf(1)
	}
	return math.Sqrt(a / b), 2 * math.Sqrt(a) * math.Sqrt(b)
}
