package compare

import (
	"fmt"
	"strings"
)

// Lines says a change in words, the entry first:
//
//	changed 碳达峰: carbon peaking
//	  preferred: carbon peak → carbon peaking
//	  avoid: + carbon summit
func (c *Change) Lines() []string {
	t := c.Term()
	head := fmt.Sprintf("%s %s: %s", c.Kind, t.Zh, t.Senses[0].Renderings[0].En)
	if len(t.Senses) > 1 {
		head += fmt.Sprintf(" and %d more", len(t.Senses)-1)
	}
	out := []string{head}
	for i := range c.Details {
		out = append(out, "  "+c.Details[i].String())
	}
	return out
}

// String says a detail in words: "binding: fixed → preferred", "avoid: + carbon
// summit, − carbon peak".
func (d *Detail) String() string {
	name := d.Field
	if d.Sense > 0 {
		name = fmt.Sprintf("sense %d, %s", d.Sense, d.Field)
	}
	if d.Moved {
		return name + ": in another order"
	}
	if len(d.Removed) == 1 && len(d.Added) == 1 {
		return fmt.Sprintf("%s: %s → %s", name, d.Removed[0], d.Added[0])
	}
	var parts []string
	for _, s := range d.Added {
		parts = append(parts, "+ "+s)
	}
	for _, s := range d.Removed {
		parts = append(parts, "− "+s)
	}
	separator := ", "
	if d.Field == "senses" {
		separator = "\n    "
		return name + ":" + separator + strings.Join(parts, separator)
	}
	return name + ": " + strings.Join(parts, separator)
}
