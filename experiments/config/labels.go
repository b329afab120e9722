package config

import "strings"

// ScheduleLabel names the schedule, and the sampling if there are several.
func (c *Case) ScheduleLabel() string { return joined(c.Schedule, c.Sampling.Label) }

// ProblemLabel names the problem, and the sampling if there are several and this one
// has constants of its own.
func (c *Case) ProblemLabel() string {
	if law := c.Sampling.Law; law == nil || law.Plain() {
		return c.Problem
	}
	return joined(c.Problem, c.Sampling.Label)
}

// Label names the case, but for its horizon.
func (c *Case) Label() string { return joined(c.Problem, c.Method, c.ScheduleLabel()) }

// joined lists the names that are not empty.
func joined(names ...string) string {
	var said []string
	for _, name := range names {
		if name != "" {
			said = append(said, name)
		}
	}
	return strings.Join(said, ", ")
}
