package article

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"pgregory.net/rapid"

	"duizhao/lang/han"
)

// converter is the program that did the damage: it knows the pairs of bytes
// of some characters, and writes the reading behind each, wherever the two
// bytes stand.
type converter struct {
	readings map[[2]byte]string
	inTurn   bool   // one character after the other, so that a gloss can part a pair
	mark     string // what the decoder writes for bytes it cannot read
	swallow  bool   // it takes the byte behind the lead byte with it
}

// damage converts text and decodes the outcome again.
func (cv converter) damage(t rapid.TB, text string) string {
	t.Helper()
	raw, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatalf("encode %q: %v", text, err)
	}
	var out []byte
	parted := false // the byte before and this one stand no longer together
	for i, b := range raw {
		out = append(out, b)
		if i == 0 {
			continue
		}
		reading, ok := cv.readings[[2]byte{raw[i-1], b}]
		if !ok || parted && cv.inTurn {
			parted = false
			continue
		}
		gloss, err := simplifiedchinese.GBK.NewEncoder().String("(" + reading + ")")
		if err != nil {
			t.Fatalf("encode %q: %v", reading, err)
		}
		out = append(out, gloss...)
		parted = true
	}
	return cv.decode(out)
}

// decode reads GBK; what is no pair becomes the mark.
func (cv converter) decode(raw []byte) string {
	var b strings.Builder
	for i := 0; i < len(raw); i++ {
		if raw[i] < 0x80 {
			b.WriteByte(raw[i])
			continue
		}
		if i+1 < len(raw) {
			if r := gbkTable().rune(raw[i], raw[i+1]); r != 0 {
				b.WriteRune(r)
				i++
				continue
			}
		}
		b.WriteString(cv.mark)
		if cv.swallow {
			i++
		}
	}
	return b.String()
}

// glossed are the characters a converter knows: those of GBK that GB 2312
// lacks, with the first of their readings that GBK can write.
func glossed() map[rune]string {
	out := map[rune]string{}
	for r := range gbkTable().pairs {
		if !han.Is(r) || !isRare(r) {
			continue
		}
		for _, reading := range han.Readings(r) {
			if _, err := simplifiedchinese.GBK.NewEncoder().String(reading); err == nil && isLetters(reading) {
				out[r] = reading
				break
			}
		}
	}
	return out
}

func isLetters(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !isReadingLetter(r) && (r < 'a' || r > 'z') })
}

// simulatedWords are what the texts of the simulation are made of.
var simulatedWords = strings.Fields(`當地 時間 生態 環境 國際 會議 應對 氣候 變化 發展 長江 經濟 帶 綠色 轉型 實現
	碳達峰 碳中和 戰略 規劃 產業 結構 調整 節約 資源 保護 責任 監督 檢查 領導 幹部 羣眾 國務院 關於 印發 貫徹 落實
	習近平 總書記 強調 堅持 創新 協調 開放 共享 黨中央 決策 部署 積極 穩妥 推進 能源 革命 專業 人員 簽署 備忘錄 數據 統計
	地方 政府 企業 單位 部門 負責 同志 出席 今年 工作 主要 目標 任務 要求 全面 提高 質量 效益 美麗 中國 建設 山水 林田 湖草沙 海南 海口
	市場 價格 機制 體系 標準 評價 考核 試點 示範 區域 流域 治理 修復 災害 預警 應急 農業 農村 鄉鎮 振興 醫療 衛生 養老 GDP CO2 COD 2030年 45% 3.5`)

// TestRepairSimulated damages random texts: what is repaired is right, what
// is not is noted as damaged, and nothing else is changed.
func TestRepairSimulated(t *testing.T) {
	all := glossed()
	repaired, broken := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		cv := converter{
			readings: map[[2]byte]string{},
			inTurn:   rapid.Bool().Draw(t, "inTurn"),
			mark:     rapid.SampledFrom([]string{"?", "\uFFFD"}).Draw(t, "mark"),
			swallow:  rapid.Bool().Draw(t, "swallow"),
		}
		for r, reading := range all {
			cv.readings[gbkTable().pairs[r]] = reading
		}
		original := randomText(t, all)
		damaged := cv.damage(t, original)
		a := readText(t, damaged, Options{})
		if !surveyGlosses(unwrapText(damaged)).full {
			return
		}
		for _, s := range a.Steps {
			switch s.Name {
			case stepRepair:
				repaired += s.Count
			case stepDamage:
				broken += s.Count
			}
		}
		if err := compareRepaired(a, original); err != nil {
			t.Fatalf("%v\noriginal %s\ndamaged  %s\ncleaned  %s", err, original, damaged, cleanText(a))
		}
	})
	t.Logf("repaired %d, noted as damaged %d", repaired, broken)
	if repaired == 0 {
		t.Error("nothing was repaired: the simulation proves nothing")
	}
}

// randomText draws sentences of policy words, with rare characters between.
func randomText(t *rapid.T, all map[rune]string) string {
	rare := make([]rune, 0, len(all))
	for r := range all {
		rare = append(rare, r)
	}
	slices.Sort(rare)
	word := rapid.OneOf(
		rapid.SampledFrom(simulatedWords), rapid.SampledFrom(simulatedWords), rapid.SampledFrom(simulatedWords),
		rapid.Map(rapid.SampledFrom(rare), func(r rune) string { return string(r) }),
	)
	var b strings.Builder
	for range rapid.IntRange(1, 4).Draw(t, "sentences") {
		b.WriteString(strings.Join(rapid.SliceOfN(word, 6, 40).Draw(t, "words"), ""))
		b.WriteString("。")
	}
	return b.String()
}

// compareRepaired compares the cleaned text with the original: cut at what is
// noted as damaged, its pieces stand in the original in order, the first at
// its beginning and the last at its end.
func compareRepaired(a *Article, original string) error {
	pieces := []string{""}
	for _, block := range a.Blocks {
		for _, s := range block.Segments {
			runes := []rune(s.Text)
			from := 0
			for _, d := range s.Damaged {
				pieces[len(pieces)-1] += string(runes[from:d.Start])
				pieces = append(pieces, "")
				from = d.End
			}
			pieces[len(pieces)-1] += string(runes[from:])
		}
	}
	last := len(pieces) - 1
	if last == 0 && pieces[0] != original || !strings.HasPrefix(original, pieces[0]) {
		return fmt.Errorf("%q does not begin the original", pieces[0])
	}
	rest := original[len(pieces[0]):]
	for _, piece := range pieces[1:max(1, last)] {
		at := strings.Index(rest, piece)
		if at < 0 {
			return fmt.Errorf("%q does not stand in %q", piece, rest)
		}
		rest = rest[at+len(piece):]
	}
	if last > 0 && !strings.HasSuffix(rest, pieces[last]) {
		return fmt.Errorf("%q does not end %q", pieces[last], rest)
	}
	return nil
}
