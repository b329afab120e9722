package cli

import (
	"fmt"
	"io"
	"os"
	"time"

	"golang.org/x/term"
)

// patience is how long a terminal may stay silent.
const patience = 3 * time.Second

// waitingFor says on a terminal what takes long, if it does, until the result is called.
func (con *console) waitingFor(file string) (done func()) {
	terminal, ok := con.errout.(*os.File)
	if !ok || !term.IsTerminal(int(terminal.Fd())) {
		return func() {}
	}
	return sayAfter(patience, terminal, file+": reading data and certifying minima, which are kept for the next time ...")
}

// sayAfter prints a line after a while, unless the result is called before.
func sayAfter(wait time.Duration, w io.Writer, line string) (done func()) {
	timer := time.AfterFunc(wait, func() { fmt.Fprintln(w, line) })
	return func() { timer.Stop() }
}
