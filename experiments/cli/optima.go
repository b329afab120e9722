package cli

import (
	"os"
	"path/filepath"

	"regret/problems/optimum"
)

// optima is the user's store of minimizers; without a cache folder nothing is
// stored.
func optima() *optimum.Store {
	folder, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	return &optimum.Store{Folder: filepath.Join(folder, "regret", "optima")}
}
