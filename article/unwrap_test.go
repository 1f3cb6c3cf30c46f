package article

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPlainLines(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"line-ends", "甲\n乙\r\n丙\r丁\f戊\u2028己\u2029庚", "甲|乙|丙|丁|戊|己|庚"},
		{"blank-lines", "甲\n\n乙\n \t　\n丙\r\n\r\n丁", "甲|+乙|+丙|+丁"},
		{"indent-is-kept", "　　甲 \n  乙\t\n", "　　甲 |  乙\t"},
		{"no-line-end", "甲", "甲"},
		{"nothing", "\n \r\n", ""},
	} {
		lines, fields := unwrap(&Source{Text: c.text, Format: FormatText}, false)
		checkCover(t, c.text, lines, fields)
		var got []string
		for _, l := range lines {
			mark := ""
			if l.blankBefore {
				mark = "+"
			}
			got = append(got, mark+l.text)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: have %q, want %q", c.name, strings.Join(got, "|"), c.want)
		}
	}
}

func TestPlainLinesLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.ToValidUTF8(rapid.String().Draw(t, "text"), "\uFFFD")
		lines, fields := unwrap(&Source{Text: text, Format: FormatText}, false)
		checkCover(t, text, lines, fields)
	})
}

// The weaver decides what stands between two pieces.
func TestJoints(t *testing.T) {
	for text, want := range map[string]string{
		"碳 达":        "碳 达",
		"碳  达":       "碳 达",
		"碳\n达":       "碳达",
		"碳 \r\n 达":   "碳达",
		"green\nlow": "green low",
		"到\n2030":    "到2030",
		"甲　乙":        "甲　乙",
		"甲　　乙":       "甲 乙",
		"a\u00A0b":   "a\u00A0b",
		"”\n“":       "”“",
		"한국\n어":      "한국 어",
	} {
		w := weaver{src: text}
		w.inline(0, len(text), false)
		l, ok := w.take()
		checkLine(t, text, &l)
		if !ok || l.text != want {
			t.Errorf("%q became %q, want %q", text, l.text, want)
		}
	}
}

// Long inputs of the worst kinds; quadratic work would hang.
func TestWorstPlainText(t *testing.T) {
	const n = 4 << 20
	for name, text := range map[string]string{
		"one-line": strings.Repeat("碳", n), "returns": strings.Repeat("\r", n), "separators": strings.Repeat("\u2028甲", n/8), "blanks": strings.Repeat(" ", n),
	} {
		t.Run(name, func(t *testing.T) {
			lines, fields := unwrap(&Source{Text: text, Format: FormatText}, false)
			checkCover(t, text, lines, fields)
		})
	}
}

func BenchmarkPlainLines(b *testing.B) {
	src := Source{Format: FormatText, Text: strings.Repeat("　　坚持节约优先、保护优先，完善能源消费强度和总量双控制度，健全政策机制。\n\n", 20000)}
	b.SetBytes(int64(len(src.Text)))
	b.ReportAllocs()
	for b.Loop() {
		if lines, _ := unwrap(&src, false); len(lines) != 20000 {
			b.Fatal(fmt.Sprint(len(lines)))
		}
	}
}
