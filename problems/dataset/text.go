package dataset

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
)

// maxLine bounds a line of text, in bytes.
const maxLine = 64 << 20

// readFile hands the text of a regular file to read, under the file's name.
func readFile(name string, read func(io.Reader, string) (*Data, error)) (*Data, error) {
	if name == "" {
		return nil, errNoFile
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is not a regular file", name) // opening a pipe would wait for ever
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return read(file, name)
}

var errNoFile = errors.New("file must not be empty")

// plainText returns the text behind r: r itself, or what it unpacks to if its
// first two bytes are those of gzip (RFC 1952). A byte order mark of UTF-8 is
// skipped.
func plainText(r io.Reader) (*bufio.Reader, error) {
	const size = 64 << 10
	text := bufio.NewReaderSize(r, size)
	if magic, _ := text.Peek(2); string(magic) == "\x1f\x8b" {
		unpacked, err := gzip.NewReader(text)
		if err != nil {
			return nil, gzipError(err)
		}
		text = bufio.NewReaderSize(gzipText{unpacked}, size)
	}
	if mark, _ := text.Peek(3); string(mark) == "\xef\xbb\xbf" {
		_, _ = text.Discard(3) // they are in the buffer
	}
	return text, nil // an error that Peek met comes again with the next read
}

// gzipText gives gzip's errors words that say so.
type gzipText struct{ *gzip.Reader }

func (g gzipText) Read(p []byte) (int, error) {
	n, err := g.Reader.Read(p)
	if err != nil && err != io.EOF {
		err = gzipError(err)
	}
	return n, err
}

func gzipError(err error) error {
	if err == io.EOF || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the gzip data are cut off")
	}
	return fmt.Errorf("the gzip data are damaged: %w", err)
}

// lines hands out text line by line.
type lines struct {
	text   *bufio.Reader
	name   string
	number int    // of the line handed out last, from 1
	long   []byte // a line that is longer than the reader's buffer
}

func newLines(r io.Reader, name string) (*lines, error) {
	l := &lines{name: name, number: 1}
	var err error
	if l.text, err = plainText(r); err != nil {
		return nil, l.locate(err)
	}
	l.number = 0
	return l, nil
}

// next returns the next line without its LF or CRLF, valid until the next
// call; at the end io.EOF. A line that a reading error cuts off is not
// returned. Errors are located.
func (l *lines) next() ([]byte, error) {
	l.number++
	line, err := l.text.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		line, err = l.rest(line)
	}
	switch {
	case err == io.EOF && len(line) > 0: // the last line lacks its LF
	case err == io.EOF:
		return nil, err
	case err != nil:
		return nil, l.locate(err)
	}
	line = bytes.TrimSuffix(line, []byte{'\n'})
	return bytes.TrimSuffix(line, []byte{'\r'}), nil
}

// rest collects the rest of a line that begins with head.
func (l *lines) rest(head []byte) (line []byte, err error) {
	l.long = append(l.long[:0], head...)
	for err = bufio.ErrBufferFull; err == bufio.ErrBufferFull; {
		head, err = l.text.ReadSlice('\n')
		if l.long = append(l.long, head...); len(l.long) > maxLine {
			return nil, fmt.Errorf("line is longer than %d MiB", maxLine>>20)
		}
	}
	return l.long, err
}

// locate says where an error stands: "name:line: message".
func (l *lines) locate(err error) error {
	return fmt.Errorf("%s:%d: %w", l.name, l.number, err)
}
