package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// bare is a title as it is compared: letters and digits alone.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// afterFirst is how many blocks of the body may stand above its title, unless
// that is a heading with the words of the head.
const afterFirst = 6

// findTitle finds the block that is the title: what the head of the page calls
// so, a heading, or an element with such a name, near the beginning of the
// body. It gives -1 where nothing is good enough.
func (o *outline) findTitle(z *zones, head string) int {
	found, best := -1, 2
	for k := 0; k <= z.last; k++ {
		if k > z.first+afterFirst && o.blocks[k].level != 1 {
			continue
		}
		score := o.titleScore(k, head)
		if k > z.first && score < matchScore || k > z.first+afterFirst && score < matchScore+headingScore {
			continue // a heading of the body
		}
		if score > best || score == best && k <= z.first && best > 2 {
			found, best = k, score
		}
	}
	return found
}

// What speaks for a block being the title: that the head of the page has the
// same words, and that it is a heading of the first level, or as good as one.
const (
	matchScore   = 4
	headingScore = 3
)

// longestTitle is the longest title of a document, in runes.
const longestTitle = 120

func (o *outline) titleScore(k int, head string) int {
	b := o.blocks[k]
	r := o.roles[b.in]
	if b.runes > longestTitle || isCrumbTrail(b.text) {
		return 0
	}
	score := 0
	if own := bare(b.text); head != "" && likeTitle(own, head) {
		score += matchScore
	} else if r.layout() {
		return 0
	}
	switch e := &o.elements[b.in]; {
	case e.tag == atom.H1 || e.tag == customTitle:
		score += headingScore
	case r == roleTitle && b.level > 0:
		score += headingScore
	case r == roleTitle:
		score += 2
	case b.centred && namesDocument(b.text):
		score += headingScore
	case b.level > 0:
		score++
	}
	return score
}

// namesDocument reports whether a line ends like the title of an official
// document.
func namesDocument(text string) bool {
	text = strings.TrimRight(text, "》）")
	for _, kind := range pageHints().documents {
		if strings.HasSuffix(text, kind) {
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
