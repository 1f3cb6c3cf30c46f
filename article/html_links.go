package article

import (
	"strings"
	"unicode/utf8"
)

// linkLists marks the blocks of the body that only lead to other pages: three
// or more in a row, with the line that announces them; or a lone one with the
// words of such links. Those below 附件 are the attachments of a notice.
func (o *outline) linkLists() []bool {
	marked := make([]bool, len(o.blocks))
	for k := 0; k < len(o.blocks); {
		end := k
		for end < len(o.blocks) && o.onlyLinks(end) {
			end++
		}
		switch {
		case k > 0 && strings.HasPrefix(o.blocks[k-1].text, "附件"):
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
