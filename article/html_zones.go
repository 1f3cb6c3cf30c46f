package article

import (
	"slices"
	"strings"
	"unicode/utf8"
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
		b := o.blocks[k]
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
	b := o.blocks[k]
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
	b := o.blocks[k]
	switch r := o.roles[b.in]; {
	case r.layout() && o.isAside(k, z):
		return ""
	case r.layout():
		return layoutReasons[r]
	case z.linkList[k]:
		return "related links"
	case k < z.title && isCrumbTrail(b.text):
		return "navigation"
	}
	return ""
}

// isAside reports whether block k is prose between parts of the article: one
// that only its name puts among the parts of the page, as "hot-topic" does.
func (o *outline) isAside(k int, z *zones) bool {
	if k <= z.first || k >= z.last || !strings.HasSuffix(o.blocks[k].text, "。") {
		return false
	}
	for _, b := range o.blocks[k-1 : k+2] {
		if b.links > 0 && o.roles[b.in].layout() {
			return false
		}
	}
	return true
}

// nearTitle reports whether block k, in front of the body, belongs to the
// article: a line above or below the title, or one that says when and by whom
// it was published.
func (o *outline) nearTitle(k int, z *zones) bool {
	b := o.blocks[k]
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
	title := o.blocks[z.title]
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

// saysWhen reports whether a line is about publisher, date and author.
func saysWhen(text string) bool {
	if utf8.RuneCountInString(text) > longestInfo || strings.HasSuffix(text, "。") {
		return false
	}
	if dateOf(text) != "" {
		return true
	}
	values, ok := readMeta(text, true, false)
	return ok && slices.ContainsFunc(values, func(v metaValue) bool { return v.name != FieldOther })
}

// longestInfo is the longest line about publisher and date, in runes.
const longestInfo = 120

// saysWhose reports whether a line belongs to the foot of a page.
func saysWhose(text string) bool {
	m := loadMarkers()
	folded := foldMarks(text)
	for _, class := range [...]string{markSite, markFooter} {
		if _, ok := m.prefix(class, folded); ok {
			return true
		}
	}
	_, ok := m.inside(markSiteIn, folded)
	return ok
}

// isCrumbTrail reports whether a line says where on the site one is.
func isCrumbTrail(text string) bool {
	folded := foldMarks(text)
	_, ok := loadMarkers().prefix(markHead, folded)
	return ok || isTrail(folded)
}
