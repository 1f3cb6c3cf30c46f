package number

import (
	"strings"
	"sync"
)

// englishHedge is a hedge before or behind a value; a loose one need not say
// more than the verb of the Chinese does (reached, exceeded).
type englishHedge struct {
	words string
	hedge Hedge
	loose bool
}

// englishHedges are the hedges of data/hedges.txt by their last word (those
// before a value) or their first (those behind it).
var englishHedges = sync.OnceValue(func() (t struct{ before, behind map[string][]englishHedge }) {
	t.before, t.behind = make(map[string][]englishHedge), make(map[string][]englishHedge)
	for line := range lines("hedges.txt") {
		head, phrases, _ := strings.Cut(line, ": ")
		place, name, _ := strings.Cut(head, " ")
		name, loose := strings.CutSuffix(name, " loose")
		hedge := -1
		for i, n := range hedgeNames {
			if n == name {
				hedge = i
			}
		}
		if hedge < 0 {
			panic("hedges.txt: " + head)
		}
		for words := range strings.SplitSeq(phrases, ", ") {
			fields := strings.Fields(words)
			h := englishHedge{words, Hedge(hedge), loose}
			if place == "before" {
				key := fields[len(fields)-1]
				t.before[key] = append(t.before[key], h)
			} else {
				t.behind[fields[0]] = append(t.behind[fields[0]], h)
			}
		}
	}
	return t
})

// hedged adds the hedges around v, and whether by or to stands before it.
func (r englishReader) hedged(v Value, floor int) Value {
	if v.Kind != Calendar {
		v = r.hedgedBehind(v)
	}
	start := v.Span.Start
	for {
		before := strings.TrimRight(r.text[floor:start], " (")
		at := len(before)
		for at > 0 && before[at-1] != ' ' && before[at-1] != '(' && before[at-1] != '-' {
			at--
		}
		word := before[at:]
		if len(word) == 0 || len(word) > 24 {
			return v
		}
		switch {
		case equalTo(word, "a"), equalTo(word, "an"), equalTo(word, "total"), equalTo(word, "of") && v.Kind == Percent:
			start = floor + at
			continue
		case equalTo(word, "by"):
			if v.Step == Unsaid {
				v.Step = By
			}
			return v
		case equalTo(word, "to"):
			if v.Step == Unsaid && !v.Range {
				v.Step = To
			}
			if h, length := r.hedgeBefore(floor, floor+len(before)); length > 0 && v.Hedge == Plain {
				v.Hedge, v.loose = h.hedge, h.loose
				v.Span.Start = floor + len(before) - length
				v.Step = Unsaid
			}
			return v
		}
		h, length := r.hedgeBefore(floor, floor+len(before))
		if length == 0 {
			return v
		}
		start = floor + len(before) - length
		if v.Kind == Calendar {
			v.loose = true
			continue
		}
		if h.words == "over" && v.timeUnit() {
			h.loose = true // over five years may be five years long
		}
		if v.Hedge == Plain || v.Hedge == Several && h.hedge != About || v.loose {
			v.Hedge, v.loose = h.hedge, h.loose
		}
		if !h.loose {
			v.Span.Start = start
		}
	}
}

// hedgeBefore is the longest hedge that ends at byte end of the text, and its
// length; 0 if there is none.
func (r englishReader) hedgeBefore(floor, end int) (englishHedge, int) {
	before := r.text[floor:end]
	at := len(before)
	for at > 0 && before[at-1] != ' ' && before[at-1] != '(' {
		at--
	}
	var buf [24]byte
	if len(before)-at > len(buf) {
		return englishHedge{}, 0
	}
	for i := at; i < len(before); i++ {
		c := before[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		buf[i-at] = c
	}
	best, length := englishHedge{}, 0
	for _, h := range englishHedges().before[string(buf[:len(before)-at])] {
		n := len(h.words)
		if n > length && n <= len(before) && equalTo(before[len(before)-n:], h.words) && (n == len(before) || before[len(before)-n-1] == ' ' || before[len(before)-n-1] == '(') {
			best, length = h, n
		}
	}
	return best, length
}

// hedgedBehind adds a hedge behind v: or so, and above.
func (r englishReader) hedgedBehind(v Value) Value {
	near := r.text[v.Span.End:min(len(r.text), v.Span.End+32)]
	rest := strings.TrimLeft(near, " -")
	word, _, _ := strings.Cut(rest, " ")
	skipped := len(near) - len(rest)
	for _, h := range englishHedges().behind[strings.TrimRight(word, ",.;)")] {
		if len(rest) >= len(h.words) && equalTo(rest[:len(h.words)], h.words) && letterAt(rest, len(h.words)) == 0 {
			v.Hedge, v.loose = h.hedge, h.loose
			v.Span.End += skipped + len(h.words)
			break
		}
	}
	return v
}

func equalTo(s, lower string) bool { return len(s) == len(lower) && equalFold(s, lower) }
