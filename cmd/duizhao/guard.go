package main

import (
	"fmt"
	"os"
)

// guardOutput refuses an output that is one of the files a run reads: the
// article, a glossary, the configuration, a file that stdin comes from.
func (u *ui) guardOutput(output string, inputs ...string) error {
	if output == "" || output == stdinName {
		return nil
	}
	target, err := os.Stat(output)
	if err != nil || !target.Mode().IsRegular() {
		return nil // nothing there to be lost
	}
	for _, path := range inputs {
		if path == stdinName {
			if f, ok := u.in.(*os.File); ok {
				if info, err := f.Stat(); err == nil && os.SameFile(target, info) {
					return outputIsInput(output, "what standard input comes from")
				}
			}
			continue
		}
		if sameFile(path, output) {
			return outputIsInput(output, "itself read: "+path)
		}
	}
	return nil
}

func outputIsInput(output, what string) error {
	return withHint(fmt.Errorf("the output %s is %s", output, what), "name another file")
}

func sameFile(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}
