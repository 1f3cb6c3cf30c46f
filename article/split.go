package article

import (
	"strings"
	"unicode/utf8"

	"duizhao/lang/han"
)

// splitter finds where sentences end.
type splitter struct {
	lossy     bool // see cleaning
	semicolon bool
	maxRunes  int
	tokens    []token // scratch
	scratch   []int   // the cuts given out last
}

// tokenKind is what a mark does to the sentences around it.
type tokenKind uint8

const (
	tokenEnd   tokenKind = iota // ends a sentence: 。！？
	tokenSemi                   // ends one on request: ；
	tokenOpen                   // opens a quotation or a bracket
	tokenClose                  // closes one
)

// token is a mark in the text.
type token struct {
	at, end int // bytes
	mate    int // of a bracket: the token it is paired with, -1 for none
	kind    tokenKind
	bracket bracketKind
}

// bracketKind pairs brackets; titles are never cut.
type bracketKind uint8

const (
	noBracket bracketKind = iota
	doubleQuote
	singleQuote
	straightQuote
	cornerQuote
	whiteCorner
	parenthesis
	lenticular
	squareBracket
	titleMark
)

// A text with more marks is looked at in parts of this many, so that memory
// stays bounded; no bracket is paired across two parts.
const maxTokens = 1 << 13

// cuts returns the bytes of text at which its sentences end; the last one is
// the end of the text. They are good until the next call.
func (s *splitter) cuts(text string) []int {
	cuts := s.scratch[:0]
	for at := 0; at < len(text); {
		at = s.scan(text, at)
		s.pair()
		cuts = s.decide(text, cuts)
	}
	if len(cuts) == 0 || cuts[len(cuts)-1] != len(text) {
		cuts = append(cuts, len(text))
	}
	s.scratch = cuts
	if s.maxRunes > 0 {
		cuts = splitLong(text, cuts, s.maxRunes)
	}
	return cuts
}

// scan collects the marks of text from byte at on, and returns where it
// stopped.
func (s *splitter) scan(text string, at int) int {
	s.tokens = s.tokens[:0]
	quotes := 0
	for i := at; i < len(text); {
		if len(s.tokens) >= maxTokens {
			return i
		}
		c := text[i]
		if c < utf8.RuneSelf {
			i = s.scanASCII(text, i, &quotes)
			continue
		}
		size := 3
		switch c {
		case 0xE2, 0xE3, 0xEF:
			if i+3 <= len(text) {
				s.scanMark(text, i)
			}
		default:
			if c < 0xE0 {
				size = 2
			} else if c >= 0xF0 {
				size = 4
			}
		}
		i += size
	}
	return len(text)
}

// scanMark notes the three-byte mark at byte i, if it is one.
func (s *splitter) scanMark(text string, i int) {
	r, size := utf8.DecodeRuneInString(text[i:])
	t := token{at: i, end: i + size, mate: -1}
	switch r {
	case '。', '！', '？', '｡':
		t.kind = tokenEnd
	case '；':
		t.kind = tokenSemi
	case '“', '‘', '「', '『', '（', '【', '《', '〈', '〔', '［':
		t.kind = tokenOpen
	case '”', '’', '」', '』', '）', '】', '》', '〉', '〕', '］':
		t.kind = tokenClose
	default:
		return
	}
	t.bracket = bracketOf(r)
	s.tokens = append(s.tokens, t)
}

// bracketOf tells which brackets belong together.
func bracketOf(r rune) bracketKind {
	switch r {
	case '“', '”':
		return doubleQuote
	case '‘', '’':
		return singleQuote
	case '「', '」':
		return cornerQuote
	case '『', '』':
		return whiteCorner
	case '（', '）', '(', ')':
		return parenthesis
	case '【', '】', '〔', '〕':
		return lenticular
	case '［', '］', '[', ']':
		return squareBracket
	case '《', '》', '〈', '〉':
		return titleMark
	}
	return noBracket
}

// scanASCII notes the ASCII mark at byte i, if it is one, and returns where
// to go on: URLs are passed over.
func (s *splitter) scanASCII(text string, i int, quotes *int) int {
	t := token{at: i, end: i + 1, mate: -1, kind: tokenEnd}
	switch text[i] {
	case ':':
		if strings.HasPrefix(text[i:], "://") {
			return urlEnd(text, i)
		}
		return i + 1
	case '!', '?', '.':
		if !s.endsASCII(text, i) {
			return i + 1
		}
	case ';':
		t.kind = tokenSemi
	case '(', '[':
		t.kind, t.bracket = tokenOpen, bracketOf(rune(text[i]))
	case ')', ']':
		t.kind, t.bracket = tokenClose, bracketOf(rune(text[i]))
	case '"':
		t.kind, t.bracket = tokenOpen, straightQuote
		if *quotes%2 == 1 {
			t.kind = tokenClose
		}
		*quotes++
	default:
		return i + 1
	}
	s.tokens = append(s.tokens, t)
	return i + 1
}

// urlEnd is where a URL ends that runs through byte i.
func urlEnd(text string, i int) int {
	for i < len(text) && text[i] > ' ' && text[i] < 0x7F && !strings.ContainsRune("\"<>()", rune(text[i])) {
		i++
	}
	return i
}

// endsASCII reports whether the ASCII mark at byte i of Chinese text ends a
// sentence: not in decimals, numbers of items, abbreviations or addresses,
// and not where it stands for a lost character.
func (s *splitter) endsASCII(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+1:])
	if after != utf8.RuneError && !isSpace(after) && !han.Is(after) && !strings.ContainsRune("”’」』）)】]\"?!。！？“「《（(①②③④⑤⑥⑦⑧⑨", after) {
		return false
	}
	if text[i] == '.' {
		if han.Is(before) || strings.ContainsRune("”’」』）)】》%％", before) {
			return !numberBefore(text, i)
		}
		return before < utf8.RuneSelf && endsEnglish(text, i)
	}
	if text[i] == '?' && s.lossy {
		return lostMarksEnd(text, i) == i
	}
	return before != utf8.RuneError && !isSpace(before)
}

// numberBefore reports whether a dot at byte i stands behind the number of an
// item: 一. or （一）. at the beginning of the text or of a sentence.
func numberBefore(text string, i int) bool {
	head := strings.TrimRight(text[:i], chineseNumerals)
	if len(head) == i {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(head)
	return head == "" || isSpace(r) || strings.ContainsRune("。；：", r)
}

// maxDepth is how deep brackets nest in honest text.
const maxDepth = 16

// pair finds the mate of each bracket; those without one, and those nested
// too deep, count for nothing.
func (s *splitter) pair() {
	var stack [maxDepth]int
	depth := 0
	for i := range s.tokens {
		t := &s.tokens[i]
		switch {
		case t.kind == tokenOpen:
			if depth == maxDepth {
				copy(stack[:], stack[1:])
				depth--
			}
			stack[depth] = i
			depth++
		case t.kind == tokenClose:
			for k := depth - 1; k >= 0; k-- {
				if open := &s.tokens[stack[k]]; open.bracket == t.bracket {
					open.mate, t.mate = i, stack[k]
					depth = k
					break
				}
			}
		}
	}
}

// longQuoted is how long, in runes, each sentence of a quotation must be so
// that it is cut between them; longQuotation is how long a quotation must be
// to be cut in any case.
const longQuoted, longQuotation = 40, 300

// decide turns the marks into cuts.
func (s *splitter) decide(text string, cuts []int) []int {
	depth, titles := 0, 0
	opened := 0     // byte at which the outermost bracket opened
	var inner []int // sentence ends inside it
	for i := 0; i < len(s.tokens); i++ {
		t := s.tokens[i]
		switch {
		case t.kind == tokenOpen && t.mate >= 0:
			if depth == 0 {
				opened, inner = t.at, inner[:0]
			}
			depth++
			if t.bracket == titleMark {
				titles++
			}
		case t.kind == tokenClose && t.mate >= 0:
			depth--
			if t.bracket == titleMark {
				titles--
			}
			if depth == 0 {
				cuts = appendInner(text, cuts, opened, t.at, inner)
			}
		case t.kind == tokenSemi && s.semicolon && depth == 0:
			cuts = append(cuts, t.end)
		case t.kind == tokenEnd && titles == 0:
			last, closed := s.endRun(i)
			for k := i + 1; k <= last; k++ {
				if s.tokens[k].kind == tokenClose && s.tokens[k].mate >= 0 {
					depth--
					if depth == 0 {
						cuts = appendInner(text, cuts, opened, s.tokens[k].at, inner)
						inner = inner[:0]
					}
				}
			}
			i = last
			end := s.tokens[last].end
			switch {
			case closed && (goesOn(text[end:]) || s.embedded(text, last)):
			case depth == 0:
				cuts = append(cuts, end)
			default:
				inner = append(inner, end)
			}
		}
	}
	return cuts
}

// endRun is the last token of the end marks and closing brackets that follow
// token i without anything between; closed reports whether it closes one.
func (s *splitter) endRun(i int) (last int, closed bool) {
	last = i
	for last+1 < len(s.tokens) && s.tokens[last+1].at == s.tokens[last].end {
		next := s.tokens[last+1]
		if next.kind == tokenClose && next.mate >= 0 && next.bracket != titleMark {
			closed = true
		} else if next.kind != tokenEnd {
			break
		}
		last++
	}
	return last, closed
}

// goesOn reports whether what follows a closed quotation shows that the
// sentence around it is not over.
func goesOn(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && strings.ContainsRune("，、；：,;:的等）)”’》", r)
}

// embedded reports whether the quotation that token last closes is a part of
// the sentence around it: 对“……！”这句话.
func (s *splitter) embedded(text string, last int) bool {
	t := s.tokens[last]
	if t.kind != tokenClose || t.bracket == parenthesis || t.end == len(text) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(text[:s.tokens[t.mate].at])
	return strings.ContainsRune("对對把将將以按从從", r)
}

// appendInner cuts inside a quotation or bracket, from byte opened to byte
// closed, at the sentence ends inner where each of its sentences is long.
func appendInner(text string, cuts []int, opened, closed int, inner []int) []int {
	if len(inner) == 0 {
		return cuts
	}
	start, long := opened, true
	for _, end := range inner {
		long = long && utf8.RuneCountInString(text[start:end]) >= longQuoted
		start = end
	}
	if rest := strings.TrimSpace(text[start:closed]); rest != "" {
		long = long && utf8.RuneCountInString(rest) >= longQuoted
	}
	if long || utf8.RuneCountInString(text[opened:closed]) > longQuotation {
		for _, end := range inner {
			if end < closed {
				cuts = append(cuts, end)
			}
		}
	}
	return cuts
}
