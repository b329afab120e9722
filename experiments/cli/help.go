package cli

import "slices"

type helpCommand struct {
	Command []string `arg:"" optional:"" help:"A command; by default the list of all."`
}

// Run parses the command with the flag --help behind it.
func (c *helpCommand) Run(con *console) error {
	parser, helped := newParser(con.out, con.errout)
	_, err := parser.Parse(append(slices.Clip(c.Command), "--help"))
	if *helped {
		return nil
	}
	return badUsage("%w\nrun \"regret help\" for the commands", err)
}
