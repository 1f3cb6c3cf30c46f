package article

import (
	"strings"
	"unicode/utf8"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// joinParagraphs finds out whether plain text was wrapped, and makes one line
// of each paragraph. Formats with blocks of their own have done so already.
func joinParagraphs(c *cleaning) []span.Span {
	if !c.plain {
		return nil
	}
	content := contentLines(c.lines)
	joins := wrapOf(c, content).joins(c, content)
	joinTitle(c, content, joins)
	var out []span.Span
	for n := 0; n < len(content); {
		end := n + 1
		for end < len(content) && joins[end] {
			end++
		}
		if end > n+1 {
			out = append(out, c.joinRun(content[n:end])...)
		}
		n = end
	}
	return out
}

// joinRun makes one line of the given lines, at the place of the first, and
// returns the gaps that were closed. What stands between them, the number of a
// page, goes with the gaps.
func (c *cleaning) joinRun(content []int) []span.Span {
	run := make([]*line, 0, len(content))
	seps := make([]string, 0, len(content)-1)
	gaps := make([]span.Span, 0, len(content)-1)
	for n, i := range content {
		l := c.lines[i]
		l.trim(c.src)
		if n > 0 {
			before := run[n-1]
			seps = append(seps, separator(before.text, l.text))
			gaps = append(gaps, span.Span{Start: before.span.End, End: l.span.Start})
		}
		run = append(run, l)
	}
	joined := joinLines(c.src, run, seps)
	// A gloss that the line end had cut in two is whole only now.
	joined.apply(c.src, glossChanges(nil, joined.text, c.glossing))
	*run[0] = joined
	for i := content[0] + 1; i <= content[len(content)-1]; i++ {
		*c.lines[i] = line{skip: stepParagraphs, span: c.lines[i].span}
	}
	return gaps
}

// separator is what stands between two lines once they are joined: a space
// between words of letters, nothing beside Chinese.
func separator(before, after string) string {
	b, _ := utf8.DecodeLastRuneInString(before)
	a, _ := utf8.DecodeRuneInString(after)
	if b < utf8.RuneSelf && a < utf8.RuneSelf && b != '-' && b != '/' && b != '(' {
		return " "
	}
	return ""
}

// wrapping is how a plain text was wrapped.
type wrapping struct {
	width  int  // of a full line in columns, or in runes; 0: not by width
	runes  bool // lines were counted in runes
	raw    bool // the width is that of the source, glosses and all
	ragged bool // lines end anywhere, paragraphs at blank lines
}

// Limits of what counts as wrapped: columns of a full line, and how far a
// line may fall short of it because a mark may not begin the next one.
const (
	minWrap, maxWrap = 24, 200
	wrapSlack        = 3
	// Narrower text must show it in more lines: short lines of one width are
	// lists, as a rule.
	narrowWrap, manyWrapped = 40, 8
)

// wrapSample is how many lines tell how a document was wrapped.
const wrapSample = 4000

// wrapOf measures the lines of a document.
func wrapOf(c *cleaning, content []int) wrapping {
	content = content[:min(len(content), wrapSample)]
	long := 0
	for _, i := range content {
		if len(c.lines[i].text) > 2*maxWrap {
			long++
		}
	}
	if len(content) < 4 || long*4 > len(content) {
		return wrapping{}
	}
	for _, raw := range []bool{false, true} {
		if w := wrapBetter(c, content, raw); w.width > 0 {
			return w
		}
		if !c.glossing.full {
			break
		}
	}
	return wrapping{ragged: isRagged(c, content)}
}

// wrapBetter measures in columns and in runes, and takes what fits more lines.
func wrapBetter(c *cleaning, content []int, raw bool) wrapping {
	columns, fits := wrapWidth(c, content, wrapping{raw: raw})
	if runes, more := wrapWidth(c, content, wrapping{raw: raw, runes: true}); more > fits {
		return runes
	}
	return columns
}

// measure is the size of a line, 0 where it is too long for a wrapped one.
func (w wrapping) measure(c *cleaning, l *line) int {
	text := l.text
	if w.raw {
		text = c.src[l.span.Start:l.span.End]
	}
	if len(text) > 3*maxWrap {
		return 0
	}
	text = strings.TrimRight(text, " \t\u3000\u00a0")
	if w.runes {
		return utf8.RuneCountInString(text)
	}
	return han.Width(text)
}

// lineSizes counts the lines of a document that another line follows.
type lineSizes struct {
	all, open          [maxWrap + 1]int // by size; those that end inside a sentence
	lines, over, prose int              // of any size; too long; with marks
}

func sizesOf(c *cleaning, content []int, w wrapping) *lineSizes {
	s := new(lineSizes)
	for n := 0; n+1 < len(content); n++ {
		l, next := c.lines[content[n]], c.lines[content[n+1]]
		if l.standsAlone() || next.standsAlone() || next.blankBefore || content[n+1] != content[n]+1 || datedItem(c, content, n+1) {
			continue
		}
		s.lines++
		size := w.measure(c, l)
		if size == 0 || size > maxWrap {
			s.over++
			continue
		}
		s.all[size]++
		if strings.ContainsAny(l.text, "，。、,") {
			s.prose++
		}
		if !endsSentence(l.text) {
			s.open[size]++
		}
	}
	return s
}

// wrapWidth finds the width in the unit of w that most lines have, and how
// many have it; none where the text was not wrapped so.
func wrapWidth(c *cleaning, content []int, w wrapping) (wrapping, int) {
	least, narrow, slack := minWrap, narrowWrap, wrapSlack
	if w.runes {
		least, narrow, slack = least/2, narrow/2, slack/2
	}
	s := sizesOf(c, content, w)
	best, count, unfinished := 0, 0, 0
	for width := least; width <= maxWrap; width++ {
		n, o := 0, 0
		for k := width - slack; k <= width; k++ {
			n += s.all[k]
			o += s.open[k]
		}
		if n >= count && n > 0 {
			best, count, unfinished = width, n, o
		}
	}
	for best > least && s.all[best] == 0 {
		best--
	}
	over := s.over
	for k := best + 1; k <= maxWrap; k++ {
		over += s.all[k]
	}
	if best < narrow && s.lines < manyWrapped || s.prose*2 < s.lines {
		return wrapping{}, 0
	}
	if s.lines < 3 || count < 3 || count*2 < s.lines || unfinished*2 < count || over*12 > s.lines {
		return wrapping{}, 0
	}
	w.width = best
	return w, count
}

// standsAlone reports whether a line is never joined with another: its format
// says so, or it is a row of a table.
func (l *line) standsAlone() bool {
	return l.fixed || strings.IndexByte(strings.Trim(l.text, " \t\u3000\u00a0"), '\t') >= 0
}

// isRagged reports whether paragraphs are separated by blank lines and most
// of their inner line ends stand inside sentences.
func isRagged(c *cleaning, content []int) bool {
	breaks, open, blanks := 0, 0, 0
	for n := 0; n+1 < len(content); n++ {
		l, next := c.lines[content[n]], c.lines[content[n+1]]
		switch {
		case next.blankBefore:
			blanks++
		case l.standsAlone() || next.standsAlone() || beginsItem(next.text) || datedItem(c, content, n+1):
		default:
			breaks++
			if isOpen(l.text) {
				open++
			}
		}
	}
	return blanks >= 2 && breaks >= 3 && open*10 >= breaks*6
}

// openColumns is how wide a line must be for a missing end mark to tell that
// it goes on: shorter ones are headings, names and dates.
const openColumns = 30

// isOpen reports whether a line ends inside a sentence: with a comma, or long
// and without any mark.
func isOpen(text string) bool {
	if endsSentence(text) || len(text) > 6*maxWrap {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(text))
	return strings.ContainsRune("，、,", last) || han.Width(text) >= openColumns
}

// endsSentence reports whether text ends with a mark that ends a sentence or
// introduces what follows.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, " \t\u3000\u00a0\r")
	text = strings.TrimRight(text, "”’\"』」）)】》")
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune("。！？；：!?;:…", r)
}

// usesIndent reports whether the document sets its paragraphs off by indents:
// some lines have one and some have none.
func usesIndent(c *cleaning, content []int) bool {
	content = content[:min(len(content), wrapSample)]
	n := 0
	for _, i := range content {
		if indented(c.lines[i].text) {
			n++
		}
	}
	return n > 0 && n*10 < len(content)*9
}

// indented reports whether text begins with an ideographic space, two spaces
// or a tab.
func indented(text string) bool {
	return strings.HasPrefix(text, "\u3000") || strings.HasPrefix(text, "  ") ||
		strings.HasPrefix(text, "\t") || strings.HasPrefix(text, "\u00a0\u00a0")
}

// documentKinds end the titles of official documents.
var documentKinds = []string{"通知", "意见", "决定", "方案", "规划", "办法", "公告", "通告", "通报", "批复", "规定", "条例", "纲要", "计划", "细则", "函"}

// joinTitle joins the two lines that the title of an official document is
// often set in: 国务院关于印发 and 2030年前碳达峰行动方案的通知.
func joinTitle(c *cleaning, content []int, joins []bool) {
	if len(content) < 3 || joins[1] || content[1] != content[0]+1 || joins[2] {
		return
	}
	first, second := strings.TrimSpace(c.lines[content[0]].text), strings.TrimSpace(c.lines[content[1]].text)
	if len(first) > 150 || len(second) > 150 || isProse(first) || isProse(second) {
		return
	}
	folded, foldedNext := han.FoldString(first), strings.TrimRight(han.FoldString(second), "(试行暂征求意见稿)")
	if strings.Contains(folded, han.FoldString("关于")) && !endsWithAny(folded, documentKinds) && endsWithAny(foldedNext, documentKinds) {
		joins[1] = true
	}
}
