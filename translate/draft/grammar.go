package draft

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// category numbers the kinds of words and phrases that the grammar names.
type category int8

// rule makes a phrase of one, two or three parts. A rule of three parts is
// kept as two: the first two parts make a category of their own.
type rule struct {
	lhs         category
	left, right category // right is none in a rule of one part
	cost        float32
	say         string
	half        bool // the first two parts of a rule of three
	plain       bool // the left part is a verb phrase that should have no modal
}

const none category = -1

// grammar is the table of rules, by what stands on their left.
type grammar struct {
	names  []string
	number map[string]category
	unary  [][]rule // by the part
	binary [][]rule // by the left part
}

//go:embed grammar.txt
var grammarText string

// theGrammar is the grammar that is built in, parsed once.
var theGrammar = sync.OnceValue(func() *grammar {
	g, err := parseGrammar(grammarText)
	if err != nil {
		panic(err) // the table is part of the program, and its test parses it
	}
	return g
})

// parseGrammar reads lines "LHS part [part [part]] cost say"; # comments.
func parseGrammar(text string) (*grammar, error) {
	g := &grammar{number: make(map[string]category)}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line, _, _ = strings.Cut(line, "#")
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		if err := g.add(fields); err != nil {
			return nil, fmt.Errorf("read grammar: line %d: %w", n, err)
		}
	}
	return g, nil
}

func (g *grammar) add(fields []string) error {
	if len(fields) < 4 || len(fields) > 6 {
		return fmt.Errorf("want 4 to 6 fields, have %d", len(fields))
	}
	parts, tail := fields[1:len(fields)-2], fields[len(fields)-2:]
	cost, err := strconv.ParseFloat(tail[0], 32)
	if err != nil || cost < 0 {
		return fmt.Errorf("bad cost %q", tail[0])
	}
	r := rule{lhs: g.category(fields[0]), left: g.category(parts[0]), right: none, cost: float32(cost), say: tail[1]}
	switch len(parts) {
	case 1:
		g.unary[r.left] = append(g.unary[r.left], r)
	case 2:
		r.right = g.category(parts[1])
		r.plain = fields[0] == "DP" && r.say == "relative" && parts[0] == "VP"
		g.binary[r.left] = append(g.binary[r.left], r)
	case 3:
		name := parts[0] + "+" + parts[1]
		_, known := g.number[name]
		half := rule{lhs: g.category(name), left: r.left, right: g.category(parts[1]), half: true}
		if !known {
			g.binary[half.left] = append(g.binary[half.left], half)
		}
		r.left, r.right = half.lhs, g.category(parts[2])
		g.binary[r.left] = append(g.binary[r.left], r)
	}
	return nil
}

// category is the number of a name, a new one for a new name.
func (g *grammar) category(name string) category {
	if c, ok := g.number[name]; ok {
		return c
	}
	c := category(len(g.names))
	g.names = append(g.names, name)
	g.number[name] = c
	g.unary = append(g.unary, nil)
	g.binary = append(g.binary, nil)
	return c
}
