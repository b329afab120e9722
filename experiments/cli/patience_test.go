package cli

import (
	"bufio"
	"io"
	"testing"
	"time"
)

// A long wait is explained, a short one is not, and nobody but a terminal hears of it.
func TestPatience(t *testing.T) {
	r, w := io.Pipe()
	sayAfter(time.Hour, w, "too early")() // nothing is printed, or the next line were another
	done := sayAfter(time.Nanosecond, w, "reading")
	defer done()
	if line, err := bufio.NewReader(r).ReadString('\n'); line != "reading\n" {
		t.Errorf("got %q, %v", line, err)
	}
	con := &console{errout: w}
	con.waitingFor("file")()
}
