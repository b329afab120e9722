package dataset

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
)

func ExampleEmbedded() {
	data, err := Embedded{Name: "diabetes"}.Load(Regression)
	if err != nil {
		fmt.Println(err)
		return
	}
	y, mean := Centre(data.Y)
	fmt.Printf("%d x %d, mean target %.4f, first target %.4f\n", data.Rows.Len(), data.Rows.Dim(), mean, y[0])
	// Output: 442 x 10, mean target 152.1335, first target -1.1335
}

func TestEmbeddedMatchesItsDescription(t *testing.T) {
	for _, name := range EmbeddedNames() {
		info, _ := Info(name)
		data, err := Embedded{Name: name}.Load(info.Task)
		if err != nil {
			t.Error(err)
			continue
		}
		if data.Name != name || data.Rows.Len() != info.N || data.Rows.Dim() != info.D || len(data.Y) != info.N {
			t.Errorf("%s: %q with %d x %d, described as %d x %d", name, data.Name, data.Rows.Len(), data.Rows.Dim(), info.N, info.D)
		}
		labels := len(slices.Compact(slices.Sorted(slices.Values(data.Y))))
		if info.Task == TwoClass && labels != info.Classes || info.Task == Regression && info.Classes != 0 {
			t.Errorf("%s: %d labels, described as %d", name, labels, info.Classes)
		}
	}
}

// Reference optima were computed from files with these hashes.
func TestEmbeddedHashes(t *testing.T) {
	for name, want := range map[string]string{
		"diabetes":      "b750e216e46c8998ef492175096919a8b31b0654c3054b04ef3780dae2fcbe90",
		"heart":         "5defa0a4c4c5bdaf3f55ae3828310252e8565c13ee37ce279e0b86d82e7f4ce9",
		"breast-cancer": "951f8cb3a0ca6b276f2e3deae3d6bd71649b6b6694445d5149eb0a6a376f5165",
		"sotu":          "13439756d3cc4df1323f44abcbf279309674764b1517120a4c3c7bd0162bf8d1",
	} {
		info, _ := Info(name)
		text, err := files.ReadFile("data/" + info.File)
		if err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprintf("%x", sha256.Sum256(text)); got != want {
			t.Errorf("%s: sha256 %s, want %s", info.File, got, want)
		}
	}
}

// Every file has an entry, and every entry its source, licence and citation
// in the folder's README.
func TestEmbeddedFilesAreDocumented(t *testing.T) {
	text, err := os.ReadFile("data/README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := strings.Join(strings.Fields(string(text)), " ")
	var described []string
	for _, name := range EmbeddedNames() {
		info, _ := Info(name)
		described = append(described, "data/"+info.File)
		row := fmt.Sprintf("| `%s` | %s |", name, info.File)
		if !strings.Contains(readme, row) || !strings.Contains(readme, fmt.Sprintf("| %d | %d |", info.N, info.D)) {
			t.Errorf("README has no row %s with %d x %d", row, info.N, info.D)
		}
		if !strings.Contains(readme, fmt.Sprintf("- %s: %s", name, info.Citation)) {
			t.Errorf("README does not cite %s as %s", name, info.Citation)
		}
		if info.Licence == "" || info.Doc == "" {
			t.Errorf("%s lacks licence or doc", name)
		}
	}
	present, err := fs.Glob(files, "data/*.libsvm*")
	if err != nil {
		t.Fatal(err)
	}
	if slices.Sort(described); !slices.Equal(described, present) {
		t.Errorf("described %v, present %v", described, present)
	}
}

func TestEmbeddedRefuses(t *testing.T) {
	_, err := Embedded{Name: "hart"}.Load(TwoClass)
	if err == nil || !strings.HasPrefix(err.Error(), `no data set "hart"; there are heart, breast-cancer`) {
		t.Errorf("error %v", err)
	}
	_, err = Embedded{Name: "concrete"}.Load(TwoClass)
	if err == nil || err.Error() != "concrete is a regression set: it has no classes" {
		t.Errorf("error %v", err)
	}
	if data, err := (Embedded{Name: "heart"}).Load(Regression); err != nil || data.Y[0] != 1 {
		t.Errorf("labels do not serve as targets: %v", err)
	}
}

// The description says so: a perceptron ends without an error.
func TestMushroomsAreLinearlySeparable(t *testing.T) {
	data, err := Embedded{Name: "mushrooms"}.Load(TwoClass)
	if err != nil {
		t.Fatal(err)
	}
	w := make([]float64, data.Rows.Dim())
	for range 1000 {
		mistakes := 0
		for i, y := range data.Y {
			if y*data.Rows.Dot(i, w) <= 0 {
				mistakes++
				data.Rows.AddScaled(w, y, i)
			}
		}
		if mistakes == 0 {
			return
		}
	}
	t.Error("no separating vector found")
}

func dotNaive(a, b []float64) float64 {
	var sum float64
	for j := range a {
		sum += a[j] * b[j]
	}
	return sum
}

// The default serves every embedded set, or the set names a way that does.
func TestEmbeddedSetsCanBePrepared(t *testing.T) {
	for _, name := range EmbeddedNames() {
		info, _ := Info(name)
		rows := load(t, name).Rows
		_, _, err := Standardize.Apply(rows)
		if (err != nil) != (info.Preprocess != "") {
			t.Errorf("%s: advice %q, but standardize gives %v", name, info.Preprocess, err)
		}
		if info.Preprocess == "" {
			continue
		}
		if _, _, err := info.Preprocess.Apply(rows); err != nil {
			t.Errorf("%s: the advice fails: %v", name, err)
		}
	}
}
