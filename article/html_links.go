package article

import (
	"strings"
	"unicode/utf8"
)

// linkLists marks the blocks of the body that only lead to other pages: three
// or more in a row, with the line that announces them; or a lone one with the
// words of such links. Those below 附件 are the attachments of a notice, and a
// document can list others, which its page links.
func (o *outline) linkLists() []bool {
	marked := make([]bool, len(o.blocks))
	for k := 0; k < len(o.blocks); {
		end := k
		for end < len(o.blocks) && o.onlyLinks(end) {
			end++
		}
		switch {
		case k > 0 && strings.HasPrefix(o.blocks[k-1].text, "附件"):
		case end-k >= 3 && o.listsDocuments(k, end):
		case end-k >= 3:
			for i := k; i < end; i++ {
				marked[i] = true
			}
			if k > 0 && announcesLinks(o.blocks[k-1].text) {
				marked[k-1] = true
			}
		default:
			for i := k; i < end; i++ {
				marked[i] = leadsAway(o.blocks[i].text)
			}
		}
		k = max(end, k+1)
	}
	return marked
}

// listsDocuments reports whether the links from block k up to block end are a
// part of the text: announced by it, numbered, with the numbers of documents,
// or above more of it.
func (o *outline) listsDocuments(k, end int) bool {
	if k > 0 {
		above := strings.TrimSpace(o.blocks[k-1].text)
		if announcesLinks(above) {
			return false
		}
		for _, word := range listWords {
			if strings.Contains(foldMarks(above), foldMarks(word)) && o.blocks[k-1].links == 0 {
				return true
			}
		}
	}
	numbered, named := 0, 0
	for _, b := range o.blocks[k:end] {
		if numberingOf(b.text).kind != unnumbered {
			numbered++
		}
		if strings.Contains(b.text, "号") && strings.ContainsAny(b.text, "〔[［") {
			named++
		}
	}
	if 2*numbered > end-k || 2*named > end-k {
		return true
	}
	if k == 0 || end == len(o.blocks) {
		return false
	}
	above, below := o.blocks[k-1], o.blocks[end]
	return above.links == 0 && below.links == 0 && strings.HasSuffix(below.text, "。") &&
		o.elements[above.in].parent == o.elements[below.in].parent
}

// listWords stand above a list that belongs to the text.
var listWords = []string{"下列", "如下", "以下", "名单", "目录"}

func (o *outline) onlyLinks(k int) bool {
	b := o.blocks[k]
	text := b.text
	return o.data[b.table] == 0 && !b.linked && 10*b.links >= 6*b.runes && b.links > 0 &&
		!strings.HasSuffix(text, "。") && !strings.HasPrefix(text, "附件")
}

// announcesLinks reports whether a line stands above links: 相关阅读.
func announcesLinks(text string) bool {
	_, ok := loadMarkers().prefix(markPage, foldMarks(text))
	return ok && utf8.RuneCountInString(text) <= longestNotice
}

// longestNotice is the longest line above a list of links, in runes.
const longestNotice = 12

// leadsAway reports whether the text of a link is a button or leads to a
// neighbouring page.
func leadsAway(text string) bool {
	m := loadMarkers()
	folded := foldMarks(text)
	if _, ok := m.prefix(markPage, folded); ok {
		return true
	}
	_, ok := m.menuLine(folded)
	return ok
}
