package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// metaLine is a line while it is read: the text, rune by rune and folded.
type metaLine struct {
	text   string
	runes  []rune
	folded []rune
	offset []int // byte of text at which each rune begins, and its length
	pieces []metaValue
	labels int
	dates  int
	loose  []span.Span // runes that stand behind no label
}

// readMeta reads a line that holds nothing but metadata. Behind the text only
// lines with a label for the source, the author or the address count; first
// says that no title stands above the line.
func readMeta(text string, head, first bool) ([]metaValue, bool) {
	if len(text) > metaRunes*4 || strings.Contains(text, "。") {
		return nil, false
	}
	l := metaLine{text: text, runes: []rune(text), folded: []rune(han.FoldString(text))}
	if len(l.runes) != len(l.folded) {
		return nil, false
	}
	for i := range text {
		l.offset = append(l.offset, i)
	}
	l.offset = append(l.offset, len(text))
	if !l.read() {
		return nil, false
	}
	if head && !first && len(l.pieces) == 0 {
		if values, ok := byline(text, l.folded); ok {
			return values, true
		}
	}
	if !head {
		return l.pieces, l.labels > 0 && len(l.loose) == 0 && l.has(FieldPublisher, FieldAuthor, FieldURL) || l.onlyURL()
	}
	if !l.looseAllowed(first) {
		return nil, false
	}
	return l.pieces, l.labels > 0 || len(l.pieces) > 0 && (!first || l.onlyURL())
}

// has reports whether one of the pieces has one of the names.
func (l *metaLine) has(names ...string) bool {
	return slices.ContainsFunc(l.pieces, func(p metaValue) bool { return slices.Contains(names, p.name) })
}

func (l *metaLine) onlyURL() bool {
	return l.labels == 0 && len(l.loose) == 0 && len(l.pieces) == 1 && l.pieces[0].name == FieldURL
}

// bytes leads runes of the line to bytes of its text.
func (l *metaLine) bytes(s span.Span) span.Span {
	return span.Span{Start: l.offset[s.Start], End: l.offset[s.End]}
}

// read cuts the line into pieces and loose text; false where a label holds
// what it cannot.
func (l *metaLine) read() bool {
	name, from := "", -1 // of the value that is being read
	loose := -1
	closeValue := func(end int) bool {
		if loose >= 0 {
			l.addLoose(loose, end)
			loose = -1
		}
		if from < 0 {
			return true
		}
		ok := l.addValue(name, span.Span{Start: from, End: end})
		from = -1
		return ok
	}
	for i := 0; i < len(l.folded); {
		if label, n := l.labelAt(i); n > 0 {
			if !closeValue(i) {
				return false
			}
			l.labels++
			name, from = label, i+n
			i += n
			continue
		}
		if p, n := l.valueAt(i); n > 0 {
			if !closeValue(i) {
				return false
			}
			l.pieces = append(l.pieces, p)
			i += n
			continue
		}
		if from < 0 && loose < 0 && !isSeparator(l.folded[i]) {
			loose = i
		}
		i++
	}
	return closeValue(len(l.folded))
}

// labelAt reads a label and its colon at rune i; spaces inside do not count.
func (l *metaLine) labelAt(i int) (name string, n int) {
	if isSeparator(l.folded[i]) {
		return "", 0
	}
	var label strings.Builder
	for j := i; j < len(l.folded) && j-i < 14; j++ {
		switch r := l.folded[j]; {
		case r == ':':
			name, ok := loadMarkers().labels[label.String()]
			if !ok {
				return "", 0
			}
			return name, j + 1 - i
		case isSpace(r):
		case isSeparator(r):
			return "", 0
		default:
			label.WriteRune(r)
		}
	}
	return "", 0
}

// valueAt reads what needs no label at rune i: a date, a document number, a
// URL.
func (l *metaLine) valueAt(i int) (metaValue, int) {
	if i > 0 && isWordRune(l.folded[i-1]) && isWordRune(l.folded[i]) && isASCIIAlnum(l.folded[i-1]) == isASCIIAlnum(l.folded[i]) && !han.Is(l.folded[i-1]) {
		return metaValue{}, 0
	}
	if value, n := dateAt(l.folded[i:]); n > 0 {
		l.dates++
		return metaValue{FieldPublished, value, l.bytes(span.Span{Start: i, End: i + n})}, n
	}
	if n := urlAt(l.folded[i:]); n > 0 {
		s := l.bytes(span.Span{Start: i, End: i + n})
		return metaValue{FieldURL, l.text[s.Start:s.End], s}, n
	}
	if i == 0 || isSeparator(l.folded[i-1]) {
		if value, n := numberAt(l.folded[i:], l.runes[i:]); n > 0 {
			return metaValue{FieldNumber, value, l.bytes(span.Span{Start: i, End: i + n})}, n
		}
	}
	return metaValue{}, 0
}

// Values are no longer than this, in runes; what is longer is text.
const valueRunes, titleRunes = 40, 90

// addValue makes a piece of the text behind a label.
func (l *metaLine) addValue(name string, s span.Span) bool {
	for s.Start < s.End && isSeparator(l.folded[s.Start]) {
		s.Start++
	}
	for s.End > s.Start && isSeparator(l.folded[s.End-1]) {
		s.End--
	}
	if s.Empty() {
		return true
	}
	s = l.closed(s)
	limit := valueRunes
	if name == FieldOther {
		limit = titleRunes
	}
	if s.Len() > limit {
		return false
	}
	if name == FieldPublished {
		name = FieldOther // a date would have been read as one
	}
	if l.has(name) && name == FieldNumber {
		name = FieldOther
	}
	b := l.bytes(s)
	l.pieces = append(l.pieces, metaValue{name, strings.Join(strings.Fields(l.text[b.Start:b.End]), " "), b})
	return true
}

// closed is s with the bracket behind it that closes one inside.
func (l *metaLine) closed(s span.Span) span.Span {
	value := string(l.folded[s.Start:s.End])
	for _, pair := range [][2]string{{"(", ")"}, {"《", "》"}} {
		behind := string(l.folded[s.End:min(len(l.folded), s.End+1)])
		if behind == pair[1] && strings.Count(value, pair[0]) > strings.Count(value, pair[1]) {
			s.End++
			break
		}
	}
	return s
}

// addLoose notes text behind no label.
func (l *metaLine) addLoose(start, end int) {
	for end > start && isSeparator(l.folded[end-1]) {
		end--
	}
	if end > start {
		l.loose = append(l.loose, span.Span{Start: start, End: end})
	}
}

// publisherEnds are the last characters of publishers' names.
var publisherEnds = []string{"网", "社", "报", "局", "部", "委", "厅", "办公室", "频道", "客户端", "公众号", "杂志", "电视台", "政府", "中心", "在线", "站", "办", "会"}

// looseAllowed reports whether the loose text of a line above the text can be
// part of metadata: buttons, or one publisher's name beside a date. A
// publisher becomes a piece.
func (l *metaLine) looseAllowed(first bool) bool {
	if len(l.loose) == 0 {
		return true
	}
	if first && l.labels == 0 {
		return false
	}
	named := false
	for _, s := range l.loose {
		text := string(l.folded[s.Start:s.End])
		if _, ok := loadMarkers().menuLine(text); ok || isPage(text) {
			continue
		}
		if named || l.dates == 0 || s.Len() > 20 || strings.ContainsAny(text, ",，;；!！?？:") || !endsWithAny(text, publisherEnds) {
			return false
		}
		named = true
		b := l.bytes(l.closed(s))
		l.pieces = append(l.pieces, metaValue{FieldPublisher, l.text[b.Start:b.End], b})
	}
	slices.SortFunc(l.pieces, func(a, b metaValue) int { return a.span.Start - b.span.Start })
	return true
}

// isPage reports whether text is a page of a newspaper: 03 版.
func isPage(text string) bool {
	number, ok := strings.CutSuffix(text, foldMarks("版"))
	number = strings.TrimSpace(number)
	return ok && number != "" && strings.Trim(number, "0123456789") == ""
}

// byline reads a line that names reporters without a colon: 本报记者 李明远.
func byline(text string, folded []rune) ([]metaValue, bool) {
	for _, title := range []string{"本报记者", "本刊记者", "本网记者", "特约记者", "记者"} {
		n := len([]rune(title))
		if len(folded) > n+1 && len(folded) < valueRunes/2 && string(folded[:n]) == foldMarks(title) && isSpace(folded[n]) &&
			!strings.ContainsAny(string(folded), "，,。:；;、") {
			at := strings.IndexFunc(text, unicode.IsSpace)
			s := span.Span{Start: len(text) - len(strings.TrimLeftFunc(text[at:], unicode.IsSpace)), End: len(strings.TrimRightFunc(text, unicode.IsSpace))}
			if s.Empty() {
				return nil, false
			}
			return []metaValue{{FieldAuthor, strings.Join(strings.Fields(text[s.Start:s.End]), " "), s}}, true
		}
	}
	return nil, false
}

// endsWithAny reports whether folded text ends with one of the words.
func endsWithAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(text, han.FoldString(w)) })
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == '\u00a0' || r == '\u3000' }

// isSeparator knows what stands between the pieces of a metadata line.
func isSeparator(r rune) bool {
	return isSpace(r) || strings.ContainsRune("|/\\·•,，;；、[]【】()<>《》-—_:\"“”*", r)
}

func isASCIIAlnum(r rune) bool { return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' }

func isWordRune(r rune) bool { return isASCIIAlnum(r) || r >= utf8.RuneSelf && !isSeparator(r) }
