package check

import (
	"slices"
	"strings"

	"duizhao/glossary"
	"duizhao/lang/span"
)

// Waiver says that a rule does not count somewhere, and why.
type Waiver struct {
	Rule   string `json:"rule"`
	Term   string `json:"term,omitzero"` // its Chinese, in either script, or its id; "" means any
	Reason string `json:"reason"`

	Span  span.Span `json:"-"` // bytes of the file where it stands
	Cover span.Span `json:"-"` // bytes of the file that it is about
}

// Unused is a waiver that took nothing back.
type Unused struct {
	Waiver
	Input int    // index of the input
	Lang  string // of the file where it stands: "zh" or "en"
	Unit  int    // index of the unit whose record has it, or -1
}

// BadWaiver is a comment that looks like a waiver and is none.
type BadWaiver struct {
	Span    span.Span // bytes of the file
	Message string
}

// The comments that waivers are.
const (
	waiverOpen  = "<!--"
	waiverClose = "-->"
	waiverWord  = "duizhao:"
)

// ParseWaivers finds the waivers of a Markdown or HTML file:
//
//	<!-- duizhao:ignore term-missing 碳达峰 reason="quotation" -->
//	<!-- duizhao:ignore-next number-mismatch reason="rounded on purpose" -->
//	<!-- duizhao:off modality reason="a paraphrase" --> … <!-- duizhao:on modality -->
//
// ignore is about the block that it stands in, a stretch of lines without a
// blank one; ignore-next about the block behind it; off reaches to on, or to the
// end. A waiver without a rule, a reason or a closing is a BadWaiver.
func ParseWaivers(text string) ([]Waiver, []BadWaiver) {
	var out []Waiver
	var bad []BadWaiver
	var open []int // indexes of waivers that are off until on
	for from := 0; ; {
		at, word, args, ok := nextComment(text, from)
		if !ok {
			return out, bad
		}
		from = at.End
		w, message := parseWaiver(word, args)
		w.Span = at
		switch {
		case message != "":
			bad = append(bad, BadWaiver{at, message})
			continue
		case word == "on":
			k := slices.IndexFunc(open, func(i int) bool { return out[i].Rule == w.Rule && out[i].Term == w.Term })
			if k < 0 {
				bad = append(bad, BadWaiver{at, "nothing is off that could go on: " + w.Rule})
				continue
			}
			out[open[k]].Cover.End = at.Start
			open = slices.Delete(open, k, k+1)
			continue
		case word == "off":
			w.Cover = span.Span{Start: at.End, End: len(text)}
			open = append(open, len(out))
		case word == "ignore":
			w.Cover = blockAround(text, at)
		default:
			w.Cover = blockBehind(text, at.End)
		}
		out = append(out, w)
	}
}

// nextComment finds the next comment that begins with the word of waivers.
func nextComment(text string, from int) (at span.Span, word, args string, ok bool) {
	for {
		i := strings.Index(text[from:], waiverOpen)
		if i < 0 {
			return at, "", "", false
		}
		start := from + i
		body, _, closed := strings.Cut(text[start+len(waiverOpen):], waiverClose)
		from = start + len(waiverOpen)
		rest, is := strings.CutPrefix(strings.TrimSpace(body), waiverWord)
		if !closed || !is {
			continue
		}
		word, args, _ = strings.Cut(strings.TrimSpace(rest), " ")
		end := start + len(waiverOpen) + len(body) + len(waiverClose)
		return span.Span{Start: start, End: end}, word, strings.TrimSpace(args), true
	}
}

// parseWaiver reads what stands behind the word; message says what is wrong.
func parseWaiver(word, args string) (w Waiver, message string) {
	if !slices.Contains([]string{"ignore", "ignore-next", "off", "on"}, word) {
		return w, "unknown word " + waiverWord + word + "; ignore, ignore-next, off and on are known"
	}
	names, reason, has := strings.Cut(args, `reason="`)
	if has {
		w.Reason, _, has = strings.Cut(reason, `"`)
	}
	rule, term, _ := strings.Cut(strings.TrimSpace(names), " ")
	w.Rule, w.Term = rule, strings.TrimSpace(term)
	switch {
	case rule == "":
		return w, "a waiver needs the name of a rule"
	case Named(rule) == nil:
		return w, "unknown rule " + rule
	case word != "on" && (!has || strings.TrimSpace(w.Reason) == ""):
		return w, `a waiver needs a reason: reason="…"`
	}
	return w, ""
}

// blockAround is the stretch of lines without a blank one around at.
func blockAround(text string, at span.Span) span.Span {
	start := strings.LastIndexByte(text[:at.Start], '\n') + 1
	for start > 0 {
		previous := strings.LastIndexByte(text[:start-1], '\n') + 1
		if strings.TrimSpace(text[previous:start]) == "" {
			break
		}
		start = previous
	}
	end := len(text)
	if i := blankLine(text[at.End:]); i >= 0 {
		end = at.End + i
	}
	return span.Span{Start: start, End: end}
}

// blankLine is where the first blank line of text begins, or -1. What stands
// on the first line counts as not blank.
func blankLine(text string) int {
	for at := strings.IndexByte(text, '\n'); at >= 0 && at+1 < len(text); {
		line, _, more := strings.Cut(text[at+1:], "\n")
		if strings.TrimSpace(line) == "" {
			return at + 1
		}
		if !more {
			break
		}
		at += 1 + len(line)
	}
	return -1
}

// blockBehind is the first block behind byte i that is more than a comment.
func blockBehind(text string, i int) span.Span {
	for i < len(text) {
		rest := strings.TrimLeft(text[i:], " \t\r\n")
		i = len(text) - len(rest)
		if !strings.HasPrefix(rest, waiverOpen) {
			break
		}
		_, behind, closed := strings.Cut(rest, waiverClose)
		if !closed {
			return span.Span{Start: len(text), End: len(text)}
		}
		i = len(text) - len(behind)
	}
	end := len(text)
	if b := blankLine(text[i:]); b >= 0 {
		end = i + b
	}
	return span.Span{Start: i, End: end}
}

// concerns reports whether the waiver is about findings such as f.
func (w *Waiver) concerns(f *Report) bool {
	if w.Rule != f.Rule {
		return false
	}
	return w.Term == "" || f.Term != nil && (w.Term == f.Term.ID || glossary.Key(w.Term) == glossary.Key(f.Term.Zh) ||
		slices.ContainsFunc(f.Term.ZhAlso, func(zh string) bool { return glossary.Key(zh) == glossary.Key(w.Term) }))
}
