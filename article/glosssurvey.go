package article

// glossing says how a document is glossed.
type glossing struct {
	count int  // of the glosses of the document
	full  bool // it is full of them: they are dirt
	toned bool // their readings carry tones, so that a bare (an) is none
}

// A document is full of glosses from these figures on: converters gloss every
// traditional character, 5 to 40 of 100 Han characters, while a text that
// explains how names are read does so now and then.
const (
	fewGlosses, manyPerHundred  = 3, 10
	someGlosses, somePerHundred = 6, 3
)

// surveyGlosses measures the glosses of all lines that are content.
func surveyGlosses(lines []*line) glossing {
	n := tallyGlosses(lines)
	if n.count < fewGlosses {
		return glossing{}
	}
	hans := 0
	for _, l := range lines {
		if l.skip == "" {
			hans += countHan(l.text)
		}
	}
	full := n.count*100 >= hans*manyPerHundred || n.count >= someGlosses && n.count*100 >= hans*somePerHundred
	return glossing{count: n.count, full: full && n.mechanical(lines), toned: n.toned*2 > n.count}
}

// glossTally counts the glosses of a document.
type glossTally struct {
	count int
	toned int      // with a tone in the reading
	rare  int      // behind characters that isRare knows
	of    *runeSet // what they gloss, nil where there are none
}

func tallyGlosses(lines []*line) glossTally {
	var n glossTally
	for _, l := range lines {
		if l.skip != "" {
			continue
		}
		eachGloss(l.text, func(g gloss) {
			n.count++
			if toned(g.reading) {
				n.toned++
			}
			if isRare(g.of) {
				n.rare++
			}
			if n.of == nil {
				n.of = new(runeSet)
			}
			n.of.add(g.of)
		})
	}
	return n
}

// mechanical reports whether a converter wrote the glosses of lines. It
// glosses what GB 2312 lacks, and that wherever it stands, so that most places
// of the characters have their gloss. A writer who explains readings glosses
// names of places (亳州, 六安), mostly within GB 2312, and each of them once.
func (n glossTally) mechanical(lines []*line) bool {
	if n.rare*2 < n.count {
		return false
	}
	places := 0
	for _, l := range lines {
		if l.skip == "" {
			places += n.of.count(l.text)
		}
	}
	return places <= n.count*2
}

// runeSet is a set of runes of the first plane.
type runeSet [1 << 16 / 64]uint64

func (s *runeSet) add(r rune) {
	if r < 1<<16 {
		s[r/64] |= 1 << (r % 64)
	}
}

// count is how many runes of text are in s.
func (s *runeSet) count(text string) int {
	n := 0
	for _, r := range text {
		if r < 1<<16 && s[r/64]&(1<<(r%64)) != 0 {
			n++
		}
	}
	return n
}

// countHan counts the Han characters of the first plane by their first bytes.
func countHan(text string) int {
	n := 0
	for i := 0; i < len(text); i++ {
		if text[i] >= 0xE4 && text[i] <= 0xE9 {
			n++
		}
	}
	return n
}
