package han

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"unicode/utf8"
)

// paragraphs of policy prose in both scripts; each is the other's conversion.
const (
	hansText = `国务院关于印发二〇三〇年前碳达峰行动方案的通知。各省、自治区、直辖市人民政府，国务院各部委、各直属机构：现将有关方案印发给你们，请认真贯彻执行。
会议强调，要坚持干部队伍建设，发展绿色经济，后续工作由有关部门负责。面对复杂的国际形势，几只小船系在岸边，头发凌乱的人们凭借钟表和台历计算日子。
乾坤已定，干净的饼干与干部无关。历史、日历、里面、公里、复杂、恢复、反复、制造、制度、谷物、山谷、丑恶、子丑、姓范、规范、皇后、后来、征税、征求、特征。`
	hantText = `生態環境部黨組書記在會上強調，要準確把握臺灣海峽兩岸關係，發展綠色產業，恢復濕地；對於碳達峰、碳中和工作，應當憑藉市場機制，著力推進。
乾坤、乾燥、幹部、干涉、餅乾、頭髮、發展、皇后、後來、里程、裏面、裡面、鐘錶、表面、複雜、恢復、答覆、曆法、歷史、徵求、長征、瀋陽、沈先生、藉口、慰藉、著作、著力、麵粉、面對。`
)

func TestSimplifyEqualsOpenCC(t *testing.T) {
	compareOpenCC(t, "t2s", Simplify, hansText, hantText, lines(toHansLines), lines(toHantLines))
}

// Phrases that say no more than their parts are not embedded for this way, so
// that rare text may differ where phrases overlap.
func TestTraditionaliseEqualsOpenCC(t *testing.T) {
	compareOpenCC(t, "s2t", toHant().convert, hansText, hantText)
}

func TestTraditionaliseWritesTheUsualCharacters(t *testing.T) {
	const want = "碳達峰，群眾啟動，因為"
	if got := Traditionalise("碳达峰，群众启动，因为"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// lines makes text for comparing out of a table: each phrase and what it
// becomes on a line of its own.
func lines(table string) string { return strings.ReplaceAll(table, "\t", "\n") }

func compareOpenCC(t *testing.T, config string, convert func(string) string, texts ...string) {
	opencc, err := exec.LookPath("opencc")
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatal("opencc is not installed, which CI must have")
	}
	if err != nil {
		t.Skip("opencc is not installed")
	}
	for _, text := range texts {
		cmd := exec.Command(opencc, "-c", config+".json")
		cmd.Stdin = strings.NewReader(text)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Split(string(out), "\n")
		for i, line := range strings.Split(text, "\n") {
			if got := convert(line); got != want[i] {
				t.Errorf("%s of %q is %q, opencc says %q", config, line, got, want[i])
			}
		}
	}
}

func TestConversionKeepsRunes(t *testing.T) {
	for _, s := range []string{hansText, hantText, "\xff國\xe5\x9c", ""} {
		for _, got := range []string{Simplify(s), Traditionalise(s)} {
			if utf8.RuneCountInString(got) != utf8.RuneCountInString(s) {
				t.Errorf("%q became %q: another number of runes", s, got)
			}
			if Key(got) != Key(s) {
				t.Errorf("%q became %q: another key", s, got)
			}
		}
	}
}

func TestSimplify(t *testing.T) {
	for from, want := range map[string]string{
		"憑藉": "凭借", "慰藉": "慰藉", "乾坤": "乾坤", "乾燥": "干燥", "著作": "著作", "海峽兩岸": "海峡两岸", "瀋陽": "沈阳", "餘": "余", "ABC，": "ABC，",
	} {
		if got := Simplify(from); got != want {
			t.Errorf("Simplify(%s) = %s, want %s", from, got, want)
		}
	}
}

func TestScriptOf(t *testing.T) {
	for _, c := range []struct {
		s    string
		want Script
	}{
		{hansText, Hans}, {hantText, Hant}, {"碳达峰", Hans}, {"碳達峰", Hant}, {"人民大会", Hans}, {"", ""}, {"中文", ""}, {"carbon", ""}, {"国國", ""}, {"乾隆", ""},
	} {
		if got := ScriptOf(c.s); got != c.want {
			t.Errorf("ScriptOf(%.20s) = %q, want %q", c.s, got, c.want)
		}
	}
}

func FuzzConvert(f *testing.F) {
	f.Add(hansText)
	f.Add(hantText)
	f.Add("\xff\xe5國憑藉")
	f.Fuzz(func(t *testing.T, s string) {
		for _, got := range []string{Simplify(s), Traditionalise(s)} {
			if utf8.RuneCountInString(got) != utf8.RuneCountInString(s) {
				t.Errorf("%q became %q: another number of runes", s, got)
			}
			if Key(got) != Key(s) {
				t.Errorf("%q became %q: another key", s, got)
			}
		}
	})
}

func BenchmarkSimplify(b *testing.B) {
	for name, s := range map[string]string{"hans": hansText, "hant": hantText} {
		s = strings.Repeat(s, 20)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Simplify(s)
			}
		})
	}
}
