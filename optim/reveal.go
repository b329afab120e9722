package optim

// reveal sets f_t(theta_t), f_t(u) and g_t. The loss of a step is the mean over its
// rows of their weighted losses,
//
//	f_t = (1/b) sum_i w_i f_i,
//
// and its subgradient the same mean of subgradients.
func (l *loop) reveal(rows []int32) {
	if len(rows) == 1 && l.job.Weights == nil {
		l.loss, l.lossAtU = l.row(l.gradient, rows[0])
		return
	}
	l.loss, l.lossAtU = 0, 0
	clear(l.gradient)
	for _, row := range rows {
		share := l.weight(row) / float64(len(rows))
		loss, atU := l.row(l.scratch, row)
		l.loss += share * loss
		l.lossAtU += share * atU
		for j, g := range l.scratch {
			l.gradient[j] += share * g
		}
	}
}

// row writes the subgradient of one row to dst, and returns its loss at theta_t and
// at u.
func (l *loop) row(dst []float64, row int32) (loss, atU float64) {
	if row == Whole {
		return l.oracle.FullSubgradient(dst, l.theta), l.comparator.loss(row)
	}
	return l.oracle.Subgradient(dst, l.theta, int(row)), l.comparator.loss(row)
}

func (l *loop) weight(row int32) float64 {
	if l.job.Weights == nil || row == Whole {
		return 1
	}
	return l.job.Weights[row]
}
