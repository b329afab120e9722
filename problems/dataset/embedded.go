package dataset

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed data/*.libsvm data/*.libsvm.gz
var files embed.FS

// Embedded is one of the small real sets that come with the program.
type Embedded struct {
	Name string // one of EmbeddedNames
}

// Validate asks for a known name.
func (s Embedded) Validate() error {
	if _, ok := Info(s.Name); !ok {
		return fmt.Errorf("no data set %q; there are %s", s.Name, strings.Join(EmbeddedNames(), ", "))
	}
	return nil
}

// Load reads the set. The labels of a classification set also serve as
// regression targets; the targets of a regression set are no labels.
func (s Embedded) Load(task Task) (*Data, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	info, _ := Info(s.Name)
	if task == TwoClass && info.Task == Regression {
		return nil, fmt.Errorf("%s is a regression set: it has no classes", s.Name)
	}
	file, err := files.Open("data/" + info.File)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := ReadLIBSVM(file, info.File)
	if err != nil {
		return nil, err
	}
	data.Name = s.Name
	return data, nil
}
