package lexicon

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"duizhao/lang/han"
)

// Parse reads a table of words: UTF-8 lines of three or four cells separated
// by one tab each, blank lines, and comments that begin with #.
//
//	推动	v	advance	has=改革,工作
//	推动	v	promote
//	企业	n	enterprise	c body
//
// The third cell is the English, "-" where English says nothing, with "|"
// between the parts of an open choice. The fourth holds flags and conditions
// (prev=, next=, has=, had=, or != for "none of these"), separated by one
// space. Senses of a word stand together, and at least one of them has no
// condition.
//
// Every bad line is an error of its own, joined into the one returned, and
// begins with name and line number.
func Parse(name string, data []byte) (*Lexicon, error) {
	lines := bytes.Count(data, []byte{'\n'})
	p := parser{name: name, lexicon: &Lexicon{entries: make(map[string]*Entry, lines)}}
	for line := range strings.Lines(string(data)) {
		p.line++
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := p.sense(line); err != nil {
			p.fail(p.line, err)
		}
	}
	p.finish()
	return p.lexicon, errors.Join(p.errs...)
}

type parser struct {
	name    string
	line    int
	lexicon *Lexicon
	entry   *Entry   // the word whose senses are being read
	first   int      // its line
	lines   []string // its lines
	errs    []error
}

func (p *parser) fail(line int, err error) {
	p.errs = append(p.errs, fmt.Errorf("read lexicon %s: line %d: %w", p.name, line, err))
}

// sense reads one line.
func (p *parser) sense(line string) error {
	if slices.Contains(p.lines, line) {
		return errors.New("the same line stands twice")
	}
	cells := strings.Split(line, "\t")
	if len(cells) != 3 && len(cells) != 4 {
		return fmt.Errorf("want 3 or 4 cells separated by one tab, have %d", len(cells))
	}
	if err := checkZh(cells[0]); err != nil {
		return err
	}
	s := Sense{POS: POS(cells[1])}
	if !isPOS(s.POS) {
		return fmt.Errorf("unknown part of speech %q", cells[1])
	}
	var err error
	if s.En, err = english(cells[2]); err != nil {
		return err
	}
	if len(cells) == 4 {
		if err := s.qualify(cells[3]); err != nil {
			return err
		}
	}
	if err := s.check(); err != nil {
		return err
	}
	if err := p.place(cells[0], s); err != nil {
		return err
	}
	p.lines = append(p.lines, line)
	return nil
}

// place adds a sense to the word it belongs to.
func (p *parser) place(zh string, s Sense) error {
	if p.entry == nil || p.entry.Zh != zh {
		p.finish()
		p.entry, p.first, p.lines = &Entry{Zh: zh}, p.line, p.lines[:0]
		if _, again := p.lexicon.Lookup(zh); again {
			return fmt.Errorf("%s was there before; the senses of a word stand together", zh)
		}
		p.lexicon.add(p.entry)
	}
	p.entry.Senses = append(p.entry.Senses, s)
	return nil
}

// finish checks the word whose senses are complete.
func (p *parser) finish() {
	if p.entry == nil {
		return
	}
	for _, s := range p.entry.Senses {
		if len(s.When) == 0 {
			return
		}
	}
	if len(p.entry.Senses) > 0 {
		p.fail(p.first, fmt.Errorf("%s has no sense without conditions", p.entry.Zh))
	}
}

func checkZh(zh string) error {
	if zh == "" {
		return errors.New("no Chinese word")
	}
	for _, r := range zh {
		if !han.Is(r) && r != '·' && (r < '0' || r > '9') && !unicode.Is(unicode.Latin, r) {
			return fmt.Errorf("%q in a Chinese word", r)
		}
	}
	return nil
}

// english reads the third cell.
func english(cell string) ([]string, error) {
	if cell == "-" {
		return nil, nil
	}
	choices := strings.Split(cell, "|")
	if len(choices) > 3 {
		return nil, fmt.Errorf("%d choices; at most 3", len(choices))
	}
	for _, en := range choices {
		if en == "" || strings.TrimSpace(en) != en || strings.Contains(en, "  ") {
			return nil, fmt.Errorf("empty English or stray space in %q", cell)
		}
		for _, r := range en {
			if han.Is(r) || strings.ContainsRune(`[]{}()<>|"“”`, r) || unicode.IsControl(r) {
				return nil, fmt.Errorf("%q in English %q", r, en)
			}
		}
	}
	return choices, nil
}
