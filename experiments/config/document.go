package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

const (
	maxBytes   = 1 << 20 // of a configuration
	maxDepth   = 16      // of nested lists and mappings
	maxFormula = 1000    // bytes
)

// document is the text of one configuration with its tree and what is wrong
// with it so far.
type document struct {
	file  string
	lines []string
	diags Diagnostics
}

// readFile reads a configuration of at most maxBytes.
func readFile(path string) ([]byte, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file", path) // opening a pipe would wait for ever
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return data, nil
}

// parse turns the text into the tree of its only document, or nil after a
// diagnostic.
func (d *document) parse(data []byte) *yaml.Node {
	if len(data) > maxBytes {
		d.at(0, 0, "the file is larger than 1 MiB")
		return nil
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	d.lines = lineBreak.Split(string(data), -1)
	if line, col, ok := firstInvalid(d.lines); !ok {
		d.at(line, col, "not UTF-8 text")
		return nil
	}
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	root, err := decodeNode(decoder)
	switch {
	case errors.Is(err, io.EOF):
		d.at(0, 0, "the file is empty")
		return nil
	case err != nil:
		d.syntax(err)
		return nil
	}
	if second, err := decodeNode(decoder); err == nil {
		d.errorf(second, "a second document: a configuration is one document")
		return nil
	} else if !errors.Is(err, io.EOF) {
		d.syntax(err)
		return nil
	}
	return root.Content[0]
}

// decodeNode reads one document. The parser panics on some malformed comments
// where it should return an error.
func decodeNode(decoder *yaml.Decoder) (root *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("yaml: %v", r)
		}
	}()
	var node yaml.Node
	if err := decoder.Decode(&node); err != nil {
		return nil, err
	}
	return &node, nil
}

var (
	// lineBreak is what YAML 1.1 counts lines by.
	lineBreak  = regexp.MustCompile(`\r\n|[\n\r\x{85}\x{2028}\x{2029}]`)
	lineNumber = regexp.MustCompile(`^line (\d+): `)
	// countsFromZero matches the messages of the parser proper; those of the
	// scanner below it count lines from 1.
	countsFromZero = regexp.MustCompile(`^did not find expected ('-' indicator|key|',' or|node content|<)`)
	unknownAnchor  = regexp.MustCompile(`^unknown anchor '(.*)' referenced`)
)

// syntax reports an error of the YAML parser, which gives at most a line.
func (d *document) syntax(err error) {
	message := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if m := lineNumber.FindStringSubmatch(message); m != nil {
		line, _ = strconv.Atoi(m[1])
		message = message[len(m[0]):]
		if countsFromZero.MatchString(message) {
			line++
		}
	} else if m := unknownAnchor.FindStringSubmatch(message); m != nil {
		line = 1 + max(0, slices.IndexFunc(d.lines, func(s string) bool { return strings.Contains(s, "*"+m[1]) }))
	}
	line = min(line, len(d.lines)) // a text that ends too early is at fault behind its end
	source := d.line(line)
	indent := source[:len(source)-len(strings.TrimLeft(source, " \t"))]
	switch {
	case strings.Contains(indent, "\t"):
		message = "a tab in the indentation: YAML wants spaces"
	case strings.Contains(source, " ? ") && strings.Contains(source, " : "):
		message += "; a formula with ?: needs quotes"
	}
	d.at(line, 0, "syntax: "+message)
}

// firstInvalid finds the first byte that is not UTF-8.
func firstInvalid(lines []string) (line, col int, ok bool) {
	for i, text := range lines {
		if utf8.ValidString(text) {
			continue
		}
		for j := 0; j < len(text); {
			r, size := utf8.DecodeRuneInString(text[j:])
			if r == utf8.RuneError && size == 1 {
				return i + 1, utf8.RuneCountInString(text[:j]) + 1, false
			}
			j += size
		}
	}
	return 0, 0, true
}

// line returns line n of the file, counting from 1.
func (d *document) line(n int) string {
	if n < 1 || n > len(d.lines) {
		return ""
	}
	return d.lines[n-1]
}

// bailout is the panic that ends the decoding of a hopeless file.
type bailout struct{}

// guard runs a part of the decoder, and returns early after too many diagnostics.
func guard(part func()) {
	defer func() {
		if r := recover(); r != nil && r != any(bailout{}) {
			panic(r)
		}
	}()
	part()
}

// at records a diagnostic at a line and column, once if it arises in many runs.
// It panics with a bailout if there are too many.
func (d *document) at(line, col int, message string) {
	diag := Diagnostic{File: d.file, Line: line, Col: col, Message: message, source: d.line(line)}
	if slices.Contains(d.diags, diag) {
		return
	}
	if len(d.diags) == maxDiagnostics {
		panic(bailout{})
	}
	d.diags = append(d.diags, diag)
}

// errorf records a diagnostic at a node.
func (d *document) errorf(n *yaml.Node, format string, args ...any) {
	d.at(n.Line, n.Column, fmt.Sprintf(format, args...))
}
