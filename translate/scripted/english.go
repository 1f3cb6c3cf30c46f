package scripted

import (
	"cmp"
	"crypto/sha256"
	"slices"
	"strings"
	"unicode/utf8"

	"duizhao/lang/number"
	"duizhao/lang/span"
	"duizhao/translate"
	"duizhao/translate/openai"
)

// hashLetters has no digit, so that a hash is no figure, and no vowel, so that
// it is no word.
const hashLetters = "bcdfghjklmnpqrst"

// Hash is twelve letters that depend on zh alone.
func Hash(zh string) string {
	sum := sha256.Sum256([]byte(zh))
	out := make([]byte, 12)
	for i := range out {
		out[i] = hashLetters[sum[i]%16]
	}
	return string(out)
}

// orders are words of instructions that an article may have in it, and what a
// translation of them says.
var orders = [][2]string{{"忽略", "ignore"}, {"无视", "disregard"}, {"输出", "output"}, {"回复", "reply"}, {"翻译", "translate"}}

// English is the good answer to a unit of r: the hash of its Chinese, then the
// renderings of its terms, its figures and the instructions in it, in the
// order of the Chinese.
func English(r translate.Request, u translate.Unit) string {
	type piece struct {
		at int
		en string
	}
	var pieces []piece
	var masked []span.Span
	for _, use := range uses(r, u) {
		pieces = append(pieces, piece{use.Start, r.Terms[use.Term].En})
		masked = append(masked, span.Span{Start: use.Start, End: use.End})
	}
	for _, v := range number.FindChinese(u.Zh, masked...) {
		if v.Kind != number.Item {
			pieces = append(pieces, piece{v.Span.Start, v.English()})
		}
	}
	for _, o := range orders {
		if before, _, found := strings.Cut(u.Zh, o[0]); found {
			pieces = append(pieces, piece{utf8.RuneCountInString(before), o[1]})
		}
	}
	slices.SortFunc(pieces, func(a, b piece) int { return cmp.Compare(a.at, b.at) })
	words := make([]string, len(pieces))
	for i, p := range pieces {
		words[i] = p.en
	}
	if len(words) == 0 {
		return "Unit " + Hash(u.Zh) + "."
	}
	return "Unit " + Hash(u.Zh) + " on " + strings.Join(words, "; ") + "."
}

// uses are the terms of a unit, in order.
func uses(r translate.Request, u translate.Unit) []translate.TermUse {
	if len(u.Terms) > 0 {
		return u.Terms
	}
	return openai.Uses(r.Terms, u.Zh)
}

// answer is the good answer to r.
func answer(r translate.Request) translate.Answer {
	var a translate.Answer
	for _, u := range r.Units {
		a.Units = append(a.Units, translate.UnitAnswer{ID: u.ID, Echo: translate.Echo(u.Zh), En: English(r, u)})
	}
	return a
}
