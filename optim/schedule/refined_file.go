package schedule

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Load reads the subgradient norms of the pilot run: the root mean square over
// its seeds of |g_t| at its checkpoints, and in between G_t^2 linear in log t.
// The file must hold one such curve for the named problem and schedule.
func (s Refined) Load() (Refined, error) {
	if err := s.Validate(); err != nil {
		return s, err
	}
	file, err := openTable(s.Pilot)
	if err != nil {
		return s, err
	}
	defer file.Close()
	pilot, err := s.readPilot(file)
	if err != nil {
		return s, fmt.Errorf("%s: %w", s.Pilot, err)
	}
	s.sums = pilot.sums()
	return s, nil
}

// pilot is E|g_t|^2 at the checkpoints of a run.
type pilot struct {
	times   []int
	squares []float64
}

func (s Refined) readPilot(r io.Reader) (pilot, error) {
	records := csv.NewReader(r)
	header, err := records.Read()
	if err != nil {
		return pilot{}, errors.New("not a table of curves")
	}
	index := map[string]int{}
	for _, name := range []string{"problem", "method", "schedule", "horizon", "quantity", "t", "count", "mean", "sd"} {
		if index[name] = slices.Index(header, name); index[name] < 0 {
			return pilot{}, fmt.Errorf("not a table of curves: it has no column %s", name)
		}
	}
	found := map[string]*pilot{}
	for {
		row, err := records.Read()
		if err == io.EOF {
			return s.only(found)
		}
		if err != nil {
			return pilot{}, err
		}
		field := func(name string) string { return row[index[name]] }
		if field("quantity") != "sample-gradient-norm" || !matches(s.Problem, field("problem")) || !matches(s.Schedule, field("schedule")) {
			continue
		}
		name := strings.Join([]string{field("problem"), field("method"), field("schedule"), "T=" + field("horizon")}, ", ")
		if found[name] == nil {
			found[name] = new(pilot)
		}
		if err := found[name].add(field("t"), field("count"), field("mean"), field("sd")); err != nil {
			return pilot{}, fmt.Errorf("%s: %w", name, err)
		}
	}
}

func matches(wanted, name string) bool { return wanted == "" || wanted == name }

// only returns the one curve that was found.
func (s Refined) only(found map[string]*pilot) (pilot, error) {
	var names []string
	for name := range found {
		names = append(names, name)
	}
	slices.Sort(names)
	switch {
	case len(names) == 0:
		return pilot{}, errors.New("no subgradient norms of that problem and schedule")
	case len(names) > 1:
		return pilot{}, fmt.Errorf("several runs, name one by problem and schedule: %s", strings.Join(names, "; "))
	}
	return *found[names[0]], nil
}

// add appends a checkpoint: mean square = mean^2 + sd^2 (count-1)/count.
func (p *pilot) add(fields ...string) error {
	var numbers [4]float64
	for i, text := range fields {
		x, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return fmt.Errorf("%q is not a number", text)
		}
		numbers[i] = x
	}
	t, count, mean, sd := int(numbers[0]), numbers[1], numbers[2], numbers[3]
	square := mean*mean + sd*sd*(count-1)/count
	if !(square > 0) || math.IsInf(square, 1) {
		return fmt.Errorf("the mean square of |g_t| at t=%d is %g, so 1/G_t^2 makes no sense", t, square)
	}
	if numbers[0] > maxSteps {
		return fmt.Errorf("more than %d points", maxSteps)
	}
	if last := len(p.times) - 1; last >= 0 && t <= p.times[last] || last < 0 && t != 1 {
		return fmt.Errorf("the checkpoints do not increase from t=1 (t=%d)", t)
	}
	p.times, p.squares = append(p.times, t), append(p.squares, square)
	return nil
}

// sums returns Q_0, ..., Q_T up to the last checkpoint.
func (p pilot) sums() []float64 {
	sums := make([]float64, 1, p.times[len(p.times)-1]+1)
	for k, t := range p.times {
		for s := len(sums); s <= t; s++ {
			sums = append(sums, sums[s-1]+1/p.between(k, s))
		}
	}
	return sums
}

// between interpolates at s, which lies after checkpoint k-1 and not after k.
func (p pilot) between(k, s int) float64 {
	if s == p.times[k] {
		return p.squares[k]
	}
	from, to := math.Log(float64(p.times[k-1])), math.Log(float64(p.times[k]))
	weight := (math.Log(float64(s)) - from) / (to - from)
	return p.squares[k-1] + weight*(p.squares[k]-p.squares[k-1])
}
