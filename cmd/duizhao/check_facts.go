package main

import (
	"strings"

	"duizhao/align"
	"duizhao/check"
)

// factsOf is what a pair of files tells the rules beyond its texts. alone are
// the units of blocks that stand in Chinese only, by index.
func factsOf(zh, en *align.Side, p *align.Pairing) (f check.Facts, alone map[int]bool) {
	f.Structure = structuresOf(zh, en)
	f.Unpaired, alone = unpaired(zh, p)
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

// unpaired finds the blocks of one sentence that stand in Chinese only. Longer
// passages the rules find themselves, but of a sentence that lacks its English
// they cannot tell whether it is a paragraph.
func unpaired(zh *align.Side, p *align.Pairing) (found []check.Unpaired, alone map[int]bool) {
	blocks := blocksOf(zh)
	paired := map[int]bool{}
	for _, l := range p.Links {
		for i := l.Zh.Start; i < l.Zh.End && l.En.Len() > 0; i++ {
			paired[blocks[i]] = true
		}
	}
	units := p.Document.Units()
	empty := func(i int) bool {
		return i >= 0 && i < len(units) && units[i].En == "" && units[i].Status == ""
	}
	alone = map[int]bool{}
	for i, t := range p.Targets {
		l := p.Links[t.Link]
		if !empty(i) || l.Zh.Len() == 0 || paired[blocks[l.Zh.Start]] {
			continue
		}
		alone[i] = true
		if !empty(i-1) && !empty(i+1) {
			found = append(found, check.Unpaired{Unit: i, Blocks: 1, Lang: "zh", Text: units[i].Zh})
		}
	}
	return found, alone
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
