package glossary

import "strings"

// otherNames are what people write who know other tools' formats.
var otherNames = map[string]string{
	"term": "zh", "source_term": "zh", "chinese": "zh", "cn": "zh",
	"english": "en", "target": "en", "translation": "en", "preferred": "en",
	"admitted": "also", "accepted": "also", "synonyms": "also", "alias": "also", "aliases": "also",
	"forbidden": "avoid", "banned": "avoid", "wrong": "avoid",
	"comment": "note", "notes": "note", "remark": "note", "reason": "why",
	"acronym": "abbr", "abbreviation": "abbr", "type": "kind", "from": "since", "to": "until",
	"entries": "terms", "glossary": "terms", "variants": "zh_also",
}

// suggest returns the one of known that s was most likely meant to be, or "".
func suggest(s string, known []string) string {
	lower := strings.ToLower(strings.TrimSpace(s))
	best, bestDistance := "", 1+len([]rune(lower))/3
	for _, k := range known {
		if d := distance(lower, strings.ToLower(k), bestDistance); d < bestDistance || (d == bestDistance && best == "") {
			best, bestDistance = k, d
		}
	}
	if best != "" {
		return best
	}
	for _, k := range known {
		if otherNames[lower] == k {
			return k
		}
	}
	return ""
}

// distance is the number of runes to insert, delete, replace or swap with a
// neighbour to make a out of b; it may stop counting above limit.
func distance(a, b string, limit int) int {
	ra, rb := []rune(a), []rune(b)
	if len(ra)-len(rb) > limit || len(rb)-len(ra) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(rb)+1), make([]int, len(rb)+1), make([]int, len(rb)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(ra); i++ {
		row[0] = i
		for j := 1; j <= len(rb); j++ {
			cost := 1
			if ra[i-1] == rb[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && ra[i-1] == rb[j-2] && ra[i-2] == rb[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(rb)]
}
