package dataset

import (
	"bytes"
	"compress/gzip"
	"strings"
	"testing"
	"testing/iotest"
)

// packed compresses text by gzip.
func packed(t testing.TB, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestGzipIsReadAsPlainText(t *testing.T) {
	const text = "+1 1:0.5 3:-2\n-1 2:4\n"
	plain, err := ReadLIBSVM(strings.NewReader(text), "f")
	if err != nil {
		t.Fatal(err)
	}
	whole := packed(t, text)
	for name, stream := range map[string][]byte{
		"one member":  whole,
		"two members": append(packed(t, text[:9]), packed(t, text[9:])...),
		"marked":      packed(t, "\xef\xbb\xbf"+text),
	} {
		data, err := ReadLIBSVM(iotest.OneByteReader(bytes.NewReader(stream)), "f")
		if err != nil || data.Digest() != plain.Digest() {
			t.Errorf("%s: %v, error %v", name, data, err)
		}
	}
	// The packed form is not looked for a second time.
	if _, err := ReadLIBSVM(bytes.NewReader(packed(t, string(whole))), "f"); err == nil || !strings.HasPrefix(err.Error(), "f:1: label ") {
		t.Errorf("error %v", err)
	}
}

// A stream that is cut or changed anywhere is refused, with the place.
func TestDamagedGzipIsRefused(t *testing.T) {
	var text strings.Builder
	for range 3000 {
		text.WriteString("1 1:0.5 3:-2\n")
	}
	whole := packed(t, text.String())
	for cut := 2; cut < len(whole); cut++ {
		_, err := ReadLIBSVM(bytes.NewReader(whole[:cut]), "f")
		if err == nil || !strings.HasPrefix(err.Error(), "f:") || !strings.HasSuffix(err.Error(), ": the gzip data are cut off") {
			t.Fatalf("%d of %d bytes: error %v", cut, len(whole), err)
		}
	}
	for k := 10; k < len(whole); k++ {
		changed := bytes.Clone(whole)
		changed[k] ^= 0x10
		if _, err := ReadLIBSVM(bytes.NewReader(changed), "f"); err == nil || !strings.HasPrefix(err.Error(), "f:") {
			t.Fatalf("byte %d of %d changed: error %v", k, len(whole), err)
		}
	}
	_, err := ReadLIBSVM(bytes.NewReader(append(bytes.Clone(whole), "1 1:2 2:3 4:5\n"...)), "f")
	if want := "f:3001: the gzip data are damaged: gzip: invalid header"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// A few kilobytes may unpack to a line without end.
func TestPackedLongLineIsRefused(t *testing.T) {
	bomb := packed(t, "1 1:1\n1 "+strings.Repeat(" ", maxLine+1))
	if len(bomb) > 100_000 {
		t.Fatalf("%d bytes", len(bomb))
	}
	_, err := ReadLIBSVM(bytes.NewReader(bomb), "f")
	if want := "f:2: line is longer than 64 MiB"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	_, err = CSV{Target: "y"}.Read(bytes.NewReader(packed(t, "y,x\n1,"+strings.Repeat(" ", maxRecord+1<<17))), "f", Regression)
	if want := "f:2: the record is longer than 8 MiB"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}
