package draft

import (
	"strconv"
	"strings"
)

// numbered says what has its number behind it: 表1.
var numbered = map[string]string{"表": "Table", "图": "Figure", "附件": "Annex", "附表": "Schedule", "专栏": "Box"}

// label says the number of an item or article at the beginning, which is no
// part of the sentence, and gives the tokens behind it.
func label(tokens []token) (string, []token) {
	if len(tokens) == 0 {
		return "", nil
	}
	if n := datelined(tokens); n > 0 {
		return dateline(tokens[:n]), tokens[n:]
	}
	en := ""
	switch t := tokens[0]; {
	case t.kind == item || isNamed(t) && t.at.Start == 0:
		en = t.en
	case t.kind == group && isBracket(t.mark) && len(t.inner) == 1 && len(t.inner[0].tokens) == 1 && t.inner[0].tokens[0].kind == item:
		en = "(" + strings.TrimSuffix(t.inner[0].tokens[0].en, ".") + ")"
	case t.kind == mark && t.mark >= '①' && t.mark <= '⑳':
		en = "(" + strconv.Itoa(int(t.mark-'①')+1) + ")"
	case len(tokens) > 1 && t.at.Start == 0 && numbered[t.zh] != "" && tokens[1].kind == figure:
		return numbered[t.zh] + " " + tokens[1].en, tokens[2:]
	case t.kind == figure && len(tokens) > 1 && tokens[1].kind == mark && (tokens[1].mark == '．' || tokens[1].mark == '.'):
		return t.en + ".", tokens[2:]
	default:
		return "", tokens
	}
	tokens = tokens[1:]
	for len(tokens) > 0 && tokens[0].kind == mark && (tokens[0].mark == '、' || tokens[0].mark == '.' || tokens[0].mark == '．') {
		tokens = tokens[1:]
	}
	return en, tokens
}

// isColon reports whether r is a colon.
func isColon(r rune) bool { return r == '：' || r == ':' }

// endsSentence reports whether a sentence ends with r.
func endsSentence(r rune) bool {
	return r == 0 || r == '。' || r == '！' || r == '？' || r == '；' || r == ';'
}

// isPause reports whether a sentence goes on behind r.
func isPause(r rune) bool {
	return r == '；' || r == ';' || r == '：' || r == ':'
}

// longestDateline is how many words may stand before 电.
const longestDateline = 5

// datelined is how many tokens make the dateline of a dispatch, 0 when there
// is none: 新华社 北京 5月20日 电.
func datelined(tokens []token) int {
	for i := 2; i < len(tokens) && i <= longestDateline; i++ {
		if tokens[i].zh != "电" || tokens[i-1].kind != date {
			continue
		}
		for _, t := range tokens[:i-1] {
			if t.kind != term && t.kind != unknown && t.entry == nil {
				return 0
			}
		}
		return i + 1
	}
	return 0
}

// dateline says the tokens of a dateline but the last: "Xinhua News Agency,
// Beijing, May 20:".
func dateline(tokens []token) string {
	var said []string
	for _, t := range tokens[:len(tokens)-1] {
		switch {
		case t.entry != nil:
			said = append(said, choice(&t.entry.Senses[0]))
		case t.en != "":
			said = append(said, t.en)
		default:
			said = append(said, "{"+t.raw+"}")
		}
	}
	return strings.Join(said, ", ") + ":"
}
