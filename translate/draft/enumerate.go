package draft

import "strings"

// enumerators are the words that count the points of a sentence: 一是……；二是…….
var enumerators = map[string]string{
	"一是": "first", "二是": "second", "三是": "third", "四是": "fourth", "五是": "fifth", "六是": "sixth",
	"七是": "seventh", "八是": "eighth", "首先": "first", "其次": "second",
	"一要": "first", "二要": "second", "三要": "third", "四要": "fourth", "五要": "fifth",
}

// enumerator gives the word that counts a point at the beginning of a clause,
// and the tokens behind it. 第一 stands there alone.
func enumerator(tokens []token) (string, []token) {
	if len(tokens) == 0 {
		return "", tokens
	}
	first := &tokens[0]
	if first.kind == ordinal && len(tokens) == 1 && !isNamed(*first) {
		return strings.TrimPrefix(first.en, "the "), nil
	}
	if en := enumerators[first.zh]; first.kind == word && en != "" && len(tokens) > 1 {
		return en, tokens[1:]
	}
	return "", tokens
}
