package article

import (
	"strings"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// removePages takes the numbers of pages and the running heads beside them out
// of plain text that was copied from pages, so that sentences can be joined
// across them.
func removePages(c *cleaning) []span.Span {
	if !c.plain {
		return nil
	}
	content := contentLines(c.lines)
	pages := pageNumbers(c, content)
	if len(pages) == 0 {
		return nil
	}
	heads := runningHeads(c, content, pages)
	var out []span.Span
	for n, i := range content {
		l := c.lines[i]
		switch {
		case pages[n]:
			l.remove(stepPages, "page number")
		case heads[n]:
			l.remove(stepPages, "running head")
		default:
			continue
		}
		out = append(out, l.span)
	}
	return out
}

// pageNumber is the number of a page that a line consists of.
type pageNumber struct {
	page, total int // total is 0 where it is not told
	sure        bool
}

// pageNumbers finds which of the content lines are numbers of pages. A bare
// fraction is one only where the others of the same total are there.
func pageNumbers(c *cleaning, content []int) map[int]bool {
	found := map[int]bool{}
	totals := map[int]bool{}
	next := map[int]int{} // by total, the page that fractions have reached
	fractions := map[int]pageNumber{}
	for n, i := range content {
		p, ok := pageNumberOf(c.lines[i].text)
		switch {
		case !ok:
		case p.sure:
			found[n] = true
			totals[p.total] = p.total > 0
		default:
			fractions[n] = p
			if p.page == next[p.total]+1 {
				next[p.total]++
			}
		}
	}
	for n, p := range fractions {
		if totals[p.total] || p.total > 2 && next[p.total] == p.total {
			found[n] = true
		}
	}
	return found
}

// maxPageLine is how long, in bytes, the line of a page number can be.
const maxPageLine = 60

// pageDashes stand on both sides of the number of a page.
const pageDashes = "—–-－─―"

// pageNumberOf reads a line that is nothing but the number of a page: — 1 —,
// - 1 -, 第1页, 第 1 页 共 3 页, 1/3.
func pageNumberOf(text string) (pageNumber, bool) {
	if len(text) > maxPageLine {
		return pageNumber{}, false
	}
	text = strings.Join(strings.FieldsFunc(han.FoldString(text), isSpace), "")
	if inner := strings.TrimLeft(text, pageDashes); inner != text {
		page, rest := pageDigits(inner)
		return pageNumber{page: page, sure: true}, page > 0 && rest != "" && strings.Trim(rest, pageDashes) == ""
	}
	if rest, ok := strings.CutPrefix(text, han.FoldString("第")); ok {
		return ordinalPage(rest)
	}
	page, rest := pageDigits(text)
	rest, slash := strings.CutPrefix(rest, "/")
	total, rest := pageDigits(rest)
	return pageNumber{page: page, total: total}, slash && page > 0 && page <= total && rest == ""
}

// ordinalPage reads what stands behind 第 in the number of a page.
func ordinalPage(text string) (pageNumber, bool) {
	sheet := han.FoldString("页")
	page, rest := pageDigits(text)
	rest, ok := strings.CutPrefix(rest, sheet)
	if !ok || page == 0 || rest == "" {
		return pageNumber{page: page, sure: true}, ok && page > 0
	}
	rest = strings.TrimLeft(rest, "/,，(（|")
	rest, ok = strings.CutPrefix(rest, han.FoldString("共"))
	total, rest := pageDigits(rest)
	rest, whole := strings.CutPrefix(rest, sheet)
	return pageNumber{page: page, total: total, sure: true}, ok && whole && total >= page && strings.Trim(rest, ")）") == ""
}

// pageDigits reads a number of up to four digits at the beginning of text.
func pageDigits(text string) (n int, rest string) {
	i := 0
	for i < len(text) && i < 4 && text[i] >= '0' && text[i] <= '9' {
		n = n*10 + int(text[i]-'0')
		i++
	}
	return n, text[i:]
}

// maxRunningHead is how long a running head can be, in bytes.
const maxRunningHead = 180

// runningHeads finds the content lines that say the same beside two page
// numbers or more. The first content line stays, since it may be the title.
func runningHeads(c *cleaning, content []int, pages map[int]bool) map[int]bool {
	places := map[string][]int{}
	for n := 1; n < len(content); n++ {
		text := c.lines[content[n]].text
		if pages[n] || !pages[n-1] && !pages[n+1] || len(text) > maxRunningHead || endsSentence(text) || beginsItem(text) {
			continue
		}
		key := strings.Join(strings.FieldsFunc(text, isSpace), " ")
		places[key] = append(places[key], n)
	}
	out := map[int]bool{}
	for _, at := range places {
		if len(at) < 2 {
			continue
		}
		for _, n := range at {
			out[n] = true
		}
	}
	return out
}
