package main

import (
	"bufio"
	"context"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"
)

//go:embed sgd.c
var sgdC []byte

//go:embed peers.py
var peersPy []byte

// buildC compiles sgd.c in a folder and returns the program.
func buildC(ctx context.Context, folder string) (program string, err error) {
	source, program := filepath.Join(folder, "sgd.c"), filepath.Join(folder, "sgd")
	if err := os.WriteFile(source, sgdC, 0o644); err != nil {
		return "", err
	}
	out, err := exec.CommandContext(ctx, "gcc", "-O3", "-march=native", "-o", program, source, "-lm").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("gcc: %w\n%s", err, out)
	}
	return program, nil
}

// peer is a program that holds a problem and makes runs on request.
type peer struct {
	name    string
	iterate string // the file that gets the last iterate of a run
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Scanner
}

// startPeer starts a command, which is given the file of the problem and one for the
// iterates in folder.
func startPeer(ctx context.Context, name, folder, data string, command ...string) (*peer, error) {
	p := &peer{name: name, iterate: filepath.Join(folder, name+".iterate")}
	command = append(command, data, p.iterate)
	p.command = exec.CommandContext(ctx, command[0], command[1:]...)
	p.command.Stderr = os.Stderr
	p.command.Env = append(os.Environ(), "OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1")
	var err error
	if p.in, err = p.command.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := p.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.out = bufio.NewScanner(out)
	return p, p.command.Start()
}

// run makes a run with steps c/sqrt(t) and returns the processor time that it took.
func (p *peer) run(variant string, steps int, c float64) (time.Duration, error) {
	if _, err := fmt.Fprintf(p.in, "%s %d %v\n", variant, steps, c); err != nil {
		return 0, fmt.Errorf("%s: %w", p.name, err)
	}
	if !p.out.Scan() {
		return 0, fmt.Errorf("%s, %s: it ended without an answer", p.name, variant)
	}
	seconds, err := strconv.ParseFloat(p.out.Text(), 64)
	return time.Duration(seconds * 1e9), err
}

// theta reads the last iterate of the last run.
func (p *peer) theta() ([]float64, error) {
	bytes, err := os.ReadFile(p.iterate)
	if err != nil {
		return nil, err
	}
	theta := make([]float64, len(bytes)/8)
	for j := range theta {
		theta[j] = math.Float64frombits(binary.LittleEndian.Uint64(bytes[8*j:]))
	}
	return theta, nil
}

func (p *peer) close() error {
	p.in.Close()
	return p.command.Wait()
}
