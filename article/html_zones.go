package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// zones says where on the page the article lies, in numbers of blocks.
type zones struct {
	first, last int // the first and the last block of the body that is no layout
	title       int // -1 where there is none
	linkList    []bool
}

func (o *outline) zonesOf(head string) *zones {
	z := &zones{first: len(o.blocks), last: -1}
	for k := range o.blocks {
		b := &o.blocks[k]
		if o.inBody(b) && !o.roles[b.in].layout() {
			z.first = min(z.first, k)
			z.last = k
		}
	}
	z.linkList = o.linkLists()
	z.title = o.findTitle(z, bare(head))
	return z
}

// reason says why block k, which is not the title, is layout; "" for content.
func (o *outline) reason(k int, z *zones) string {
	b := &o.blocks[k]
	r := o.roles[b.in]
	switch {
	case o.inBody(b):
		return o.reasonInBody(k, z)
	case k < z.first && o.nearTitle(k, z):
		return ""
	case k > z.last && (b.linked || r == roleAttachment) && !r.layout():
		return ""
	case r.layout():
		return layoutReasons[r]
	case 2*b.links > b.runes:
		return "navigation"
	case k < z.first:
		return "page header"
	case saysWhose(b.text):
		return "page footer"
	default:
		return "other parts of the page"
	}
}

func (o *outline) reasonInBody(k int, z *zones) string {
	b := &o.blocks[k]
	switch r := o.roles[b.in]; {
	case r.layout():
		return layoutReasons[r]
	case z.linkList[k]:
		return "related links"
	case k < z.title && isCrumbTrail(b.text):
		return "navigation"
	}
	return ""
}

// nearTitle reports whether block k, in front of the body, belongs to the
// article: a line above or below the title, or one that says when and by whom
// it was published.
func (o *outline) nearTitle(k int, z *zones) bool {
	b := &o.blocks[k]
	switch o.roles[b.in] {
	case "navigation", "sidebar", "related", "comments", "search", "advert", "footer":
		return false
	}
	r := o.roles[b.in]
	if z.title >= 0 && k >= z.title-linesOfTitle && k <= z.title+linesOfTitle && o.partOfTitle(b, z) {
		return true
	}
	switch {
	case z.title < 0:
		return k >= z.first-infoBlocks && saysWhen(b.text)
	case k < z.title:
		return k >= z.title-infoBlocks && r == roleInfo && saysWhen(b.text)
	default:
		return saysWhen(b.text) || b.marks > 0 && strings.HasSuffix(b.text, "。")
	}
}

// partOfTitle reports whether b is a headline beside the title.
func (o *outline) partOfTitle(b *block, z *zones) bool {
	title := &o.blocks[z.title]
	if o.roles[b.in] == roleTitle && o.roles[title.in] == roleTitle && b.level == 0 && title.level == 0 {
		return true
	}
	return b.kind == Heading && o.elements[b.in].parent == o.elements[title.in].parent
}

// linesOfTitle is how many headlines stand above or below a title.
const linesOfTitle = 2

// infoBlocks is how many blocks in front of the title are looked at for
// publisher and date; where no title was found, in front of the body.
const infoBlocks = 4

// longestInfo is the longest line about publisher and date, in runes.
const longestInfo = 120

// saysWhen reports whether a line has the words of one about publisher, date
// and author.
func saysWhen(text string) bool {
	if utf8.RuneCountInString(text) > longestInfo || strings.HasSuffix(text, "。") {
		return false
	}
	if dateOf(text) != "" {
		return true
	}
	for _, word := range [...]string{"来源", "來源", "作者", "记者", "記者", "发布", "發布", "编辑", "编辑", "文号", "字号：", "时间：", "日期："} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// saysWhose reports whether a line has the words of those at the foot of pages.
func saysWhose(text string) bool {
	for _, word := range [...]string{"版权", "Copyright", "ICP", "主办", "承办", "All Rights", "备案", "Powered"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// isCrumbTrail reports whether a line is a trail of links to where one is.
func isCrumbTrail(text string) bool {
	for _, mark := range [...]string{"当前位置", "您的位置", "您所在的位置", "现在位置", "當前位置"} {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return strings.HasPrefix(text, "首页") && strings.ContainsAny(text, ">»›")
}

// linkLists marks the blocks of the body that only lead to other pages: three
// or more in a row, with the line that announces them; or a lone one with the
// words of such links.
func (o *outline) linkLists() []bool {
	marked := make([]bool, len(o.blocks))
	for k := 0; k < len(o.blocks); {
		end := k
		for end < len(o.blocks) && o.onlyLinks(end) {
			end++
		}
		switch {
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
	b := &o.blocks[k]
	text := b.text
	return o.data[b.table] == 0 && !b.linked && 10*b.links >= 6*b.runes && b.links > 0 &&
		!strings.HasSuffix(text, "。") && !strings.HasPrefix(text, "附件")
}

func announcesLinks(text string) bool {
	if utf8.RuneCountInString(text) > 12 {
		return false
	}
	for _, word := range [...]string{"相关", "延伸", "推荐", "热门", "更多", "相關", "推薦", "专题"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

func leadsAway(text string) bool {
	for _, word := range [...]string{"上一篇", "下一篇", "返回", "打印", "关闭", "相关", "更多", "分享", "收藏"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// bare is a title as it is compared: letters and digits alone.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// afterFirst is how many blocks of the body may stand above its title.
const afterFirst = 6

// findTitle finds the block that is the title: what the head of the page calls
// so, a heading, or an element with such a name, near the beginning of the
// body. It gives -1 where nothing is good enough.
func (o *outline) findTitle(z *zones, head string) int {
	found, best := -1, 2
	for k := 0; k < len(o.blocks) && k <= z.first+afterFirst; k++ {
		score := o.titleScore(k, head)
		if k > z.first && score < 4 {
			continue // a heading of the body
		}
		if score > best || score == best && k <= z.first && best > 2 {
			found, best = k, score
		}
	}
	return found
}

// longestTitle is the longest title of a document, in runes.
const longestTitle = 120

func (o *outline) titleScore(k int, head string) int {
	b := &o.blocks[k]
	r := o.roles[b.in]
	if b.runes > longestTitle || isCrumbTrail(b.text) {
		return 0
	}
	score := 0
	if own := bare(b.text); head != "" && likeTitle(own, head) {
		score += 4
	} else if r.layout() {
		return 0
	}
	switch e := &o.elements[b.in]; {
	case e.tag == atom.H1 || e.tag == customTitle:
		score += 3
	case r == roleTitle && b.level > 0:
		score += 3
	case r == roleTitle:
		score += 2
	case b.centred && namesDocument(b.text):
		score += 3
	case b.level > 0:
		score++
	}
	return score
}

// namesDocument reports whether a line ends like the title of an official
// document.
func namesDocument(text string) bool {
	for _, kind := range [...]string{"通知", "意见", "决定", "公告", "通告", "办法", "方案", "规定", "条例", "报告", "规划", "批复", "公报", "纲要", "细则", "的函"} {
		if strings.HasSuffix(text, kind) || strings.HasSuffix(text, kind+"》") || strings.HasSuffix(text, kind+"）") {
			return true
		}
	}
	return false
}

// likeTitle reports whether own is the title of the head, or the better part
// of it, or it with a little more.
func likeTitle(own, head string) bool {
	n, h := utf8.RuneCountInString(own), utf8.RuneCountInString(head)
	return n >= 4 && (2*n >= h && strings.Contains(head, own) || 2*n <= 3*h && strings.Contains(own, head))
}
