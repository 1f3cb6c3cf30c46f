package main

import (
	"strings"

	"duizhao/align"
	"duizhao/bitext"
	"duizhao/check"
)

// factsOf is what a pair of files tells the rules beyond its texts. alone are
// the units in stretches that stand in one language only, by index.
func factsOf(zh, en *align.Side, p *align.Pairing) (f check.Facts, alone map[int]bool) {
	f.Structure = structuresOf(zh, en)
	f.Unpaired, alone = unpaired(zh, en, p)
	if align.Fresh(en.Front.Source, zh) != align.Unrecorded {
		f.TranslatedFrom = strings.TrimPrefix(strings.ToLower(strings.TrimSpace(en.Front.Source)), hashName)
		f.Chinese = strings.TrimPrefix(align.Hash(zh), hashName)
	}
	for i, t := range p.Targets {
		if t.Doubtful {
			f.Doubtful = append(f.Doubtful, i)
		}
	}
	return f, alone
}

// hashName stands in front of the hashes of align.
const hashName = "sha256:"

// structuresOf counts the parts that differ between the two files.
func structuresOf(zh, en *align.Side) [2]check.Structure {
	var out [2]check.Structure
	for _, d := range align.Compare(zh.Structure(), en.Structure()) {
		for side, n := range []int{d.Zh, d.En} {
			s := &out[side]
			switch d.Part {
			case align.PartHeading:
				s.Headings += n
			case align.PartItem:
				s.ListItems += n
			case align.PartTable:
				s.Tables += n
			case align.PartLink:
				s.Links += n
			case align.PartImage:
				s.Images += n
			case align.PartCode:
				s.CodeBlocks += n
			}
		}
	}
	return out
}

// unpaired finds the stretches of whole blocks that stand in one language
// only. A sentence that lacks its counterpart inside a block that has one is
// left to the rules over units.
func unpaired(zh, en *align.Side, p *align.Pairing) (found []check.Unpaired, alone map[int]bool) {
	zhBlocks, enBlocks := blocksOf(zh), blocksOf(en)
	zhPaired, enPaired := map[int]bool{}, map[int]bool{}
	for _, l := range p.Links {
		if l.Zh.Len() == 0 || l.En.Len() == 0 {
			continue
		}
		for i := l.Zh.Start; i < l.Zh.End; i++ {
			zhPaired[zhBlocks[i]] = true
		}
		for i := l.En.Start; i < l.En.End; i++ {
			enPaired[enBlocks[i]] = true
		}
	}
	g := gaps{units: linkedUnits(p), last: map[string]int{}, links: map[int]bool{}}
	for k, l := range p.Links {
		switch {
		case l.En.Len() == 0 && !zhPaired[zhBlocks[l.Zh.Start]]:
			g.add(k, "zh", zhBlocks[l.Zh.Start:l.Zh.End])
		case l.Zh.Len() == 0 && !enPaired[enBlocks[l.En.Start]]:
			g.add(k, "en", enBlocks[l.En.Start:l.En.End])
		default:
			g.lang = ""
		}
	}
	alone = map[int]bool{}
	for i, t := range p.Targets {
		if g.links[t.Link] {
			alone[i] = true
		}
	}
	return g.found, alone
}

// blocksOf is the block of every segment of a side.
func blocksOf(s *align.Side) []int {
	var out []int
	for i := range s.Article.Blocks {
		for range s.Article.Blocks[i].Segments {
			out = append(out, i)
		}
	}
	return out
}

// linkedUnit is the first unit of a link, and its place among those that are
// judged: units that are merged are judged as one.
type linkedUnit struct {
	unit    *bitext.Unit
	subject int
}

// linkedUnits is the first unit of every link that has one.
func linkedUnits(p *align.Pairing) map[int]linkedUnit {
	out := map[int]linkedUnit{}
	units := p.Document.Units()
	subject := -1
	for i, t := range p.Targets {
		merged := i > 0 && (units[i].Status == bitext.Merged || units[i-1].Status == bitext.Merged)
		if i == 0 || !merged || p.Targets[i-1].Link != t.Link {
			subject++
		}
		if _, known := out[t.Link]; !known {
			out[t.Link] = linkedUnit{units[i], subject}
		}
	}
	return out
}

// gaps collects stretches of links with one empty side.
type gaps struct {
	units map[int]linkedUnit
	lang  string         // of the stretch that is open, or ""
	last  map[string]int // block that was counted last, from 1, by language
	links map[int]bool   // that are part of a stretch
	found []check.Unpaired
}

// maxQuotedRunes is how much of a missing passage is quoted.
const maxQuotedRunes = 24

// add takes the blocks of link k, which stand in one language only.
func (g *gaps) add(k int, lang string, blocks []int) {
	g.links[k] = true
	if g.lang != lang {
		first := g.units[k]
		text := first.unit.Zh
		if lang == "en" {
			text = first.unit.En
		}
		if r := []rune(text); len(r) > maxQuotedRunes {
			text = string(r[:maxQuotedRunes]) + "…"
		}
		g.found = append(g.found, check.Unpaired{Unit: first.subject, Lang: lang, Text: text})
		g.lang = lang
	}
	for _, b := range blocks {
		if g.last[lang] != b+1 {
			g.last[lang] = b + 1
			g.found[len(g.found)-1].Blocks++
		}
	}
}
