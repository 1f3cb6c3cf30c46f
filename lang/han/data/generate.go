//go:build ignore

// Generate makes characters.txt, compat.txt, to_hans.txt, to_hant.txt and
// readings.txt out of what others have collected:
//
//	for t in TSCharacters STCharacters TWVariants TWVariantsRev HKVariants HKVariantsRev TSPhrases STPhrases; do
//		opencc_dict -f ocd2 -t text -i /usr/share/opencc/$t.ocd2 -o tables/$t.txt
//	done
//	cp $(go list -m -f '{{.Dir}}' github.com/mozillazg/go-pinyin)/pinyin_dict.go tables/
//	go run generate.go tables
//
// It is run by hand when a source has a new version; the results are committed.
package main

import (
	"bufio"
	"cmp"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/unicode/norm"
)

const openCC = "from OpenCC 1.1.5 (https://github.com/BYVoid/OpenCC), Apache-2.0, see LICENSE.OpenCC"

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: go run generate.go TABLES")
	}
	src := tables{dir: os.Args[1]}
	classes := characters(src)
	write("characters.txt", []string{
		"Classes of Han characters that stand for one another over scripts and regions,",
		openCC + ".",
		"Columns: representative, members written only in simplified text, only in traditional text, in both.",
	}, classes)
	write("compat.txt", []string{
		"Compatibility ideographs and Kangxi radicals, each before the character it is (Unicode 15, NFKC).",
		"Radicals of the supplement block, which have no decomposition, stand in radicals.txt.",
	}, compat())
	ts, st := phrases(src, "TS"), phrases(src, "ST")
	write("to_hans.txt", []string{"Phrases, then characters, traditional to simplified, " + openCC + "."}, ts)
	write("to_hant.txt", []string{"Phrases, then characters, simplified to traditional, " + openCC + ".",
		"Phrases that say no more than their characters and their parts are left out."}, st)
	write("readings.txt", []string{
		"Readings, commonest first, and the characters that have exactly these,",
		"from pinyin-data as go-pinyin v0.21.0 ships it (https://github.com/mozillazg/pinyin-data), MIT, see LICENSE.pinyin-data.",
	}, readings(src, classes))
}

// tables reads the text forms of the OpenCC tables.
type tables struct{ dir string }

func (t tables) read(name string) (pairs [][]string) {
	f, err := os.Open(filepath.Join(t.dir, name))
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if key, values, ok := strings.Cut(lines.Text(), "\t"); ok {
			pairs = append(pairs, append([]string{key}, strings.Fields(values)...))
		}
	}
	return pairs
}

// characters joins everything that any table maps to one another. The chains
// were read through: all pairs of words that fall together by them are
// spellings of one word (计画 计划, 锻炼 锻鍊, 执著 执着, 背包 揹包).
func characters(src tables) (lines []string) {
	parent := map[string]string{}
	var find func(string) string
	find = func(x string) string {
		if p, ok := parent[x]; ok && p != x {
			return find(p)
		}
		parent[x] = x
		return x
	}
	hans, hant, votes := map[string]bool{}, map[string]bool{}, map[string]int{}
	for _, name := range []string{"TSCharacters", "STCharacters", "TWVariants", "TWVariantsRev", "HKVariants", "HKVariantsRev"} {
		for _, pair := range src.read(name + ".txt") {
			for _, to := range pair[1:] {
				parent[find(pair[0])] = find(to)
			}
			own := slices.Contains(pair[1:], pair[0])
			switch name {
			case "TSCharacters":
				hant[pair[0]] = !own
				votes[pair[1]]++
			case "STCharacters":
				hans[pair[0]] = !own
			}
		}
	}
	members := map[string][]string{}
	for _, x := range slices.Sorted(maps.Keys(parent)) {
		members[find(x)] = append(members[find(x)], x)
	}
	for _, class := range members {
		best := slices.MinFunc(class, func(a, b string) int {
			return cmp.Or(level(a)-level(b), votes[b]-votes[a], strings.Compare(a, b))
		})
		cols := [3]string{}
		for _, x := range class {
			switch {
			case hans[x] && !hant[x] && !usualHant(x):
				cols[0] += x
			case hant[x] && !hans[x] && level(x) == 3:
				cols[1] += x
			default:
				cols[2] += x
			}
		}
		lines = append(lines, best+"\t"+strings.Join(cols[:], "\t"))
	}
	slices.Sort(lines)
	return lines
}

// level is 1 and 2 for the two levels of GB 2312, the usual simplified
// characters, and 3 for all others.
func level(x string) int {
	b, err := simplifiedchinese.GBK.NewEncoder().String(x)
	switch {
	case err != nil || len(b) != 2 || b[1] < 0xA1 || b[0] < 0xB0 || b[0] > 0xF7:
		return 3
	case b[0] <= 0xD7:
		return 1
	}
	return 2
}

// usualHant reports whether x is in the first level of Big5: 峰 and 群, which
// OpenCC's own standard writes 峯 and 羣, tell nothing about the script.
func usualHant(x string) bool {
	b, err := traditionalchinese.Big5.NewEncoder().String(x)
	return err == nil && len(b) == 2 && 0xA4 <= b[0] && b[0] <= 0xC6
}

func compat() (lines []string) {
	for _, block := range [][2]rune{{0x2F00, 0x2FD5}, {0xF900, 0xFAFF}, {0x2F800, 0x2FA1F}} {
		var b strings.Builder
		for r := block[0]; r <= block[1]; r++ {
			if to := norm.NFKC.String(string(r)); to != string(r) && utf8.RuneCountInString(to) == 1 {
				b.WriteString(string(r) + to)
			}
		}
		lines = append(lines, b.String())
	}
	return lines
}

// phrases lists what converts differently from its parts, in order of length,
// so that each phrase is judged by the shorter ones already kept.
func phrases(src tables, way string) (lines []string) {
	dict := map[string]string{}
	all := append(src.read(way+"Characters.txt"), src.read(way+"Phrases.txt")...)
	slices.SortFunc(all, func(a, b []string) int {
		return cmp.Or(utf8.RuneCountInString(a[0])-utf8.RuneCountInString(b[0]), strings.Compare(a[0], b[0]))
	})
	for _, pair := range all {
		from, to := pair[0], pair[1]
		if utf8.RuneCountInString(from) != utf8.RuneCountInString(to) {
			log.Fatalf("%s: %s and %s have different lengths", way, from, to)
		}
		if way == "TS" && utf8.RuneCountInString(from) > 1 || convert(dict, from) != to {
			dict[from] = to
			lines = append(lines, from+"\t"+to)
		}
	}
	return lines
}

func convert(dict map[string]string, s string) string {
	var out strings.Builder
	for s != "" {
		n := len(s)
		for ; n > 0; n-- {
			if to, ok := dict[s[:n]]; ok {
				out.WriteString(to)
				break
			}
		}
		if n == 0 {
			_, n = utf8.DecodeRuneInString(s)
			out.WriteString(s[:n])
		}
		s = s[n:]
	}
	return out.String()
}

// readings leaves out the rarest characters: those outside the first plane
// that no class of characters has.
func readings(src tables, classes []string) (lines []string) {
	known := strings.Join(classes, "")
	data, err := os.ReadFile(filepath.Join(src.dir, "pinyin_dict.go"))
	if err != nil {
		log.Fatal(err)
	}
	sets := map[string][]rune{}
	for _, m := range regexp.MustCompile(`0x([0-9A-F]+): "([^"]+)"`).FindAllStringSubmatch(string(data), -1) {
		code, err := strconv.ParseInt(m[1], 16, 32)
		if err != nil {
			log.Fatal(err)
		}
		if r := rune(code); r < 0x10000 || strings.ContainsRune(known, r) {
			sets[m[2]] = append(sets[m[2]], r)
		}
	}
	for _, set := range slices.Sorted(maps.Keys(sets)) {
		lines = append(lines, norm.NFC.String(set)+"\t"+string(sets[set]))
	}
	return lines
}

func write(name string, header, lines []string) {
	var b strings.Builder
	for _, h := range header {
		fmt.Fprintf(&b, "# %s\n", h)
	}
	for _, line := range lines {
		b.WriteString(line + "\n")
	}
	if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
		log.Fatal(err)
	}
}
