package han

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/surnames.txt
var surnameLines string

//go:embed data/surnames_compound.txt
var compoundLines string

//go:embed data/given.txt
var givenLines string

//go:embed data/foreign.txt
var foreignLines string

//go:embed data/persons.txt
var personLines string

// names is what is known about names; its texts are folded.
type names struct {
	surnames map[string]string // surname to spelling
	given    map[rune]string   // readings in given names, where they are not the commonest
	foreign  map[string]bool   // names that are not spelt in pinyin
	persons  map[string]string // names that are not spelt by rule
}

var knownNames = sync.OnceValue(func() names {
	n := names{map[string]string{}, map[rune]string{}, map[string]bool{}, map[string]string{}}
	for line := range entries(surnameLines) {
		spelling, runes, _ := strings.Cut(line, " ")
		for _, r := range runes {
			n.surnames[string(Fold(r))] = spelling
		}
	}
	for line := range entries(compoundLines) {
		spelling, surname, _ := strings.Cut(line, " ")
		n.surnames[FoldString(surname)] = spelling
	}
	for line := range entries(givenLines) {
		r, size := utf8.DecodeRuneInString(line)
		n.given[r] = strings.TrimSpace(line[size:])
	}
	for line := range entries(foreignLines) {
		for name := range strings.FieldsSeq(line) {
			n.foreign[FoldString(name)] = true
		}
	}
	for line := range entries(personLines) {
		zh, en, _ := strings.Cut(line, " ")
		n.persons[FoldString(zh)] = en
	}
	return n
})

// surname returns the surname that runes, folded, begin with: its length in
// runes and its spelling.
func (n names) surname(runes []rune) (length int, spelling string) {
	for length = min(2, len(runes)); length > 0; length-- {
		if spelling = n.surnames[string(runes[:length])]; spelling != "" {
			return length, spelling
		}
	}
	return 0, ""
}

// SurnameLen returns the runes of the surname that zh begins with, compound
// ones (欧阳) before simple ones, and 0 where there is none.
func SurnameLen(zh string) int {
	length, _ := knownNames().surname([]rune(FoldString(zh)))
	return length
}

// Name spells the name of a Han person of the mainland as official English
// does (GB/T 28039): surname first, the given name in one word, an apostrophe
// before a, e and o inside it, no tones, ü as yu as on passports and in
// Xinhua's reports: 孙金龙 is Sun Jinlong, 李西安 Li Xi'an, 吕小丽 Lyu Xiaoli.
//
// It reports false where zh is not a known surname and one or two characters
// that may be a given name, or where it looks like a transcription (卢拉,
// 安德森) or is a person known to spell the name otherwise. Whether zh is a
// name at all, and not a word such as 高质量, the caller must know.
func Name(zh string) (en string, ok bool) {
	folded := []rune(FoldString(zh))
	n := knownNames()
	if en := n.persons[string(folded)]; en != "" {
		return en, true
	}
	length, spelling := n.surname(folded)
	given := folded[length:]
	if length == 0 || len(given) < 1 || len(given) > 2 || n.foreign[string(folded)] || transcribed(given) {
		return "", false
	}
	var b strings.Builder
	b.WriteString(spelling)
	b.WriteByte(' ')
	for i, r := range []rune(zh)[length:] {
		reading := n.read(r)
		if reading == "" {
			return "", false
		}
		joinSyllable(&b, reading, i == 0)
	}
	return strings.NewReplacer("ü", "yu", "Ü", "Yu").Replace(b.String()), true
}

// read returns the reading of r in a given name, without its tone, or "" for
// what stands in no name.
func (n names) read(r rune) string {
	if strings.ContainsRune(inNoName, Fold(r)) {
		return ""
	}
	if reading := n.given[Fold(r)]; reading != "" {
		return reading
	}
	return plainReading(r)
}

const (
	// inNoName are function words, folded, which stand in no given name.
	inNoName = "的了是在与及们这那也都就被把着过吗呢吧很或但并从向对于将让给我你他她它不没有"

	// inTranscriptions stand in given names too, but two of them together
	// hardly do; inTranscriptionsOnly hardly stand in one at all.
	inTranscriptions     = "斯尔姆顿兹茨弗赫蒂勒萨巴贝尼拉克特鲁塔帕佩普瑟塞沃瓦基卡科夫罗迪莱森德"
	inTranscriptionsOnly = "姆兹茨弗赫瑟蒂顿斯尔勒"
)

// transcribed reports whether a folded given name looks like the sound of a
// foreign one.
func transcribed(given []rune) bool {
	typical := 0
	for _, r := range given {
		if strings.ContainsRune(inTranscriptions, r) {
			typical++
		}
		if strings.ContainsRune(inTranscriptionsOnly, r) && (len(given) == 1 || strings.ContainsRune("姆兹茨弗瑟蒂顿", r)) {
			return true
		}
	}
	return typical == 2
}
