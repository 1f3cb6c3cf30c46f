package translate

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"duizhao/lang/han"
)

// accept takes an answer over, or none of it: one fault in a batch (an id that
// is missing, twice there or unknown, an echo of another unit, no English)
// makes every place in it doubtful.
func (r *run) accept(b batch, a Answer) error {
	if len(a.Units) != len(b.units) {
		return fmt.Errorf("%w: %d units asked, %d answered", errShifted, len(b.units), len(a.Units))
	}
	seen := make([]bool, len(b.units))
	for _, u := range a.Units {
		i := u.ID - 1
		switch {
		case i < 0 || i >= len(b.units):
			return fmt.Errorf("%w: unknown id %d", errShifted, u.ID)
		case seen[i]:
			return fmt.Errorf("%w: id %d twice", errShifted, u.ID)
		case !sameEcho(u.Echo, Echo(r.works[b.units[i]].unit.Zh)):
			return fmt.Errorf("%w: id %d echoes %q", errShifted, u.ID, u.Echo)
		case tooLong(u.En, r.works[b.units[i]].unit.Zh):
			return fmt.Errorf("%w: %d characters of English for id %d", errEndless, utf8.RuneCountInString(u.En), u.ID)
		case strings.TrimSpace(u.En) == "" && hasText(r.works[b.units[i]].unit.Zh):
			return fmt.Errorf("%w: no English for id %d", errEmpty, u.ID)
		}
		seen[i] = true
	}
	for _, u := range a.Units {
		en, zh := strings.TrimSpace(legible(u.En)), r.works[b.units[u.ID-1]].unit.Zh
		if en == "" && !hasText(zh) {
			en = marks.Replace(han.FoldString(zh))
		}
		r.take(b.units[u.ID-1], en)
	}
	return nil
}

// marks puts those of English in the place of those that width does not tell
// apart, for a unit that is nothing else.
var marks = strings.NewReplacer("。", ".", "、", ",")

// What English may have at most: a short name of four characters may stand for
// a long one of fifteen words, but a model that cannot stop goes on for pages.
const (
	maxEnglish        = 300 // characters, whatever the Chinese
	maxEnglishPerRune = 30  // and for each rune of that
)

func tooLong(en, zh string) bool {
	return len(en) > maxEnglish && utf8.RuneCountInString(en) > maxEnglish+maxEnglishPerRune*utf8.RuneCountInString(zh)
}

// legible is en without what is no text: bytes that are no UTF-8, and characters
// that command a terminal or turn the direction of writing.
func legible(en string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(en, "\uFFFD"))
}

// oneLine is en with a blank in the place of each break of lines.
func oneLine(en string) string {
	lines := strings.FieldsFunc(en, func(r rune) bool { return r == '\n' })
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.Join(slices.DeleteFunc(lines, func(l string) bool { return l == "" }), " ")
}
