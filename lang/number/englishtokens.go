package number

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"duizhao/lang/span"
)

// class says what an English word has to do with numbers.
type class uint8

const (
	aWord      class = iota
	aFigure          // 1,234.5: not a word but digits
	aValue           // three, twenty
	aPower           // hundred, million
	aShort           // bn
	aSeveral         // hundreds, tens
	aFew             // several, few
	aRank            // third
	aRankLike        // secondary
	aPart            // half, thirds
	aMonth           // October
	aTimes           // doubled
	aFold            // threefold
	aSense           // both
	aSpan            // decade
	aDozen           // dozen
	aClock           // noon
	aDecade          // nineties
	aQuarter         // Q1
	aHalfYear        // H1
	aReference       // Article
	aRoman           // II, XIV
	aRound           // clock, of "round the clock"
	aYear            // year, of "last year"
	aName            // letters with digits: G20
)

var classNames = map[string]class{
	"value": aValue, "power": aPower, "short": aShort, "several": aSeveral, "few": aFew, "rank": aRank, "ranklike": aRankLike,
	"part": aPart, "month": aMonth, "times": aTimes, "fold": aFold, "sense": aSense, "span": aSpan, "dozen": aDozen,
	"clock": aClock, "decades": aDecade, "quarters": aQuarter, "halfyears": aHalfYear, "reference": aReference, "round": aRound, "year": aYear,
}

// vocable is what a word of data/english.txt says.
type vocable struct {
	class class
	n     int
}

// vocabulary leads the number words of English to what they say.
var vocabulary = sync.OnceValue(func() map[string]vocable {
	table := make(map[string]vocable)
	for line := range lines("english.txt") {
		kind, words, _ := strings.Cut(line, ": ")
		c, ok := classNames[kind]
		if !ok {
			panic("english.txt: " + kind)
		}
		for pair := range strings.FieldsSeq(words) {
			word, digits, given := strings.Cut(pair, "=")
			n, err := strconv.Atoi(digits)
			if given && err != nil {
				panic("english.txt: " + pair)
			}
			table[word] = vocable{c, n}
		}
	}
	return table
})

// token is a word or figure of an English text.
type token struct {
	span.Span // bytes
	class     class
	n         int
}

// englishReader walks over the tokens of a text.
type englishReader struct {
	text   string
	tokens []token
	masked []span.Span // bytes that hold no number, in order
}

// tokenize appends the words and figures of s. A word may hold digits (G20)
// but begins with none; an apostrophe ends it.
func tokenize(dst []token, s string) []token {
	words := vocabulary()
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			end := figureEnd(s, i)
			dst = append(dst, token{Span: span.Span{Start: i, End: end}, class: aFigure})
			i = end
		case letterAt(s, i) > 0:
			end, digit := i, false
			if n := currencyLength(s[i:]); n > 0 {
				i += n // RMB38,000
				continue
			}
			for n := letterAt(s, end); n > 0 || digitAt(s, end); n = letterAt(s, end) {
				digit = digit || n == 0
				if end += max(n, 1); n == 0 && end+1 < len(s) && s[end] == '.' && digitAt(s, end+1) {
					end++ // PM2.5
				}
			}
			t := token{Span: span.Span{Start: i, End: end}}
			if v, ok := lookup(words, s[i:end]); ok {
				t.class, t.n = v.class, v.n
			} else if digit {
				t.class = aName
			} else if n := roman(s[i:end]); n > 1 && end-i > 1 {
				t.class, t.n = aRoman, n
			}
			dst = append(dst, t)
			i = end
		case c < utf8.RuneSelf:
			i++
		default:
			_, n := utf8.DecodeRuneInString(s[i:])
			i += n
		}
	}
	return dst
}

// currencyLength is the length of the code of a currency that s begins with
// straight before a digit.
func currencyLength(s string) int {
	if s[0] < 'A' || s[0] > 'Z' || !digitAt(s, 3) {
		return 0
	}
	switch s[:3] {
	case "RMB", "CNY", "USD", "HKD", "EUR", "GBP", "JPY", "MOP":
		return 3
	}
	return 0
}

// letterAt is the length of the letter at s[i], 0 if none stands there.
func letterAt(s string, i int) int {
	if i < 0 || i >= len(s) {
		return 0
	}
	if c := s[i] | 0x20; c < utf8.RuneSelf {
		if 'a' <= c && c <= 'z' && s[i] < utf8.RuneSelf {
			return 1
		}
		return 0
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if r >= 0x80 && unicode.IsLetter(r) {
		return n
	}
	return 0
}

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && '0' <= s[i] && s[i] <= '9' }

// figureEnd is where the figure at s[i] ends: digits, commas before three
// digits, and a point between digits.
func figureEnd(s string, i int) int {
	point := false
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
		case c == '.' && !point && digitAt(s, i+1):
			point = true
		case c == ',' && !point && digitAt(s, i+1) && digitAt(s, i+2) && digitAt(s, i+3) && !digitAt(s, i+4):
		default:
			return i
		}
	}
	return i
}

// lookup finds a word of up to 16 ASCII letters in any case.
func lookup(words map[string]vocable, word string) (vocable, bool) {
	var buf [16]byte
	if len(word) > len(buf) {
		return vocable{}, false
	}
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	v, ok := words[string(buf[:len(word)])]
	return v, ok
}

// at is the i-th token, empty outside.
func (r englishReader) at(i int) token {
	if i < 0 || i >= len(r.tokens) {
		return token{}
	}
	return r.tokens[i]
}

// is reports whether token i is the word, given in lower case.
func (r englishReader) is(i int, word string) bool {
	t := r.at(i)
	return t.End-t.Start == len(word) && len(word) > 0 && equalFold(r.text[t.Start:t.End], word)
}

// oneOf reports whether token i is one of the words.
func (r englishReader) oneOf(i int, words ...string) bool {
	for _, w := range words {
		if r.is(i, w) {
			return true
		}
	}
	return false
}

func equalFold(s, lower string) bool {
	for i := range len(lower) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}

// gap is what stands between token i and the token before it; "\x00" where
// one of them is missing.
func (r englishReader) gap(i int) string {
	if i < 1 || i >= len(r.tokens) {
		return "\x00"
	}
	return r.text[r.tokens[i-1].End:r.tokens[i].Start]
}

// joined reports whether token i follows the token before it with a space, a
// hyphen or nothing between them.
func (r englishReader) joined(i int) bool {
	g := r.gap(i)
	return g == " " || g == "-" || g == "" || g == "\u00a0" || g == "\u2011"
}

// glued reports whether nothing stands between token i and the one before it.
func (r englishReader) glued(i int) bool { return i > 0 && i < len(r.tokens) && r.gap(i) == "" }

// dash reports whether a sign of a range stands before token i.
func (r englishReader) dash(i int) bool {
	switch strings.TrimSpace(r.gap(i)) {
	case "-", "–", "—", "~", "−", "‑":
		return true
	}
	return false
}

// capital reports whether token i begins with a capital letter.
func (r englishReader) capital(i int) bool {
	t := r.at(i)
	return t.End > 0 && r.text[t.Start] >= 'A' && r.text[t.Start] <= 'Z'
}

// follows reports whether s stands right behind byte end of the text.
func (r englishReader) follows(end int, s string) bool { return strings.HasPrefix(r.text[end:], s) }
