package check

import (
	"strings"
	"unicode/utf8"

	"duizhao/bitext"
	"duizhao/lang/english"
	"duizhao/lang/han"
	"duizhao/lang/span"
)

var nameRomanisation = &Rule{
	Name:    "name-romanisation",
	Summary: "the name of a person is not spelt as the standard has it",
	Why: `Names of the mainland are spelt in pinyin, surname first, the given name in one word (GB/T 28039): Sun Jinlong, not
Jinlong Sun or Sun Jin Long; and 单霁翔 is Shan, not Dan. Only what the English spells in pinyin is judged, so foreign and minority
names, and names of Hong Kong or Taiwan with a spelling of their own, are left alone. How a given name is read its bearer decides: it
has the grade "given". Silent about 2,300 pairs that people translated.`,
	Bad:  Example{Zh: "部长孙金龙出席会议。", En: "Minister Jinlong Sun attended the meeting."},
	Good: Example{Zh: "部长孙金龙出席会议。", En: "Minister Sun Jinlong attended the meeting."},
	Grades: []Grade{
		{"reading", bitext.Error, bitext.Warning},
		{"order", bitext.Error, bitext.Warning},
		{"split", bitext.Warning, bitext.Note},
		{"given", bitext.Warning, bitext.Note},
	},
	Answer: true,
	Unit:   checkNames,
}

func checkNames(s *Subject) []Finding {
	if !mayHoldName(s) {
		return nil
	}
	capitals := capitalised(s)
	var out []Finding
	zh := s.Folded()
	rune_ := 0
	for i := 0; i < len(zh); rune_++ {
		_, size := utf8.DecodeRuneInString(zh[i:])
		if surname := han.SurnameLen(zh[i:]); surname > 0 && surnameStands(s, rune_, surname, capitals) {
			for given := 2; given > 0; given-- {
				at := span.Span{Start: rune_, End: rune_ + surname + given}
				if at.End > len(s.Runes()) || s.inMatch(at) {
					continue // a term says itself how it is spelt
				}
				f, known := checkName(s, at, surname, capitals)
				if f != nil {
					out = append(out, *f)
				}
				if known {
					break
				}
			}
		}
		i += size
	}
	return out
}

// capitalised are the words of the English that begin with one capital and go
// on in small letters.
func capitalised(s *Subject) []english.Word {
	var out []english.Word
	for _, w := range s.Words() {
		if isCapitalised(w.Text) {
			out = append(out, w)
		}
	}
	return out
}

func isCapitalised(w string) bool {
	return len(w) > 1 && 'A' <= w[0] && w[0] <= 'Z' && (w[1] >= 'a' || w[1] == '\'')
}

// mayHoldName reports whether two capitalised words stand beside each other
// and look like pinyin, which most English words do not.
func mayHoldName(s *Subject) bool {
	words := s.Words()
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		if isCapitalised(b.Text) && isCapitalised(a.Text) && s.En[a.Span.End:b.Span.Start] == " " && looksLikePinyin(a.Text) && looksLikePinyin(b.Text) {
			return true
		}
	}
	return false
}

// initials are the consonants that a syllable of pinyin may begin with.
var initials = wordSet("b p m f d t n l g k h j q x r z c s y w zh ch sh ly ny")

// looksLikePinyin reports whether the consonants of a word stand as they do in
// pinyin, an 's apart.
func looksLikePinyin(word string) bool {
	word = strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s"))
	vowels := 0
	for rest := word; rest != ""; {
		n := strings.IndexAny(rest, "aeiouüv")
		if n < 0 {
			return vowels > 0 && (rest == "n" || rest == "ng" || rest == "r")
		}
		consonants := strings.Trim(rest[:n], "'-’")
		if vowels > 0 {
			consonants = strings.TrimLeft(afterSyllable(consonants), "'-’")
		}
		if consonants != "" && !initials[consonants] {
			return false
		}
		rest = strings.TrimLeft(rest[n:], "aeiouüv")
		vowels++
	}
	return vowels > 0
}

// afterSyllable cuts off what a syllable may end with, where more follows.
func afterSyllable(consonants string) string {
	for _, end := range []string{"ng", "n", "r"} {
		if rest, ok := strings.CutPrefix(consonants, end); ok && rest != "" {
			return rest
		}
	}
	return consonants
}

// longestSyllable is the length of the longest syllable of pinyin, zhuang.
const longestSyllable = 6

// surnameStands reports whether a reading of the surname at rune i is one of
// the words.
func surnameStands(s *Subject, i, length int, words []english.Word) bool {
	if length > 1 {
		return true
	}
	for _, w := range words {
		if len(w.Text) > longestSyllable {
			continue
		}
		// bare writes ü as u, which is no reading of 吕.
		if name := bare(w.Text); han.IsReading(s.Runes()[i], name) || name == "lu" && han.IsReading(s.Runes()[i], "lü") {
			return true
		}
	}
	return false
}

// checkName compares the name at runes at, if it is one, with the English.
// known is true where the English has it, in whatever spelling.
func checkName(s *Subject, at span.Span, surname int, words []english.Word) (f *Finding, known bool) {
	want, ok := han.Name(s.zh(at))
	if !ok {
		return nil, false
	}
	family, given, ok := strings.Cut(want, " ")
	if !ok {
		return nil, false
	}
	for i, w := range words {
		name := strings.TrimSuffix(strings.TrimSuffix(w.Text, "'s"), "’s")
		var next, previous english.Word
		if i+1 < len(words) && s.En[w.Span.End:words[i+1].Span.Start] == " " {
			next = words[i+1]
		}
		if i > 0 && s.En[words[i-1].Span.End:w.Span.Start] == " " {
			previous = words[i-1]
		}
		switch {
		case samePinyin(name, given) && samePinyin(previous.Text, family):
			return nil, true
		case samePinyin(name, given) && samePinyin(next.Text, family) && !samePinyin(previous.Text, family):
			return misspelt(s, "order", at, span.Span{Start: w.Span.Start, End: next.Span.End}, want), true
		case samePinyin(name, given) && previous.Text != "" && isReading(s, at.Start, surname, previous.Text):
			return misspelt(s, "reading", at, span.Span{Start: previous.Span.Start, End: w.Span.End}, want), true
		case samePinyin(previous.Text, family) && strings.IndexByte(name, '-') > 0 && samePinyin(strings.ReplaceAll(name, "-", ""), given):
			return misspelt(s, "split", at, span.Span{Start: previous.Span.Start, End: w.Span.End}, want), true
		case samePinyin(previous.Text, family) && next.Text != "" && samePinyin(name+next.Text, given):
			return misspelt(s, "split", at, span.Span{Start: previous.Span.Start, End: next.Span.End}, want), true
		case samePinyin(previous.Text, family) && isOtherReading(s, at, surname, name, given):
			return misspelt(s, "given", at, span.Span{Start: previous.Span.Start, End: w.Span.End}, want), true
		}
	}
	return nil, false
}

func misspelt(s *Subject, grade string, at, target span.Span, want string) *Finding {
	f := found(grade, at, s.target(target), "%s should be spelt %q", s.zh(at), want)
	if text := s.En[target.Start:target.End]; grade != "given" && english.TrimPossessive(text) == text {
		f.Fix = &Fix{Target: *f.Target, En: want}
	}
	return &f
}

// samePinyin compares two spellings, whatever their case, apostrophes, and way
// of writing ü.
func samePinyin(a, b string) bool {
	return a != "" && (a == b || bare(a) == bare(b))
}

// bare is a spelling in small letters, without apostrophes, with ü as "u":
// Lyu, Lü, Lv and Lu are one.
func bare(name string) string { return bareSpelling.Replace(strings.ToLower(name)) }

var bareSpelling = strings.NewReplacer("'", "", "’", "", "ü", "u", "lyu", "lu", "nyu", "nu", "lv", "lu", "nv", "nu")

// isReading reports whether name is a reading of the surname at rune i.
func isReading(s *Subject, i, length int, name string) bool {
	return length == 1 && han.IsReading(s.Runes()[i], strings.ToLower(name))
}

// isOtherReading reports whether name spells the given name with readings that
// its characters have elsewhere.
func isOtherReading(s *Subject, at span.Span, surname int, name, want string) bool {
	if samePinyin(name, want) {
		return false
	}
	given := s.Runes()[at.Start+surname : at.End]
	name = bare(name)
	if len(given) == 1 {
		return han.IsReading(given[0], name)
	}
	for cut := 1; cut < len(name); cut++ {
		if han.IsReading(given[0], name[:cut]) && han.IsReading(given[1], name[cut:]) {
			return true
		}
	}
	return false
}
