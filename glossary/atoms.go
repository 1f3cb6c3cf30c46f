package glossary

import (
	"strings"

	"duizhao/lang/english"
	"duizhao/lang/span"
)

// atom is a word of English as it is compared: a word, or a part of a
// hyphenated one, so that "low-carbon" and "low carbon" are the same.
type atom struct {
	text string    // as written
	fold string    // [english.Fold] of text
	gap  gap       // what stands before it
	join bool      // it hangs on the one before by a hyphen
	span span.Span // bytes
}

// gap is what stands between an atom and the one before it.
type gap uint8

// The gaps, weakest first.
const (
	gapSoft  gap = iota // space, hyphen, quotation mark
	gapComma            // , or /
	gapOpen             // (
	gapClose            // )
	gapHard             // the end of a clause
)

// atomise appends the atoms of en to dst.
func atomise(dst []atom, en string) []atom {
	var room [64]english.Word
	end := 0
	for _, w := range english.AppendParts(room[:0], en) {
		if at := strings.Index(en[end:w.Span.Start], " & "); at >= 0 {
			at += end + 1
			dst = append(dst, atom{text: en[at : at+1], fold: "and", gap: gapOf(en[end:at]), span: span.Span{Start: at, End: at + 1}})
			end = at + 1
		}
		before := gapOf(en[end:w.Span.Start])
		end = w.Span.End
		if n := codeLen(w.Text); n > 0 {
			mid := w.Span.Start + n
			dst = append(dst, newAtom(w.Text[:n], before, span.Span{Start: w.Span.Start, End: mid}))
			w.Text, w.Span.Start, before = w.Text[n:], mid, gapSoft
		}
		if n := strings.IndexByte(w.Text, '&'); n > 0 && n+1 < len(w.Text) { // R&D is R & D
			mid := w.Span.Start + n
			dst = append(dst, newAtom(w.Text[:n], before, span.Span{Start: w.Span.Start, End: mid}),
				atom{text: "&", fold: "and", span: span.Span{Start: mid, End: mid + 1}})
			before, w.Text, w.Span.Start = gapSoft, w.Text[n+1:], mid+1
		}
		a := newAtom(w.Text, before, w.Span)
		a.join = w.Span.Start > 0 && en[w.Span.Start-1] == '-'
		dst = append(dst, a)
	}
	return dst
}

func newAtom(text string, before gap, at span.Span) atom {
	fold := english.Fold(text)
	if c := fold[0]; c <= '9' {
		if words, ok := spelled(fold); ok {
			fold = words
		}
	} else if strings.IndexByte(fold, '.') > 0 {
		fold = strings.ReplaceAll(fold, ".", "") // U.S. is US
	}
	return atom{text: text, fold: fold, gap: before, span: at}
}

// gapOf classes what stands between two words.
func gapOf(s string) gap {
	if s == " " || s == "-" || s == "" {
		return gapSoft
	}
	g := gapSoft
	for i, r := range s {
		switch r {
		case ',', '、', '，', '/':
			g = max(g, gapComma)
		case '(', '[', '（':
			g = max(g, gapOpen)
		case ')', ']', '）':
			g = max(g, gapClose)
		case '.', ';', ':', '!', '?', '\n', '。', '；', '：', '…':
			g = gapHard
		case '—', '–':
			if i > 0 && s[i-1] == ' ' {
				g = gapHard
			}
		}
	}
	return g
}
