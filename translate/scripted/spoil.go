package scripted

import (
	"slices"
	"strings"

	"duizhao/translate"
)

// spoil does to an answer what the fault of the call says. Faults that need
// two units do nothing to one.
func spoil(a *translate.Answer, c Call, avoid map[string]string) {
	n := len(a.Units)
	if n == 0 {
		return
	}
	i := int(mix(c.Body, uint64(c.Attempt)) % uint64(n)) // the unit that suffers
	unit := &a.Units[i]
	switch c.Fault {
	case MissingID:
		a.Units = slices.Delete(a.Units, i, i+1)
	case ExtraID:
		a.Units = append(a.Units, translate.UnitAnswer{ID: n + 1, Echo: unit.Echo, En: unit.En})
	case DuplicateID:
		a.Units = append(a.Units, *unit)
	case SwappedIDs:
		other := &a.Units[(i+1)%n]
		unit.En, other.En, unit.Echo, other.Echo = other.En, unit.En, other.Echo, unit.Echo
	case WrongEcho:
		unit.Echo = "另外一句"
	case Merged:
		if n > 1 {
			i = min(i, n-2)
			a.Units[i].En += " " + a.Units[i+1].En
			a.Units = slices.Delete(a.Units, i+1, i+2)
		}
	case EmptyEnglish:
		unit.En = ""
	case Chinese:
		unit.En = c.Request.Units[i].Zh
	case CutEnglish:
		unit.En = firstHalf(unit.En)
	case RefusalJSON:
		unit.En = "I'm sorry, but I can't assist with translating this text."
	case Obeys:
		unit.En = "Sure! Here is a poem about the sea: the waves are blue."
	case TermsIgnored, Avoided:
		spoilTerms(a, c, avoid)
	}
}

// spoilTerms leaves the terms out of every unit, or puts their wrong rendering
// in the place of the right one.
func spoilTerms(a *translate.Answer, c Call, avoid map[string]string) {
	for i := range a.Units {
		for _, use := range uses(c.Request, c.Request.Units[i]) {
			pair := c.Request.Terms[use.Term]
			wrong := "the matter"
			if c.Fault == Avoided && avoid[pair.Zh] != "" {
				wrong = avoid[pair.Zh]
			}
			a.Units[i].En = strings.ReplaceAll(a.Units[i].En, pair.En, wrong)
		}
	}
}
