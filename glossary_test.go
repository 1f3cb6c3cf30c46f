package duizhao_test

import (
	"bytes"
	"testing"

	"duizhao"
	"duizhao/glossary"
)

// The built-in glossary has nothing to complain of, and the compiled form is
// made of it and of nothing else.
func TestBuiltInGlossaryIsCleanAndCompiled(t *testing.T) {
	file, diagnostics := glossary.Parse("builtin", duizhao.GlossaryYAML)
	for _, d := range diagnostics {
		t.Error(d)
	}
	compiled, err := file.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(compiled, duizhao.GlossaryCompiled) {
		t.Error("glossary.compiled is not made of this glossary.yaml: run go generate")
	}
}
