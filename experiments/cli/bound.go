package cli

import "regret/optim/bound"

// boundCommand evaluates theorems on a schedule and given constants.
type boundCommand struct {
	question
	ID   []string `name:"id" help:"Only these bounds." placeholder:"ID"`
	JSON bool     `name:"json" help:"Print JSON."`
}

func (c *boundCommand) Run(con *console) error {
	theorems, err := lookupBounds(c.ID)
	if err != nil {
		return err
	}
	p, err := c.question.ask(con, theorems)
	if err != nil {
		return err
	}
	p.selected = len(c.ID) > 0
	if c.JSON {
		return printJSON(con.out, p)
	}
	return p.print(con.out)
}

// ask evaluates theorems at T.
func (q *question) ask(con *console, theorems []*bound.Theorem) (*promises, error) {
	a, err := q.read(theorems)
	if err != nil {
		return nil, err
	}
	p := &promises{
		Schedule: a.label, Horizon: a.input.Horizon, Constants: q.constants.given(), params: a.params.texts,
	}
	if err := con.interruptible(func() { a.share(theorems) }); err != nil {
		return nil, err
	}
	for _, th := range theorems {
		if err := con.interruptible(func() { p.Bounds = append(p.Bounds, a.evaluate(th)) }); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// promises is what the theorems promise for one schedule, as JSON.
type promises struct {
	Schedule  string                  `json:"schedule"`
	Horizon   int                     `json:"horizon"`
	Constants map[string]bound.Number `json:"constants"`
	Bounds    []promise               `json:"bounds"`
	params    []string                // of theorems, as given
	selected  bool                    // by --id
}

// promise is one theorem at T.
type promise struct {
	bound.Result
	Method    string   `json:"method"`
	TermNames []string `json:"term_names"`
	Missing   []string `json:"missing,omitempty"` // flags for what it reads and was not given
}
