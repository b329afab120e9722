// Package config turns a YAML file into a resolved plan. It alone reads YAML,
// and knows no kind by name: the catalogue says what may be written.
//
// Load works in two phases. The first checks names, types, ranges and the names
// in formulas, and multiplies grids out; it opens no other file. The second
// builds the problems, computes what formulas stand for with their constants,
// checks every step of every schedule, and lists the cases to run. Mistakes are
// located, and reported all at once.
package config
