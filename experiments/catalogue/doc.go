// Package catalogue lists what there is: every kind of problem, data set,
// domain, sampling, method, schedule, average and bound, with its parameters as the tags
// of its struct declare them. The YAML decoder, the schema, list and show read
// nothing else, so a new kind is one line in one table here.
package catalogue
