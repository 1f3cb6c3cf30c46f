package article

import (
	"strings"
	"unicode/utf8"

	"duizhao/lang/span"
)

// weaver makes one block out of pieces of the source that markup, character
// references and white space stand between. Pieces are given in order; what
// lies between them becomes an edit.
type weaver struct {
	src     string
	in      span.Span // from the first piece to the end of the last
	started bool
	edits   []span.Edit
	counted int // runes of the text before byte from of the source
	from    int

	space, newline bool // white space seen since the last piece
	broken         bool // and a line break of the markup
	loose          bool // line ends are blanks, also beside Chinese characters
	last           rune // of the text so far

	runes, links, marks int // of the text: all without white space, those in links, punctuation marks
}

// keep takes the bytes from up to to, which hold no white space at their ends,
// as they are.
func (w *weaver) keep(from, to int, link bool) {
	first, _ := utf8.DecodeRuneInString(w.src[from:to])
	w.bridge(from, from, "", first)
	w.in.End = to
	w.last, _ = utf8.DecodeLastRuneInString(w.src[from:to])
	w.count(w.src[from:to], link)
}

// put takes text, which is not empty, in place of the bytes from up to to.
func (w *weaver) put(from, to int, text string, link bool) {
	first, _ := utf8.DecodeRuneInString(text)
	w.bridge(from, to, text, first)
	w.in.End = to
	w.last, _ = utf8.DecodeLastRuneInString(text)
	w.count(text, link)
}

// blank notes white space between two pieces.
func (w *weaver) blank(newline bool) {
	w.space = true
	w.newline = w.newline || newline
}

// bridge deals with what lies between the last piece and byte from, and puts
// text in place of the bytes from up to to.
func (w *weaver) bridge(from, to int, text string, next rune) {
	start, joint := w.in.End, ""
	if w.started {
		joint = w.joint(w.src[start:from], next)
	} else {
		w.started = true
		w.in = span.Span{Start: from, End: from}
		w.from = from
		start = from
	}
	if from < to || w.src[start:from] != joint {
		w.edit(start, to, joint+text)
	}
	w.space, w.newline, w.broken = false, false, false
}

// joint is what stands in the text for a gap. One blank stays as it is. Line
// ends are not told from blanks in HTML and Markdown, but beside a Chinese
// character they only wrap the source.
func (w *weaver) joint(gap string, next rune) string {
	switch {
	case !w.space:
		return ""
	case w.newline && !w.loose && (wide(w.last) || wide(next)):
		return ""
	case isBlank(gap):
		return gap
	default:
		return " "
	}
}

func isBlank(gap string) bool { return gap == " " || gap == "\u3000" || gap == "\u00A0" }

// wide reports whether r is Han, kana or a mark of the same width.
func wide(r rune) bool {
	return r >= 0x2E80 && !(0xAC00 <= r && r <= 0xD7A3) || strings.ContainsRune("“”‘’…—", r)
}

func (w *weaver) edit(from, to int, text string) {
	w.counted += utf8.RuneCountInString(w.src[w.from:from])
	w.edits = append(w.edits, span.Edit{At: w.counted, Src: span.Span{Start: from, End: to}, Text: text})
	w.counted += utf8.RuneCountInString(text)
	w.from = to
}

func (w *weaver) count(text string, link bool) {
	n := 0
	for _, r := range text {
		n++
		switch r {
		case '，', '。', '；', '、', '！', '？':
			w.marks++
		}
	}
	w.runes += n
	if link {
		w.links += n
	}
}

// take gives the block as a line and makes the weaver ready for the next one.
// ok is false where there was no piece.
func (w *weaver) take() (l line, ok bool) {
	if w.started {
		l = line{fixed: true, span: w.in, edits: w.edits, text: w.text()}
		ok = true
	}
	*w = weaver{src: w.src}
	return l, ok
}

// text builds what the pieces say.
func (w *weaver) text() string {
	if len(w.edits) == 0 {
		return w.src[w.in.Start:w.in.End]
	}
	var b strings.Builder
	b.Grow(editedLen(w.in, w.edits))
	at := w.in.Start
	for _, e := range w.edits {
		b.WriteString(w.src[at:e.Src.Start])
		b.WriteString(e.Text)
		at = e.Src.End
	}
	b.WriteString(w.src[at:w.in.End])
	return b.String()
}
