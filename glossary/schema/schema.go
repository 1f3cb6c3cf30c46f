// Package schema promises that an editor can complete and check a glossary
// file: it holds the JSON Schema of glossary.yaml. What the schema accepts and
// [duizhao/glossary.Parse] refuses is what takes more than a look at one entry:
// a term that stands twice, a part that is no entry, Chinese in a rendering.
//
// Start with [Glossary].
package schema

import _ "embed"

//go:embed glossary.schema.json
var glossary []byte

// Glossary is the JSON Schema (draft 7, which editors know) of glossary.yaml,
// version 1. The slice is the caller's.
func Glossary() []byte { return append([]byte(nil), glossary...) }
