package align

import (
	"strings"
	"testing"

	"duizhao/lang/han"
)

func TestEverydayWordsAreWellFormed(t *testing.T) {
	seen := map[string]bool{}
	for line := range strings.Lines(everyday) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for entry := range strings.FieldsSeq(line) {
			zh, words, ok := strings.Cut(entry, ":")
			if !ok || zh == "" || strings.ContainsFunc(zh, func(r rune) bool { return !han.Is(r) }) {
				t.Errorf("%q: want Chinese, a colon and English words", entry)
			}
			for en := range strings.SplitSeq(words, "/") {
				if en == "" || strings.Trim(en, "abcdefghijklmnopqrstuvwxyz-'") != "" {
					t.Errorf("%q: %q is no English word in lower case", entry, en)
				}
			}
			if seen[zh] {
				t.Errorf("%s stands here twice", zh)
			}
			seen[zh] = true
		}
	}
}

func TestLabel(t *testing.T) {
	for s, want := range map[string]int{
		"一、总则": 1, "（十二）保障": 12, "第三条 本办法": 3, "二十一、附则": 21, "3. 加强": 3,
		"I. General": 1, "XIV. Funds": 14, "(2) Funds": 2, "Article 5 These": 5, "Chapter III Funds": 3,
		"2021年": 0, "1.5 million": 0, "一些人": 0, "In 2021": 0, "Vehicles shall": 0, "": 0,
	} {
		n, ok := label(s)
		if !ok {
			n = 0
		}
		if n != want {
			t.Errorf("label(%q) = %d, want %d", s, n, want)
		}
	}
}

func TestStemsOfOneWordFallTogether(t *testing.T) {
	s := seeds()
	for _, forms := range [][]string{
		{"study", "studies", "studied", "studying"},
		{"stop", "stops", "stopped", "stopping"},
		{"write", "wrote", "written", "writing"},
		{"develop", "development", "developing"},
		{"measure", "measures"},
	} {
		for _, f := range forms[1:] {
			if s.stem(f) != s.stem(forms[0]) {
				t.Errorf("%s has the stem %s, %s has %s", f, s.stem(f), forms[0], s.stem(forms[0]))
			}
		}
	}
}
