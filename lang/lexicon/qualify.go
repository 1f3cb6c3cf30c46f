package lexicon

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// flagNames are the flags as written, in the order of their bits.
var flagNames = [...]string{
	"c", "u", "the", "p", "name", "post", "body", "person", "time", "place",
	"says", "to", "ing", "light", "intr", "det", "adv",
}

// flagPOS says for which parts of speech a flag is meant.
func flagPOS(f Flags) []POS {
	switch {
	case f&countFlags != 0:
		return []POS{Noun, Measure}
	case f&(Post|Body|Person|TimeNoun|Place) != 0:
		return []POS{Noun}
	case f&(Says|TakesTo|TakesIng|Light|Intransitive) != 0:
		return []POS{Verb}
	case f == Determiner:
		return []POS{Pronoun, Adjective, Indefinite}
	default:
		return []POS{Phrase}
	}
}

func isPOS(p POS) bool {
	switch p {
	case Noun, Verb, Adjective, Attribute, Adverb, Auxiliary, Preposition, Conjunction,
		Pronoun, Indefinite, Measure, Time, Localiser, Phrase, Particle:
		return true
	}
	return false
}

var classes = []string{"@n", "@v", "@a", "@num", "@term", "@name", "@start", "@end"}

// qualify reads the fourth cell: flags and conditions.
func (s *Sense) qualify(cell string) error {
	for word := range strings.SplitSeq(cell, " ") {
		name, values, isCondition := strings.Cut(word, "=")
		if isCondition {
			c, err := condition(name, values)
			if err != nil {
				return err
			}
			s.When = append(s.When, c)
			continue
		}
		i := slices.Index(flagNames[:], word)
		if i < 0 {
			return fmt.Errorf("unknown flag %q", word)
		}
		f := Flags(1) << i
		if s.Flags.Has(f) {
			return fmt.Errorf("flag %s twice", word)
		}
		if !slices.Contains(flagPOS(f), s.POS) {
			return fmt.Errorf("flag %s does not fit part of speech %s", word, s.POS)
		}
		s.Flags |= f
	}
	return nil
}

// condition reads "prev=推动,促进" or "next!=@n", cut at "=".
func condition(name, values string) (Condition, error) {
	var c Condition
	name, c.Not = strings.CutSuffix(name, "!")
	c.Where = Where(name)
	switch c.Where {
	case Before, After, Later, Earlier:
	default:
		return c, fmt.Errorf("unknown condition %q; want prev, next, has or had", name)
	}
	c.Values = strings.Split(values, ",")
	for _, v := range c.Values {
		if strings.HasPrefix(v, "@") {
			if !slices.Contains(classes, v) {
				return c, fmt.Errorf("unknown class %q", v)
			}
			continue
		}
		if err := checkZh(v); err != nil {
			return c, fmt.Errorf("condition %s: %w", name, err)
		}
	}
	return c, nil
}

// check tells what no single cell shows to be wrong.
func (s *Sense) check() error {
	count := bits.OnesCount32(uint32(s.Flags & countFlags))
	switch {
	case s.POS == Noun && len(s.En) > 0 && count != 1:
		return errors.New("a noun has exactly one of the flags c, u, the, p, name")
	case s.POS == Noun && len(s.En) == 0 && len(s.When) == 0:
		return errors.New("a noun without English needs a condition")
	case s.POS == Measure && len(s.En) > 0 && count != 1:
		return errors.New("a measure word with English has exactly one of the flags c, u, the, p, name")
	case s.POS == Particle && len(s.En) > 0:
		return errors.New(`the English of a particle is "-"`)
	}
	return nil
}
