package number

import (
	"embed"
	"iter"
	"strings"
	"sync"

	"duizhao/lang/han"
)

//go:embed data/*.txt
var data embed.FS

// lines yields the lines of an embedded table that are neither empty nor
// comments.
func lines(name string) iter.Seq[string] {
	text, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err) // the file is part of the program
	}
	return func(yield func(string) bool) {
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// foldRunes is s as runes, folded as [han.Fold] does; full-width commas stay,
// since they end clauses and group no digits.
func foldRunes(dst []rune, s string) []rune {
	for _, r := range s {
		if r >= 0x80 && r != '，' || 'A' <= r && r <= 'Z' {
			r = han.Fold(r)
		}
		dst = append(dst, r)
	}
	return dst
}

// node is one rune on the way through the words of a table.
type node struct {
	next map[rune]*node
	en   string // of a unit
	word bool
}

func (n *node) add(word []rune, en string) {
	for _, r := range word {
		if n.next == nil {
			n.next = make(map[rune]*node)
		}
		child := n.next[r]
		if child == nil {
			child = &node{}
			n.next[r] = child
		}
		n = child
	}
	n.word, n.en = true, en
}

// longest is the longest word of the table at rune i of text, and where it
// ends; ok is false if none stands there.
func (n *node) longest(text []rune, i int) (end int, en string, ok bool) {
	for ; i < len(text) && n.next != nil; i++ {
		if n = n.next[text[i]]; n == nil {
			break
		}
		if n.word {
			end, en, ok = i+1, n.en, true
		}
	}
	return end, en, ok
}

// units leads the Chinese forms of units to their English singular.
var units = sync.OnceValue(func() *node {
	root := &node{}
	for line := range lines("units.txt") {
		en, forms, _ := strings.Cut(line, " = ")
		for form := range strings.FieldsSeq(forms) {
			root.add(foldRunes(nil, form), en)
		}
	}
	return root
})

// counters holds the measure words.
var counters = sync.OnceValue(func() *node {
	root := &node{}
	for line := range lines("counters.txt") {
		for word := range strings.FieldsSeq(line) {
			root.add(foldRunes(nil, word), "")
		}
	}
	return root
})

// counted holds the nouns that follow a digit without a measure word.
var counted = sync.OnceValue(func() *node {
	root := &node{}
	for line := range lines("counted.txt") {
		for word := range strings.FieldsSeq(line) {
			root.add(foldRunes(nil, word), "")
		}
	}
	return root
})

// digitValue is the value of a folded Chinese or Arabic digit, -1 for other
// runes. Financial forms (壹贰) count as digits; 两 is 2.
func digitValue(r rune) int {
	switch r {
	case '零', '〇', '○':
		return 0
	case '一', '壹':
		return 1
	case '二', '两', '贰':
		return 2
	case '三', '叁':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	}
	return -1
}

// power is the n of a multiplier that means 10^n, 0 for other runes.
func power(r rune) int {
	switch r {
	case '十', '拾':
		return 1
	case '百', '佰':
		return 2
	case '千', '仟':
		return 3
	case '万':
		return 4
	case '亿':
		return 8
	}
	return 0
}

func isArabic(r rune) bool { return '0' <= r && r <= '9' }
func isLatin(r rune) bool  { return 'a' <= r && r <= 'z' }

// triggers marks the runes of unfolded text at which a value may begin.
var triggers = sync.OnceValue(func() *[1024]uint64 {
	set := new([1024]uint64)
	for _, r := range "0123456789０１２３４５６７８９零〇○一二三四五六七八九两兩十百千万萬亿億半几幾数數番" +
		"壹贰貳叁參肆伍陆陸柒捌玖拾佰仟" {
		set[r>>6] |= 1 << (r & 63)
	}
	return set
})
