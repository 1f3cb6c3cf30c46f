// Package duizhao holds the built-in glossary. The program is cmd/duizhao;
// the library begins at the packages article, glossary, translate and bitext.
package duizhao

import _ "embed"

// GlossaryYAML is the built-in glossary, in the format that package glossary
// parses.
//
//go:embed glossary.yaml
var GlossaryYAML []byte
