package han

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFoldJoins(t *testing.T) {
	for _, class := range []string{
		"国國", "干乾幹榦", "后後", "着著", "里裏裡", "为為爲", "众眾衆", "台臺檯颱", "线綫線", "户戶",
		"划劃畫画", "链鏈鍊", "锺钟鐘鍾", "余餘馀", "复復複", "发發髮", "产產産", "污汙", "群羣", "峰峯", "斗鬥", "游遊", "注註",
		"金金", "民⺠", "长⻓長", "一⼀", "aAＡａ", "%％", " \u3000", "3３",
	} {
		first, _ := utf8.DecodeRuneInString(class)
		for _, r := range class {
			if Fold(r) != Fold(first) {
				t.Errorf("Fold(%c) = %c, but Fold(%c) = %c", r, Fold(r), first, Fold(first))
			}
		}
	}
}

func TestFoldKeepsApart(t *testing.T) {
	for _, pair := range []string{"人入", "己已", "未末", "土士", "日曰", "大太", "干于", "工土", "候侯", "晴睛", "态怠", "、，", "。．", "《〈"} {
		a, size := utf8.DecodeRuneInString(pair)
		b, _ := utf8.DecodeRuneInString(pair[size:])
		if Fold(a) == Fold(b) {
			t.Errorf("Fold(%c) == Fold(%c)", a, b)
		}
	}
}

// Classes are made by union; a chain of careless links would show in a large
// class or in a representative that nobody writes.
func TestClassesStaySmall(t *testing.T) {
	classes := 0
	for line := range entries(characters) {
		classes++
		rep, size := utf8.DecodeRuneInString(line)
		members := strings.ReplaceAll(line[size:], "\t", "")
		if n := utf8.RuneCountInString(members); n < 2 || n > 6 {
			t.Errorf("class of %c has %d members: %s", rep, n, members)
		}
		if !strings.ContainsRune(members, rep) {
			t.Errorf("%c is not in its own class", rep)
		}
		for _, r := range members {
			if Fold(r) != rep {
				t.Errorf("%c stands under %c but folds to %c: it has two classes", r, rep, Fold(r))
			}
		}
	}
	if classes < 3900 {
		t.Errorf("only %d classes", classes)
	}
	for _, usual := range "国干后着里为众台产污群峰游中人大的一是在" {
		if Fold(usual) != usual {
			t.Errorf("Fold(%c) = %c: not the usual character", usual, Fold(usual))
		}
	}
}

func TestFoldIdempotentOnAllRunes(t *testing.T) {
	for r := rune(-1); r <= utf8.MaxRune+1; r++ {
		if once := Fold(r); Fold(once) != once {
			t.Fatalf("Fold(%U) = %U, but Fold(%U) = %U", r, once, once, Fold(once))
		}
	}
}

func TestKey(t *testing.T) {
	same := [][]string{
		{"碳达峰、碳中和", "碳達峰、碳中和", "“碳达峰、碳中和”", "碳达峰、\n碳中和", "「碳達峰」、 『碳中和』"},
		{"英格·安德森", "英格•安德森", "英格・安德森", "英格安德森"},
		{"1+N", "１＋Ｎ", "1 + n", "“1+N”"},
		{"中国共产党", "中國共產黨", "中\u3000国\u00a0共产党", "中国\u200b共产党"},
		{"十四五", "“十四五”", "‘十四五’"},
	}
	for _, group := range same {
		for _, s := range group {
			if Key(s) != Key(group[0]) {
				t.Errorf("Key(%q) = %q, Key(%q) = %q", s, Key(s), group[0], Key(group[0]))
			}
		}
	}
	if Key("碳达峰、碳中和") == Key("碳达峰碳中和") {
		t.Error("、 is lost")
	}
}

func TestFoldAllocatesNothing(t *testing.T) {
	text := []rune("推進生態文明建設，實現碳達峰、碳中和。ABC")
	folded := FoldString(string(text))
	if n := testing.AllocsPerRun(100, func() {
		for _, r := range text {
			Fold(r)
		}
		FoldString(folded)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "推進生態文明建設", "Ａ股“１＋Ｎ”", "\xff中\xe4\xb8", "⺠⻓金", "\u3000·“”"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := FoldString(s)
		if utf8.RuneCountInString(folded) != utf8.RuneCountInString(s) {
			t.Errorf("FoldString(%q) = %q: another number of runes", s, folded)
		}
		if again := FoldString(folded); again != folded {
			t.Errorf("FoldString(%q) = %q, folded again %q", s, folded, again)
		}
		runes := []rune(s)
		for i, r := range []rune(folded) {
			if r != Fold(runes[i]) {
				t.Errorf("rune %d of FoldString(%q) is %U, Fold says %U", i, s, r, Fold(runes[i]))
			}
		}
		key := Key(s)
		if Key(key) != key {
			t.Errorf("Key(%q) = %q, its key %q", s, key, Key(key))
		}
		if Key(folded) != key {
			t.Errorf("Key(FoldString(%q)) = %q, Key %q", s, Key(folded), key)
		}
		if strings.IndexFunc(key, Ignorable) >= 0 {
			t.Errorf("Key(%q) = %q keeps what is ignorable", s, key)
		}
	})
}

func BenchmarkFoldString(b *testing.B) {
	for name, s := range map[string]string{
		"hans": strings.Repeat("推进生态文明建设，实现碳达峰、碳中和。", 200),
		"hant": strings.Repeat("推進生態文明建設，實現碳達峰、碳中和。", 200),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				FoldString(s)
			}
		})
	}
}
