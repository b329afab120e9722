package main

import (
	"fmt"
	"os"
	"testing"
)

// The tests keep minimizers in a folder of their own.
func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "regret-cache-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Setenv("XDG_CACHE_HOME", folder)
	status := m.Run()
	os.RemoveAll(folder)
	os.Exit(status)
}
