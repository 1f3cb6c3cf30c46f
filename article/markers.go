package article

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"duizhao/lang/han"
)

//go:embed data/markers.tsv
var markerTable string

// Classes of markers; the table says what each means.
const (
	markHead         = "head.prefix"
	markMenu         = "menu"
	markPage         = "page.prefix"
	markPageIn       = "page.contains"
	markSite         = "site.prefix"
	markSiteIn       = "site.contains"
	markSiteSentence = "site.sentence"
	markFooter       = "footer.prefix"
	markKeep         = "keep.prefix"
	markContact      = "contact.prefix"
	labelClass       = "label."
)

// markWord is one word of the table, folded.
type markWord struct {
	text, reason string
	edge         bool // no letter may follow: 分享到 is a button, 分享到户 is not
}

// markers is the table by class; labels and menu words are looked up whole.
type markers struct {
	byClass map[string][]markWord
	labels  map[string]string // label: name of the field
	menu    map[string]string // word: reason
}

var loadMarkers = sync.OnceValue(func() *markers {
	m := &markers{byClass: map[string][]markWord{}, labels: map[string]string{}, menu: map[string]string{}}
	for row := range strings.Lines(markerTable) {
		row = strings.TrimRight(row, "\n")
		if row == "" || strings.HasPrefix(row, "#") {
			continue
		}
		class, rest, _ := strings.Cut(row, "\t")
		words, reason, _ := strings.Cut(rest, "\t")
		for word := range strings.FieldsSeq(words) {
			folded := foldMarks(strings.ReplaceAll(word, "_", " "))
			switch name, isLabel := strings.CutPrefix(class, labelClass); {
			case isLabel:
				m.labels[folded] = name
			case class == markMenu:
				m.menu[folded] = reason
			default:
				m.byClass[class] = append(m.byClass[class], newMarkWord(class, folded, reason))
			}
		}
	}
	return m
})

// newMarkWord makes an entry of the table.
func newMarkWord(class, folded, reason string) markWord {
	text, open := strings.CutSuffix(folded, "*")
	last, _ := utf8.DecodeLastRuneInString(text)
	needs := class == markPage || class == markPageIn || class == markSite || class == markSiteIn || class == markFooter
	return markWord{text: text, reason: reason, edge: needs && !open && unicode.IsLetter(last)}
}

// begins reports whether s begins with the word.
func (w *markWord) begins(s string) bool {
	rest, ok := strings.CutPrefix(s, w.text)
	if !ok || !w.edge {
		return ok
	}
	next, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || !unicode.IsLetter(next)
}

// stands reports whether the word stands anywhere in s.
func (w *markWord) stands(s string) bool {
	for {
		at := strings.Index(s, w.text)
		if at < 0 {
			return false
		}
		if w.begins(s[at:]) {
			return true
		}
		s = s[at+len(w.text):]
	}
}

// foldMarks folds s for comparison with markers; the number of runes stays.
func foldMarks(s string) string { return han.FoldString(s) }

// prefix finds a marker of class that folded begins with, the marks and
// spaces in front of its first word aside.
func (m *markers) prefix(class, folded string) (reason string, ok bool) {
	bare := strings.TrimLeft(folded, "【[(<《「>*#-—·■●★※◆▲ \t")
	for _, mark := range m.byClass[class] {
		if mark.begins(folded) || mark.begins(bare) {
			return mark.reason, true
		}
	}
	return "", false
}

// count is how many markers of class stand in folded.
func (m *markers) count(class, folded string) int {
	n := 0
	for _, mark := range m.byClass[class] {
		if mark.stands(folded) {
			n++
		}
	}
	return n
}

// inside finds a marker of class anywhere in folded.
func (m *markers) inside(class, folded string) (reason string, ok bool) {
	for _, mark := range m.byClass[class] {
		if mark.stands(folded) {
			return mark.reason, true
		}
	}
	return "", false
}
