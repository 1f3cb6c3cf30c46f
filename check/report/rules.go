package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"

	"duizhao/check"
)

// Rules writes a line for each rule: its name, its gravest severities, what is
// wrong. [check.Rule.Explain] says more of one.
func Rules(w io.Writer, rules []*check.Rule) error {
	out := bufio.NewWriter(w)
	width := 0
	for _, r := range rules {
		width = max(width, len(r.Name))
	}
	fmt.Fprintf(out, "%-*s  %-7s  %-7s  %s\n", width, "rule", "machine", "human", "what is wrong")
	for _, r := range rules {
		gravest := r.Grades[0]
		fmt.Fprintf(out, "%-*s  %-7s  %-7s  %s\n", width, r.Name,
			cmp.Or(string(gravest.Machine), "off"), cmp.Or(string(gravest.Human), "off"), r.Summary)
	}
	return out.Flush()
}

// unwrapped is text with its lines joined.
func unwrapped(text string) string { return strings.Join(strings.Fields(text), " ") }
