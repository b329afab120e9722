package linear

// foresight is denseLanes that look a row ahead. The margins of the next row a' at
// theta_{t+1} = alpha theta_t + beta a are
//
//	a'.theta_{t+1} = alpha (a'.theta_t) + beta (a'.a),
//
// and of that only alpha and beta wait for the loss of step t. So the pass over the
// iterates and the loss do not wait for each other, where both take long: with the
// logistic loss.
type foresight struct{ *denseLanes }

// maxForesight is the dimension up to which that pays: beyond it the products a'.a, which
// eight lanes share, cost more than is waited for.
const maxForesight = 512

func (b *foresight) prepare(l *Lanes) {
	b.denseLanes.prepare(l)
	m, before, now := l.motion, b.rows.Row(int(l.order[0])), b.rows.Row(int(l.order[1]))
	margins(b.theta, now, &m.ahead, b.width)
	m.between = Dot(before, now)
	for k := range b.width {
		m.foresee(k)
	}
}

func (b *foresight) take(l *Lanes, i, n int) (done int, finite bool) {
	if n > 1 {
		if done, finite = b.course.run(l, i, n); done > 0 {
			return done, finite
		}
	}
	now, facts := l.evaluate(i)
	b.move(l, i, i+2, &l.motion.ahead)
	l.motion.between = Dot(b.rows.Row(int(l.order[i+1])), b.rows.Row(int(l.order[i+2])))
	l.arrive()
	return 1, l.advance(i, now, facts)
}
