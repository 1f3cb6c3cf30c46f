package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// englishCases are read as English documents; want has a line a segment.
var englishCases = []struct{ name, file, text, want string }{
	{
		"sentences", "a.md",
		"Mr. Li spoke. He said 3.5 million\ntonnes were saved (see No. 5). “Good!” he said.\n",
		"Mr. Li spoke.\nHe said 3.5 million tonnes were saved (see No. 5).\n“Good!” he said.\n",
	},
	{
		"numbers of items belong to them", "a.md",
		"1. First item. It goes on.\n2. Second item.\n\nIV. Funds\n",
		"1. First item.\nIt goes on.\n2. Second item.\nIV. Funds\n",
	},
	{
		"boilerplate words are text", "a.md",
		"Source: Xinhua\n\nShare this page.\n\nCopyright 2021 Example.\n",
		"Source: Xinhua\nShare this page.\nCopyright 2021 Example.\n",
	},
	{
		"wrapped at a width", "a.txt",
		"All townships must complete the inspection of dikes by the\nend of May. Dangers that are found shall be reported at once,\nand residents shall be moved.\n\nThe office is staffed all day.\n",
		"All townships must complete the inspection of dikes by the end of May.\nDangers that are found shall be reported at once, and residents shall be moved.\nThe office is staffed all day.\n",
	},
	{
		"lines that are not wrapped", "a.txt",
		"The first of the lines says what is to be done in the year.\nShort.\nAlso short.\nAnother one.\nThe last line.\n",
		"The first of the lines says what is to be done in the year.\nShort.\nAlso short.\nAnother one.\nThe last line.\n",
	},
}

func TestEnglish(t *testing.T) {
	for _, c := range englishCases {
		t.Run(c.name, func(t *testing.T) {
			a, err := Read(strings.NewReader(c.text), Options{Name: c.file, Language: English})
			if err != nil {
				t.Fatal(err)
			}
			checkLaws(t, a)
			var b strings.Builder
			for _, block := range a.Blocks {
				for _, s := range block.Segments {
					b.WriteString(s.Text + "\n")
				}
			}
			if diff := cmp.Diff(c.want, b.String()); diff != "" {
				t.Errorf("segments (-want +got):\n%s", diff)
			}
		})
	}
}

func TestFrontMatterIsCut(t *testing.T) {
	for text, want := range map[string][2]string{
		"---\ntitle: A\n---\nText\n":         {"title: A\n", "Text\n"},
		"---\r\ntitle: A\r\n---\r\nText\r\n": {"title: A\r\n", "Text\r\n"},
		"---\n---\nText":                     {"", "Text"},
		"Text\n---\n":                        {"", "Text\n---\n"},
		"---\nno end":                        {"", "---\nno end"},
	} {
		if yaml, rest, _ := FrontMatter(text); yaml != want[0] || rest != want[1] {
			t.Errorf("FrontMatter(%q) = %q, %q", text, yaml, rest)
		}
	}
}

func FuzzEnglish(f *testing.F) {
	for _, c := range englishCases {
		f.Add(c.text, strings.HasSuffix(c.file, ".md"))
	}
	f.Fuzz(func(t *testing.T, text string, markdown bool) {
		format := FormatText
		if markdown {
			format = FormatMarkdown
		}
		a, err := Read(strings.NewReader(text), Options{Format: format, Language: English})
		if err == nil {
			checkLaws(t, a)
		}
	})
}
