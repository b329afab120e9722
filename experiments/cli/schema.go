package cli

import "regret/experiments/config"

type schemaCommand struct{}

func (c *schemaCommand) Run(con *console) error {
	text, err := config.Schema()
	if err != nil {
		return err
	}
	_, err = con.out.Write(text)
	return err
}
