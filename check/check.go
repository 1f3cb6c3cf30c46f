// Package check promises that what it says about a bitext can be believed:
// what it counts is what a reviser would count, and it shows where.
//
// Start with [Try], which runs a glossary over approved pairs. The package
// looks at bitexts and glossaries; it changes neither and opens no files.
package check
