package article

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestMarkdownBlocks(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"title-and-headings", "# 实施方案\n\n## 一、总则\n\n第一段。\n\n# 二、附则\n", "title 实施方案|heading2 一、总则| 第一段。|heading1 二、附则"},
		{"underlined-heading", "实施方案\n====\n正文。\n", "title 实施方案| 正文。"},
		{"closed-heading", "正文。\n\n## 一、总则 ##\n", " 正文。|heading2 一、总则"},
		{"soft-break-between-han", "认真\n贯彻\r\n落实\n", " 认真贯彻落实"},
		{"soft-break-between-words", "green\nand low carbon\n", " green and low carbon"},
		{"hard-break", "第一行  \n第二行\\\n第三行<br>第四行\n", " 第一行| 第二行| 第三行| 第四行"},
		{"emphasis", "**碳达峰**和*碳中和*，~~旧~~`代码 &amp;`\n", " 碳达峰和碳中和，旧代码 &amp;"},
		{"bold-that-commonmark-misses", "**统筹发展和安全。**关于重点任务，**要落实。**各地区\n", " 统筹发展和安全。关于重点任务，要落实。各地区"},
		{"escapes-and-references", "1\\. 不是列表 \\*星号\\* &ldquo;双碳&rdquo; A & B\n", " 1. 不是列表 *星号* “双碳” A & B"},
		{"links-and-pictures", "见[中国政府网](http://www.gov.cn \"标题\")和<http://a.cn/b_c>。![图](a.png)\n", " 见中国政府网和http://a.cn/b_c。"},
		{"reference-links", "见[公报][1]。\n\n[1]: http://www.gov.cn/gongbao\n", " 见公报。"},
		{"notes", "提出意见[^1]。另见附表。[^b]\n\n[^1]: 脚注：见松政发〔2021〕4号。\n[^b]: 附表略。\n\n[注1]: 本表数据来自统计局。\n", " 提出意见。另见附表。| 脚注：见松政发〔2021〕4号。| 附表略。| [注1]: 本表数据来自统计局。"},
		{"footnotes", "提出意见[^1]，[^甲]并落实。\n\n[^1]: 见国发〔2021〕4号。\n[^甲]: 下同，\n不再注明。\n", " 提出意见，并落实。| 见国发〔2021〕4号。| 下同，不再注明。"},
		{"notes-like-definitions", "见[公报][1]。\n\n[1]: http://www.gov.cn/gongbao\n[注1]: 本表数据来自统计局。\n[2]: /a \"标题\"\n", " 见公报。| [注1]: 本表数据来自统计局。"},
		{"footnote-in-a-list", "- 甲[^a]\n\n  [^a]: 注一。\n- 乙\n", "list-item 甲|list-item 注一。|list-item 乙"},
		{"bullets", "- 甲\n- 乙\n  - 丙\n\n    丁\n", "list-item 甲|list-item 乙|list-item 丙|list-item 丁"},
		{"numbers-are-content", "1. 甲\n2. 乙\n10) low carbon\n", "list-item 1.甲|list-item 2.乙|list-item 10) low carbon"},
		{"quotation", "> 引文第一行\n> 第二行\n", " 引文第一行第二行"},
		{"table", "| 指标 | 2025年 |\n|---|---:|\n| 能耗 | **13.5%** |\n| | a\\|b |\n", "table-cell1.1.1 指标|table-cell1.1.2 2025年|table-cell1.2.1 能耗|table-cell1.2.2 13.5%|table-cell1.3.2 a|b"},
		{"code", "正文。\n\n```go\nfunc main() {}\n```\n\n    缩进的代码\n", " 正文。"},
		{"rule", "甲\n\n---\n\n乙\n", " 甲| 乙"},
		{"html-block", "<div class=\"a\">\n<h2>标题</h2>\n甲&amp;乙<br>丙\n</div>\n\n正文。<!-- 注 -->\n", "heading2 标题| 甲&乙| 丙| 正文。"},
		{"html-table", "<table border=1><tr><td>甲<td>乙<tr><td>丙<td>丁</table>\n\n| 戊 |\n|---|\n", "table-cell1.1.1 甲|table-cell1.1.2 乙|table-cell1.2.1 丙|table-cell1.2.2 丁|table-cell2.1.1 戊"},
		{"nothing", "", ""},
	} {
		if got := markdownLines(t, c.text); got != c.want {
			t.Errorf("%s:\nhave %s\nwant %s", c.name, got, c.want)
		}
	}
}

// markdownLines shows the content of a Markdown text.
func markdownLines(t testing.TB, text string) string {
	t.Helper()
	lines, fields := unwrap(&Source{Text: text, Format: FormatMarkdown}, false)
	checkCover(t, text, lines, fields)
	var out []string
	for _, l := range lines {
		kind := string(l.kind)
		switch {
		case l.skip != "":
			continue
		case l.kind == Heading:
			kind += fmt.Sprint(l.level)
		case l.kind == TableCell:
			kind += fmt.Sprintf("%d.%d.%d", l.table, l.row, l.col)
		}
		out = append(out, kind+" "+l.text)
	}
	return strings.Join(out, "|")
}

func TestFrontMatter(t *testing.T) {
	text := "---\r\ntitle: \"关于节能工作的通知\"\nauthor: 李明\ndate: 2023-05-18 # 注\ntags:\n  - 节能\n文号: 国发〔2021〕23号\ndraft\nurl: [\nsource: ''\n---\n# 标题\n正文。\n"
	lines, fields := unwrap(&Source{Text: text, Format: FormatMarkdown}, false)
	checkCover(t, text, lines, fields)
	var got []string
	for _, f := range fields {
		got = append(got, fmt.Sprintf("%s=%s (%s)", f.Name, f.Value, text[f.Span.Start:f.Span.End]))
	}
	want := `title=关于节能工作的通知 (title: "关于节能工作的通知")|author=李明 (author: 李明)|published=2023-05-18 (date: 2023-05-18 # 注)|number=国发〔2021〕23号 (文号: 国发〔2021〕23号)`
	if strings.Join(got, "|") != want {
		t.Errorf("have %s", strings.Join(got, "|"))
	}
	if got := markdownLines(t, text); got != "title 标题| 正文。" {
		t.Errorf("the body is %s", got)
	}
	if got := markdownLines(t, "---\n没有结尾\n"); got != " 没有结尾" {
		t.Errorf("an open head is read as %s", got)
	}
}

func TestMarkdownLosesNothing(t *testing.T) {
	pieces := []string{
		"# ", "## ", "- ", "1. ", "> ", "\n", "\n\n", "  \n", "**", "*", "`", "```\n", "    ", "[", "](http://a.cn)", "![", "\\", "&amp;",
		"| ", " |", "|---|---|\n", "<br>", "<div>", "</div>", "<!--", "-->", "碳达峰", "行动方案。", "green", "---\n", "\t", "\r\n", "　", "<http://a.cn>",
		"<table>", "<td>", "title: 甲\n", "[1]: http://b.cn\n", "\u2003", "~~", "\x00",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), "")
		lines, fields := unwrap(&Source{Text: text, Format: FormatMarkdown}, false)
		checkCover(t, text, lines, fields)
	})
}

// Long texts are parsed in parts; that must not show.
func TestLongMarkdown(t *testing.T) {
	section := "## 一、总则\n\n" + strings.Repeat("推动绿色低碳发展。\n\n", 1000) + "```\n\n# 不是标题\n```\n\n| 甲 |\n|---|\n| 乙 |\n\n"
	const n = 100
	text := strings.Repeat(section, n)
	lines, fields := unwrap(&Source{Text: text, Format: FormatMarkdown}, false)
	checkCover(t, text, lines, fields)
	count := map[Kind]int{}
	tables := int32(0)
	for _, l := range lines {
		if l.skip == "" {
			count[l.kind]++
			tables = max(tables, l.table)
		}
	}
	if count[Heading] != n || count[""] != 1000*n || count[TableCell] != 2*n || tables != n {
		t.Errorf("%v and %d tables in %d bytes", count, tables, len(text))
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add("---\ntitle: 甲\n---\n# 标题\n\n**甲。**乙\n\n| a | b |\n|---|---|\n| `c\\|d` | e |\n\n1. 丙\n   > 丁\n")
	f.Add("<div>\n甲<br>乙\n</div>\n\n[a]: b\n\n<http://a.cn> \\* &ldquo;\n")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		lines, fields := unwrap(&Source{Text: text, Format: FormatMarkdown}, false)
		checkCover(t, text, lines, fields)
	})
}

func TestWorstMarkdown(t *testing.T) {
	const n = 100_000
	for name, text := range map[string]string{
		"brackets":   strings.Repeat("[a](", n),
		"quotations": strings.Repeat("> ", n) + "甲",
		"lists":      strings.Repeat("- ", n) + "甲",
		"stars":      strings.Repeat("**甲。", n),
		"backticks":  strings.Repeat("`a``", n/10),
		"auto-links": strings.Repeat("<http://a.cn>", n/10),
		"paragraphs": strings.Repeat("甲\n\n", n),
		"one-line":   strings.Repeat("推动绿色发展。", n),
	} {
		t.Run(name, func(t *testing.T) {
			lines, fields := unwrap(&Source{Text: text, Format: FormatMarkdown}, false)
			checkCover(t, text, lines, fields)
		})
	}
}

func TestFormatIsFound(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       Format
	}{
		{"a.html", "碳达峰", FormatHTML}, {"A.HTM", "碳达峰", FormatHTML}, {`c:\x\a.md`, "碳达峰", FormatMarkdown},
		{"a.txt", "# 碳达峰\n\n## 碳中和\n", FormatText}, {"a.txt", "\n<!DOCTYPE html><p>碳达峰", FormatHTML},
		{"", "<!-- x --><html>", FormatHTML}, {"", "<?xml version='1.0'?>\n<!DOCTYPE HTML PUBLIC>", FormatHTML},
		{"page.aspx", "<div>甲</div><p>乙</p><br><a href=x>丙</a>", FormatHTML},
		{"", "会议<br>指出", FormatText}, {"", "能耗 < 5%，<b>注意</b>", FormatText},
		{"", "# 标题\n\n## 一、总则\n\n正文。\n", FormatMarkdown}, {"", "正文见[公报](http://www.gov.cn)，**加粗**。", FormatMarkdown},
		{"", "---\ntitle: 甲\n---\n# 标题\n", FormatMarkdown}, {"", "| a | b |\n|---|---|\n\n```\nx\n```\n", FormatMarkdown},
		{"", "#碳达峰# 话题\n#碳中和#\n", FormatText}, {"", "# 只有一个标题\n正文", FormatText}, {"", "1. 甲\n2. 乙\n- 丙\n* 丁\n", FormatText}, {"", "碳达峰", FormatText},
	} {
		if got := findFormat(c.name, c.text); got != c.want {
			t.Errorf("findFormat(%q, %q) = %s, want %s", c.name, c.text, got, c.want)
		}
	}
}

func BenchmarkMarkdown(b *testing.B) {
	src := Source{Format: FormatMarkdown, Text: strings.Repeat("## 一、总体要求\n\n坚持**节约优先**、保护优先，完善能源消费强度和总量双控制度，\n健全政策机制。\n\n", 5000)}
	b.SetBytes(int64(len(src.Text)))
	b.ReportAllocs()
	for b.Loop() {
		unwrap(&src, false)
	}
}
