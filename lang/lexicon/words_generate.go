//go:build ignore

// Words_generate makes words.txt out of the dictionary of jieba as the Go
// module github.com/go-ego/gse (v0.80.3) ships it in data/dict/zh/s_1.txt:
//
//	go run words_generate.go s_1.txt
//
// and of words_extra.txt. It is run by hand; the result is committed.
package main

import (
	"bufio"
	"cmp"
	"fmt"
	"log"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const header = `# Chinese words by frequency: one line for each frequency, rounded to two digits, and its words.
# From the dictionary of jieba (https://github.com/fxsjy/jieba), Copyright (c) 2013 Sun Junyi, MIT, see LICENSE.jieba.
# Left out: rare words, names of persons. Added: words of present-day policy prose. Mended: frequencies of single characters, of which the source has lost many.
`

// functionWords are characters that mostly stand alone, but have next to no
// frequency in the source: rough figures from the company they keep.
const functionWords = "为200000 会100000 后80000 里60000 两60000 过60000 给60000 向60000 并40000 当40000 却40000 没40000 万40000 " +
	"出30000 几30000 才30000 内30000 家20000 无20000 亿20000 回20000 进15000 间15000 随15000 项15000 级8000 国8000"

// aloneShare is the least share of a character's occurrences in which it is
// taken to be a word, where the source says less.
const aloneShare = 0.04

// standing are the characters that stand alone in policy prose: function
// words, numbers and verbs. All others are mostly part of a word there, and
// count a boundShare-th of what they do in the novels that the source was
// counted on: 门 and 位 are no neighbours of 财政部.
const (
	standing = "的了是在和有他不我就也人上这年中你一说到为等都着对与地来要还又之以大而道个她得去将下于从但把月被那" +
		"会只时多可好能后或日由用所已其很看使前新想它两向最给过里高便再如更及让走听各成至三本此并市却当没起正因同并" +
		"县区省国党军全做像跟比则若非即未才仅约共均须应须该每某另几二四五六七八九十百千万亿第近达占需请愿曾刚内外间" +
		"出入加按经据依靠凭沿往朝自始起使令叫称作指写讲谈问答派设建办抓管搞定开关停推促保护带率赴访见邀迎送发收交付" +
		"买卖增减升降超低快慢早晚远难易强弱总分别且乃皆亦仍尚既虽然故因凡逐渐稍甚极太" +
		"化性式型类率者团队站网令函们"
	boundShare = 8
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: go run words_generate.go s_1.txt")
	}
	f, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	kept, alone, within := map[string]int{}, map[rune]int{}, map[rune]int{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) != 3 || strings.ContainsFunc(fields[0], func(r rune) bool { return !unicode.Is(unicode.Han, r) }) {
			continue
		}
		word, tag := fields[0], fields[2]
		frequency, err := strconv.Atoi(fields[1])
		if err != nil {
			log.Fatal(err)
		}
		n := utf8.RuneCountInString(word)
		if n == 1 {
			r, _ := utf8.DecodeRuneInString(word)
			alone[r] = frequency
			continue
		}
		for _, r := range word {
			within[r] += frequency
		}
		if frequency >= least(n, tag) {
			kept[word] = frequency
		}
	}
	for r, frequency := range within {
		frequency = max(alone[r], int(aloneShare*float64(frequency)))
		if !strings.ContainsRune(standing, r) {
			frequency /= boundShare
		}
		if frequency >= 5 {
			kept[string(r)] = frequency
		}
	}
	for _, entry := range strings.Fields(functionWords) {
		r, size := utf8.DecodeRuneInString(entry)
		if kept[string(r)], err = strconv.Atoi(entry[size:]); err != nil {
			log.Fatal(err)
		}
	}
	usual, seldom := extra()
	for _, word := range slices.Concat(seldom, glossed()) {
		kept[word] = max(kept[word], seldomFrequency)
	}
	for _, word := range usual {
		kept[word] = max(kept[word], usualFrequency)
	}
	write(kept)
}

// The least that the words of words_extra.txt count, which stand above and
// below its blank line; those of lexicon.tsv count as the latter.
const (
	usualFrequency  = 3000
	seldomFrequency = 200
)

func extra() (usual, seldom []string) {
	data, err := os.ReadFile("words_extra.txt")
	if err != nil {
		log.Fatal(err)
	}
	words := &usual
	for line := range strings.Lines(string(data)) {
		switch {
		case line == "\n":
			words = &seldom
		case line[0] != '#':
			*words = append(*words, strings.Fields(line)...)
		}
	}
	return usual, seldom
}

// glossed returns the words of lexicon.tsv: what is usual enough to have a
// rendering is usual enough to have borders.
func glossed() (words []string) {
	data, err := os.ReadFile("lexicon.tsv")
	if err != nil {
		log.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		word, _, ok := strings.Cut(line, "\t")
		mixed := strings.ContainsFunc(word, func(r rune) bool { return !unicode.Is(unicode.Han, r) })
		if ok && !mixed && utf8.RuneCountInString(word) > 1 {
			words = append(words, word)
		}
	}
	return words
}

// least is the frequency from which on a word of n runes is worth its place:
// what crosses an edge is mostly short.
func least(n int, tag string) int {
	switch {
	case tag == "nr" && n == 2:
		return 200
	case tag == "nr":
		return 2000
	case n == 2:
		return 15
	case n <= 4:
		return 20
	case n <= 8:
		return 100
	}
	return 1000
}

func write(kept map[string]int) {
	groups := map[int][]string{}
	for word, frequency := range kept {
		unit := 1
		for frequency/unit >= 100 {
			unit *= 10
		}
		frequency = (frequency + unit/2) / unit * unit
		groups[frequency] = append(groups[frequency], word)
	}
	f, err := os.Create("words.txt")
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(f)
	out.WriteString(header)
	for _, frequency := range slices.SortedFunc(maps.Keys(groups), func(a, b int) int { return cmp.Compare(b, a) }) {
		slices.Sort(groups[frequency])
		fmt.Fprintln(out, frequency, strings.Join(groups[frequency], " "))
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
	if err := f.Close(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(kept), "words")
}
