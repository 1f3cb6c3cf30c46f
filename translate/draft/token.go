package draft

import (
	"duizhao/lang/lexicon"
	"duizhao/lang/span"
)

// kind says where the English of a token comes from.
type kind uint8

const (
	word     kind = iota // a word of the lexicon
	unknown              // Chinese that nothing knows
	term                 // a term of the request
	figure               // a number with its unit
	ordinal              // 第十三
	date                 // a date or a year
	name                 // a Chinese personal name
	locality             // an unknown name with 市 or 河 behind it
	item                 // the number of a list item or article
	latin                // letters, digits and signs that stay as they are
	mark                 // one punctuation mark
	silent               // what English does not say
	group                // what stands in quotation marks, title marks or brackets
)

// token is the smallest stretch of a unit that is rendered by itself.
type token struct {
	kind   kind
	at     span.Span // runes of the unit
	zh     string    // folded
	raw    string    // as it stands in the unit; of what is unknown
	en     string    // what is said; empty for words, marks and groups
	entry  *lexicon.Entry
	one    bool // a figure after which English has the singular
	unit   bool // a figure with a unit: 5万亩
	people bool // a figure that counts people: 12万人
	share  bool // a figure in percent or percentage points
	day    bool // a date that names a day
	// preposition stands before a date that is said by itself: "on", "in".
	preposition string
	some        bool     // a figure that is said as "a"
	verb        bool     // a term that is said as a verb
	post        bool     // a term that is a post
	counts      bool     // a term whose English has a plural and needs an article
	acts, how   bool     // a term that is a verb or an adverb in Chinese, whatever is said
	mark        rune     // a mark, or the opening mark of a group
	inner       []clause // what stands in a group
}

// clause is a stretch of tokens up to a mark that ends a clause.
type clause struct {
	tokens []token
	end    rune // the mark, 0 at the end of the text
}

// endsClause reports whether r is a mark after which a clause ends.
func endsClause(r rune) bool {
	switch r {
	case '，', '。', '；', '：', '！', '？', ',', ';', ':', '!', '?', '…', '\n':
		return true
	}
	return false
}

// closes gives the mark that closes what opening opens, 0 when it opens
// nothing.
func closes(opening rune) rune {
	switch opening {
	case '“':
		return '”'
	case '‘':
		return '’'
	case '「':
		return '」'
	case '『':
		return '』'
	case '《':
		return '》'
	case '〈':
		return '〉'
	case '（':
		return '）'
	case '(':
		return ')'
	case '【':
		return '】'
	case '〔':
		return '〕'
	case '[':
		return ']'
	}
	return 0
}

// clauses cuts tokens at the marks that end a clause, and makes one token of
// all that stands between an opening mark and the one that closes it.
func clauses(tokens []token) []clause {
	var out []clause
	var now []token
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		switch {
		case t.kind == mark && t.mark == '，' && len(now) > 0 && isTogether(now[len(now)-1]):
			// 愿同各方一道，推动…… is one clause
		case t.kind == mark && endsClause(t.mark):
			out = append(out, clause{tokens: now, end: t.mark})
			now = nil
		case t.kind == mark && closes(t.mark) != 0:
			end := closing(tokens, i)
			if end < 0 {
				now = append(now, t)
				continue
			}
			t.kind = group
			t.inner = clauses(tokens[i+1 : end])
			now = append(now, t)
			if len(now) == 1 && isSpeech(t) && end+1 < len(tokens) && tokens[end+1].kind != mark {
				out = append(out, clause{tokens: now, end: '，'})
				now = nil
			}
			i = end
		default:
			now = append(now, t)
		}
	}
	if len(now) > 0 {
		out = append(out, clause{tokens: now})
	}
	return out
}

// isSpeech reports whether a quotation ends a sentence: “……。”他说.
func isSpeech(t token) bool {
	n := len(t.inner)
	return (t.mark == '“' || t.mark == '「') && n > 0 && (t.inner[n-1].end == '。' || t.inner[n-1].end == '！' || t.inner[n-1].end == '？')
}

// isTogether reports whether t is a word behind which the predicate must
// follow.
func isTogether(t token) bool {
	return t.kind == word && (t.zh == "一道" || t.zh == "一起" || t.zh == "一同")
}

// longestGroup is how many tokens a group may hold; an opening mark whose partner
// stands farther off is a mark like any other.
const longestGroup = 200

// closing finds the token that closes the one at open, -1 when none does.
func closing(tokens []token, open int) int {
	opening, end := tokens[open].mark, closes(tokens[open].mark)
	depth := 0
	for i := open; i < len(tokens) && i-open < longestGroup; i++ {
		if tokens[i].kind != mark {
			continue
		}
		switch tokens[i].mark {
		case opening:
			depth++
		case end:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}
