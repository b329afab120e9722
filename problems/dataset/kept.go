package dataset

// Kept is a source that is loaded once for a task, and whose data are kept. They must
// not be written. It serves one goroutine at a time.
type Kept struct {
	Source
	data map[Task]*Data
}

// Load implements Source. Errors are not kept.
func (k *Kept) Load(task Task) (*Data, error) {
	if data, ok := k.data[task]; ok {
		return data, nil
	}
	data, err := k.Source.Load(task)
	if err != nil {
		return nil, err
	}
	if k.data == nil {
		k.data = map[Task]*Data{}
	}
	k.data[task] = data
	return data, nil
}
