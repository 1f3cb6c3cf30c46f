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
		if frequency = max(alone[r], int(aloneShare*float64(frequency))); frequency >= 5 {
			kept[string(r)] = frequency
		}
	}
	for _, entry := range strings.Fields(functionWords) {
		r, size := utf8.DecodeRuneInString(entry)
		if kept[string(r)], err = strconv.Atoi(entry[size:]); err != nil {
			log.Fatal(err)
		}
	}
	for _, word := range extra() {
		kept[word] = max(kept[word], extraFrequency)
	}
	write(kept)
}

// extraFrequency is the least that a word of words_extra.txt counts.
const extraFrequency = 3000

func extra() (words []string) {
	data, err := os.ReadFile("words_extra.txt")
	if err != nil {
		log.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if line[0] != '#' {
			words = append(words, strings.Fields(line)...)
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
