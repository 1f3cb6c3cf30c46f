// Package duizhao holds the built-in glossary. The program is cmd/duizhao;
// the library begins at the packages article, glossary, translate and bitext.
package duizhao

import _ "embed"

//go:generate go run generate.go

// GlossaryYAML is the built-in glossary, in the format that package glossary
// parses.
//
//go:embed glossary.yaml
var GlossaryYAML []byte

// GlossaryCompiled is the same glossary in the form that
// glossary.File.UnmarshalBinary reads; go generate makes it.
//
//go:embed glossary.compiled
var GlossaryCompiled []byte
