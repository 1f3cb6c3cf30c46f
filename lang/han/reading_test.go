package han

import (
	"slices"
	"testing"
	"unicode/utf8"
)

func TestIsReading(t *testing.T) {
	for _, gloss := range []string{
		"書shū", "態tài", "當dāng", "實shí", "開kāi", "專zhuān", "類lèi", "慮lǜ", "略lüè", "環huán", "時shí",
		"书shū", "貢gòng", "长zhǎng", "长cháng", "長zhang3", "綠lv4", "綠lu:4", "绿lü", "绿LÜ", "虐nüè", "虐nue", "居jü",
		"书shu", "書Shū", "们men", "子zi5", "子zi0", "誒ê̄", "誒ế", "欸ề", "呣ḿ", "呣m̀", "嗯ńg", "书shu\u0304", "绿lu\u0308\u0300", "好hăo", "大dɑ", "光ɡuānɡ",
		"雙shuāng", "車jū", "車chē", "⻋chē", "金jīn", "著zhe", "着zhù", "發fā",
	} {
		r, size := utf8.DecodeRuneInString(gloss)
		if !IsReading(r, gloss[size:]) {
			t.Errorf("IsReading(%c, %q) = false", r, gloss[size:])
		}
	}
}

func TestIsNoReading(t *testing.T) {
	for _, gloss := range []string{
		"书", "书JPO", "书CO2", "碳CO", "书shú", "书shu3", "書shūu", "書 shū", "书shū ", "书1", "书:", "县区", "书shushu", "绿lu3", "长zhang2a", "大\u0304", "书shū1", "大zhuangs", "A a", "，dòu",
	} {
		r, size := utf8.DecodeRuneInString(gloss)
		if IsReading(r, gloss[size:]) {
			t.Errorf("IsReading(%c, %q) = true", r, gloss[size:])
		}
	}
}

func TestReadings(t *testing.T) {
	for _, c := range []struct {
		r    rune
		want []string
	}{
		{'书', []string{"shū"}}, {'峰', []string{"fēng"}}, {'中', []string{"zhōng", "zhòng"}}, {'A', nil}, {'。', nil},
	} {
		if got := Readings(c.r); !slices.Equal(got, c.want) {
			t.Errorf("Readings(%c) = %q, want %q", c.r, got, c.want)
		}
	}
	if got := Readings('行'); got[0] != "xíng" || !slices.Contains(got, "háng") {
		t.Errorf("Readings(行) = %q", got)
	}
}

// Every reading of the table must be one that IsReading can parse: otherwise
// it would never be recognised as a gloss.
func TestEveryReadingIsRead(t *testing.T) {
	n := 0
	for r := rune(0x3400); r <= 0x9FFF; r++ {
		for _, s := range Readings(r) {
			n++
			if !IsReading(r, s) {
				t.Errorf("IsReading(%c, %q) = false", r, s)
			}
		}
	}
	if n < 30000 {
		t.Errorf("only %d readings", n)
	}
}

func FuzzIsReading(f *testing.F) {
	f.Add('书', "shū")
	f.Add('绿', "lu:4")
	f.Add('誒', "ê̄")
	f.Fuzz(func(t *testing.T, r rune, s string) {
		if !IsReading(r, s) {
			return
		}
		if !Is(r) && Readings(Fold(r)) == nil {
			t.Errorf("%U is not Han and reads %q", r, s)
		}
		if !IsReading(Fold(r), s) {
			t.Errorf("%c reads %q, its representative %c does not", r, s, Fold(r))
		}
		if n := utf8.RuneCountInString(s); n > 10 {
			t.Errorf("IsReading(%c, %q): %d runes are no syllable", r, s, n)
		}
	})
}
