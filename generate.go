//go:build ignore

// This program compiles glossary.yaml, so that the built-in glossary loads
// without being parsed.
package main

import (
	"fmt"
	"os"

	"duizhao/glossary"
)

func main() {
	if err := compile("glossary.yaml", "glossary.compiled"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func compile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	file, diagnostics := glossary.Parse("builtin", data)
	for _, d := range diagnostics {
		fmt.Fprintln(os.Stderr, d)
	}
	if len(diagnostics) > 0 {
		return fmt.Errorf("%s is not clean", from)
	}
	compiled, err := file.MarshalBinary()
	if err != nil {
		return err
	}
	return os.WriteFile(to, compiled, 0o644)
}
