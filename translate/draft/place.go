package draft

import "duizhao/lang/span"

// localityNames says what the name of a place ends in.
var localityNames = map[string]string{
	"市": "City", "县": "County", "省": "Province", "州": "Prefecture", "镇": "Town", "乡": "Township",
	"村": "Village", "旗": "Banner", "区": "District", "河": "River", "江": "River", "湖": "Lake", "山": "Mountain", "路": "Road",
	"街": "Street", "岛": "Island", "港": "Port",
}

// longestPlace is how many characters of a name may stand before 市 or 河.
const longestPlace = 3

// places makes one token of an unknown name and the 市, 县 or 河 behind it:
// "{云泽} City".
func (t *tokeniser) places(tokens []token) []token {
	kept := tokens[:0]
	for i := 0; i < len(tokens); i++ {
		now := tokens[i]
		last := t.placeEnd(tokens, i)
		if last < 0 {
			kept = append(kept, now)
			continue
		}
		now.kind = locality
		now.at.End = tokens[last].at.End
		suffix := span.Span{Start: now.at.End - 1, End: now.at.End}
		now.raw = string(t.runes[now.at.Start:suffix.Start])
		now.en = "{" + now.raw + "} " + localityNames[t.text(suffix)]
		now.zh = t.text(now.at)
		kept = append(kept, now)
		i = last
	}
	return kept
}

// placeEnd is the token that ends the name of a place whose first token is
// first, -1 when there is none. 云江市 may be cut 云|江|市.
func (t *tokeniser) placeEnd(tokens []token, first int) int {
	if tokens[first].kind != unknown {
		return -1
	}
	if x := tokens[first].at; x.Len() > 2 && hint("localities", t.text(span.Span{Start: x.End - 1, End: x.End})) {
		return first // a word of the list without English: 湖州市
	}
	for i := first + 1; i < len(tokens) && tokens[i].at.Start-tokens[first].at.Start <= longestPlace; i++ {
		x := tokens[i]
		if x.at.Start != tokens[i-1].at.End || x.kind != word || x.at.Len() != 1 {
			break
		}
		if localityNames[x.zh] == "" || x.zh == "区" { // 堆填区 is no district
			continue
		}
		if x.zh != "市" && i+1 < len(tokens) && tokens[i+1].zh == "市" && tokens[i+1].at.Start == x.at.End {
			return i + 1 // 澜州市, 云江市
		}
		return i
	}
	return -1
}
