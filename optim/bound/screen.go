package bound

import "math"

// screened returns the first fault among eta_1..eta_T. A screen finds quickly whether
// there can be one: only then are the steps tested in turn.
func screened(in Input, screen Reading, fault func(t int, eta float64) error) error {
	if passes(in, screen) {
		return nil
	}
	return everyStep(in, fault)
}

func passes(in Input, screen Reading) bool {
	return gathered(in, screen, nil).(interface{ passed() bool }).passed()
}

// legality is the screen of legal steps.
type legality struct{}

func (legality) direction() direction { return eitherWay }

func (legality) start(in Input, _ []int) gatherer { return &legalScreen{T: in.Horizon} }

// legalScreen looks at the bits: those of a number that is not negative are ordered as
// the numbers are, those of infinity and NaN come after them, those with a sign last.
type legalScreen struct {
	T         int
	most, end uint64 // of eta_1..eta_{T-1}, and of eta_T
}

func (s *legalScreen) span() (from, to int) { return 1, s.T }

func (s *legalScreen) passed() bool { return max(s.most, s.end) <= math.Float64bits(math.MaxFloat64) }

func (s *legalScreen) take(t int, eta, _ []float64) {
	if last := len(eta) - 1; t+last == s.T {
		s.end = math.Float64bits(eta[last])
		eta = eta[:last]
	}
	most := s.most
	for _, x := range eta {
		most = max(most, math.Float64bits(x))
	}
	s.most = most
}

// peaks returns the largest of eta_1..eta_T and of eta_1..eta_{T-1}, 0 of none, and whether all
// are legal: else the numbers mean nothing.
func peaks(in Input) (all, before float64, legal bool) {
	s := gathered(in, legality{}, nil).(*legalScreen)
	return math.Float64frombits(max(s.most, s.end)), math.Float64frombits(s.most), s.passed()
}

// descent is the screen of non-increasing steps, which steps that rise by a rounding
// do not pass.
type descent struct{}

func (descent) direction() direction { return eitherWay }

func (descent) start(in Input, _ []int) gatherer { return &descentScreen{T: in.Horizon} }

// descentScreen compares a block with the one before it, and in itself.
type descentScreen struct {
	T           int
	t           int     // the first step of the last block, 0 before the first block
	first, last float64 // steps of the last block
	failed      bool
}

func (s *descentScreen) span() (from, to int) { return 1, s.T }

func (s *descentScreen) passed() bool { return !s.failed }

func (s *descentScreen) take(t int, eta, _ []float64) {
	before := math.MaxFloat64
	if s.t > 0 && s.t < t {
		before = s.last
	}
	failed := false
	for _, x := range eta {
		if !(x <= before) {
			failed = true
		}
		before = x
	}
	if !(before >= 0) || s.t > t && !(before >= s.first) {
		failed = true
	}
	s.t, s.first, s.last = t, eta[0], before
	s.failed = s.failed || failed
}

// sameness is the screen of constant steps.
type sameness struct{}

func (sameness) direction() direction { return eitherWay }

func (sameness) start(in Input, _ []int) gatherer {
	return &samenessScreen{T: in.Horizon, first: firstStep(in)}
}

type samenessScreen struct {
	T      int
	first  float64
	failed bool
}

func (s *samenessScreen) span() (from, to int) { return 1, s.T }

func (s *samenessScreen) passed() bool { return !s.failed }

func (s *samenessScreen) take(_ int, eta, _ []float64) {
	least, most := s.first*(1-rounding), s.first*(1+rounding)
	for _, x := range eta {
		if !(0 <= x && least <= x && x <= most) {
			s.failed = true
		}
	}
}
