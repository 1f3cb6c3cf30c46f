// Package check promises that what it says about a bitext can be believed:
// what it counts is what a reviser would count, it shows where, and the same
// input gives the same findings, whatever the order of the work.
//
// Start with [Run], which holds documents to the rules in [All], and with
// [Verify], which holds one answer of an engine to them. [Mend] makes good what
// is certain; [Try] runs a glossary over approved pairs. The package looks at
// bitexts and glossaries; it changes neither and opens no files.
package check
