package article

import (
	"strings"
	"unicode/utf8"
)

// numberKind is the style of the number that a line begins with.
type numberKind int

const (
	unnumbered      numberKind = iota
	numberChapter              // 第一章, 第二节, 第三部分
	numberArticle              // 第十条
	numberChinese              // 一、
	numberBracketed            // （一）
	numberArabic               // 1. 1、 1） （1） ① ⑴ ⒈
	numberBullet               // • ■ ◆ -
)

// numbering is the number at the beginning of a line.
type numbering struct {
	kind  numberKind
	level int32 // of a heading with this number
}

const chineseNumerals = "〇零一二三四五六七八九十百千两"

// numberingOf reads the number that text begins with, white space aside.
func numberingOf(text string) numbering {
	text = strings.TrimLeft(text, " \t\u3000\u00a0")
	r, size := utf8.DecodeRuneInString(text)
	rest := text[size:]
	switch {
	case r == '第':
		return ordinal(rest)
	case r >= '①' && r <= '⒛', r >= '❶' && r <= '➓', r >= '㈠' && r <= '㈩':
		return numbering{numberArabic, 4}
	case strings.ContainsRune("•●■◆○□★▲◇·※", r):
		return numbering{numberBullet, 0}
	case (r == '-' || r == '*') && strings.HasPrefix(rest, " "):
		return numbering{numberBullet, 0}
	case r == '（' || r == '(':
		return bracketed(rest)
	case r >= '0' && r <= '9':
		return arabic(text)
	case strings.ContainsRune(chineseNumerals, r):
		return chinese(text)
	}
	return numbering{}
}

// takeNumerals cuts the Chinese or Arabic numerals off the front of text.
func takeNumerals(text string) (numerals, rest string) {
	rest = strings.TrimLeft(text, chineseNumerals)
	if len(rest) == len(text) {
		rest = strings.TrimLeft(text, "0123456789０１２３４５６７８９")
	}
	return text[:len(text)-len(rest)], rest
}

// ordinal reads what stands behind 第.
func ordinal(text string) numbering {
	n, rest := takeNumerals(text)
	if n == "" || len(n) > 18 {
		return numbering{}
	}
	for _, unit := range []struct {
		name  string
		kind  numberKind
		level int32
	}{
		{"编", numberChapter, 1}, {"編", numberChapter, 1}, {"章", numberChapter, 2},
		{"部分", numberChapter, 2}, {"节", numberChapter, 3}, {"節", numberChapter, 3},
		{"条", numberArticle, 0}, {"條", numberArticle, 0},
	} {
		if strings.HasPrefix(rest, unit.name) {
			return numbering{unit.kind, unit.level}
		}
	}
	return numbering{}
}

// bracketed reads what stands behind an opening bracket.
func bracketed(text string) numbering {
	n, rest := takeNumerals(text)
	if n == "" || len(n) > 12 || !strings.HasPrefix(rest, "）") && !strings.HasPrefix(rest, ")") {
		return numbering{}
	}
	if first, _ := utf8.DecodeRuneInString(n); first < utf8.RuneSelf || first >= '０' {
		return numbering{numberArabic, 4}
	}
	return numbering{numberBracketed, 3}
}

// arabic reads 1. 1、 1） — but no decimal, and no date or quantity.
func arabic(text string) numbering {
	n, rest := takeNumerals(text)
	if len(n) > 3 {
		return numbering{}
	}
	for _, mark := range []string{".", "．", "、", "）", ")", "。"} {
		if after, ok := strings.CutPrefix(rest, mark); ok {
			if r, _ := utf8.DecodeRuneInString(after); r >= '0' && r <= '9' && mark != "、" {
				return numbering{}
			}
			return numbering{numberArabic, 4}
		}
	}
	return numbering{}
}

// chinese reads 一、 and 一．
func chinese(text string) numbering {
	n, rest := takeNumerals(text)
	if len(n) > 12 {
		return numbering{}
	}
	for _, mark := range []string{"、", "．", ".", ","} {
		if strings.HasPrefix(rest, mark) {
			return numbering{numberChinese, 2}
		}
	}
	return numbering{}
}

// beginsItem reports whether text begins with a number or bullet, so that it
// never goes on from the line above.
func beginsItem(text string) bool { return numberingOf(text).kind != unnumbered }
