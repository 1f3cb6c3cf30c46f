package draft

import (
	_ "embed"
	"strings"
	"sync"

	"duizhao/lang/han"
)

//go:embed hints.txt
var hintsText string

// hints are the sets of hints.txt by name, their words folded.
var hints = sync.OnceValue(func() map[string]map[string]bool {
	sets := make(map[string]map[string]bool)
	for line := range strings.Lines(hintsText) {
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		set := sets[fields[0]]
		if set == nil {
			set = make(map[string]bool)
			sets[fields[0]] = set
		}
		for _, w := range fields[1:] {
			set[han.FoldString(w)] = true
		}
	}
	return sets
})

// hint reports whether a folded word is in the set of that name.
func hint(set, word string) bool { return hints()[set][word] }
