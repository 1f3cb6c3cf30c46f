package article

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"duizhao/lang/span"
)

// reporter is what the checks of laws need of a *testing.T or *rapid.T.
type reporter interface {
	Helper()
	Fatalf(format string, args ...any)
}

// checkCover tests the law of unwrapping: lines and fields are sorted and
// disjoint, hold every rune that is not white space, and edits replay.
func checkCover(t reporter, text string, lines []*line, fields []Field) {
	t.Helper()
	for _, l := range lines {
		checkLine(t, text, l)
	}
	at, f := 0, 0
	check := func(s span.Span) {
		t.Helper()
		if s.Start < at || s.End < s.Start || s.End > len(text) {
			t.Fatalf("%v is out of order or overlaps what ends at %d", s, at)
		}
		if lost := strings.TrimSpace(text[at:s.Start]); lost != "" {
			t.Fatalf("nobody has %q in front of %v", lost, s)
		}
		if s.Start < len(text) && !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
			t.Fatalf("%v cuts a character", s)
		}
		at = s.End
	}
	for _, l := range lines {
		for ; f < len(fields) && fields[f].Span.Start < l.span.Start; f++ {
			check(fields[f].Span)
		}
		check(l.span)
	}
	for ; f < len(fields); f++ {
		check(fields[f].Span)
	}
	check(span.Span{Start: len(text), End: len(text)})
}

func checkLine(t reporter, text string, l *line) {
	t.Helper()
	if l.skip != "" {
		if l.text != text[l.span.Start:l.span.End] || l.edits != nil || l.reason == "" {
			t.Fatalf("skip line %v has edits, another text or no reason", l.span)
		}
		return
	}
	if got, err := span.Replay(text, l.span, l.edits); err != nil || got != l.text {
		t.Fatalf("line %v replays to %q, %v; its text is %q", l.span, got, err, l.text)
	}
	if l.fixed && (strings.TrimFunc(l.text, unicode.IsSpace) != l.text || l.text == "") {
		t.Fatalf("line %v has white space at its ends: %q", l.span, l.text)
	}
}

// page is one entry of pages.txt, by key.
type wantedPage map[string][]string

func wantedPages(t testing.TB) []wantedPage {
	t.Helper()
	data, err := os.ReadFile("testdata/html/pages.txt")
	if err != nil {
		t.Fatal(err)
	}
	var pages []wantedPage
	for row := range strings.Lines(string(data)) {
		key, value, ok := strings.Cut(strings.TrimRight(row, "\n"), ": ")
		if !ok || strings.HasPrefix(row, "#") {
			continue
		}
		if key == "page" {
			pages = append(pages, wantedPage{})
		}
		p := pages[len(pages)-1]
		p[key] = append(p[key], value)
	}
	return pages
}

func TestPages(t *testing.T) {
	pages := wantedPages(t)
	files, err := filepath.Glob("testdata/html/*.html")
	if err != nil || len(files) != len(pages) {
		t.Fatalf("%d pages, %d expectations (%v)", len(files), len(pages), err)
	}
	for _, want := range pages {
		t.Run(want["page"][0], func(t *testing.T) { testPage(t, want) })
	}
}

func testPage(t *testing.T, want wantedPage) {
	src, lines, fields := unwrapFile(t, filepath.Join("testdata/html", want["page"][0]))
	checkCover(t, src.Text, lines, fields)
	var title []string
	var content []*line
	for _, l := range lines {
		switch {
		case l.skip != "":
		case l.kind == Title:
			title = append(title, l.text)
		default:
			content = append(content, l)
		}
	}
	texts := make([]string, len(content))
	var cells, named []string
	for i, l := range content {
		texts[i] = l.text
		cells = append(cells, fmt.Sprintf("%d %d %d %s", l.table, l.row, l.col, l.text))
	}
	for _, f := range fields {
		named = append(named, f.Name+"="+f.Value)
	}
	equal(t, "encoding", want["encoding"], src.Encoding)
	equal(t, "title", want["title"], strings.Join(title, " + "))
	equal(t, "lines", want["lines"], fmt.Sprint(len(content)))
	equal(t, "first", want["first"], texts[0])
	equal(t, "last", want["last"], texts[len(texts)-1])
	contains(t, "line", want["line"], texts)
	contains(t, "cell", want["cell"], cells)
	contains(t, "field", want["field"], named)
	for _, out := range want["out"] {
		if !strings.Contains(src.Text, out) {
			t.Errorf("%q is not in the page at all", out)
		}
		if strings.Contains(strings.Join(texts, "\n"), out) {
			t.Errorf("%q is still content", out)
		}
	}
	if t.Failed() {
		t.Logf("content:\n%s\nfields:\n%s", strings.Join(texts, "\n"), strings.Join(named, "\n"))
	}
}

func equal(t *testing.T, what string, want []string, have string) {
	t.Helper()
	if len(want) != 1 || want[0] != have {
		t.Errorf("%s: have %q, want %q", what, have, want)
	}
}

func contains(t *testing.T, what string, want, have []string) {
	t.Helper()
	for _, w := range want {
		found := false
		for _, h := range have {
			found = found || h == w
		}
		if !found {
			t.Errorf("no %s %q", what, w)
		}
	}
}

func unwrapFile(t testing.TB, name string) (Source, []*line, []Field) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	src, err := load(bytes.NewReader(data), Options{Name: name})
	if err != nil {
		t.Fatal(err)
	}
	lines, fields := unwrap(&src, false)
	return src, lines, fields
}

// unwrapped shows the content of a text, one line each.
func unwrapped(t testing.TB, f Format, text string) string {
	t.Helper()
	lines, fields := unwrap(&Source{Text: text, Format: f}, false)
	checkCover(t, text, lines, fields)
	var b strings.Builder
	for _, l := range lines {
		if l.skip == "" {
			fmt.Fprintf(&b, "%s%s\n", strings.Repeat("#", int(l.level)), l.text)
		}
	}
	return b.String()
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no-blank-between-han", "<p>认真\n  贯彻落实</p>", "认真贯彻落实\n"},
		{"blank-between-words", "<p>Green\n\tand <b>low</b> carbon</p>", "Green and low carbon\n"},
		{"inline-tags-part-nothing", "<p>碳<b>达<i>峰</i></b>行动</p>", "碳达峰行动\n"},
		{"references", "<p>&ldquo;双碳&rdquo;&#30446;&#x6807;&nbsp;A&amp;B &lt;1&gt; &unknown; a&b</p>", "“双碳”目标 A&B <1> &unknown; a&b\n"},
		{"references-without-semicolon", "<p>&nbspA&ampB&ltamp &#65A &copy;&semi;&nbspx;</p>", "A&B<amp AA ©; x;\n"},
		{"indents-go", "<p>&emsp;&emsp;　　第一条&nbsp;&nbsp;</p>", "第一条\n"},
		{"one-wide-blank-stays", "<p>第一章　总则</p>", "第一章　总则\n"},
		{"br-parts", "<div>第一段。<br>第二段。<br/><br/>第三段</div>", "第一段。\n第二段。\n第三段\n"},
		{"br-behind-comma-joins", "<div>加强领导，<br>落实责任。</div>", "加强领导，落实责任。\n"},
		{"br-in-heading-joins", "<h2>关于印发<br>工作方案的通知</h2><p>正文。</p>", "##关于印发工作方案的通知\n正文。\n"},
		{"unclosed-paragraphs", "<p>一、总则<p>二、目标<li>甲<li>乙", "一、总则\n二、目标\n甲\n乙\n"},
		{"end-without-start", "</div></p>文字</td></table>后文", "文字\n后文\n"},
		{"hidden", `<p>可见<span style="DISPLAY : none">隐藏</span>文字</p><div hidden>也隐藏</div>`, "可见文字\n"},
		{"hidden-nested", `<div style="display:none"><div>内</div>外</div><p>可见</p>`, "可见\n"},
		{"script-and-style", "<p>甲</p><script>var a='<p>乙</p>';</script><style>p{}</style><!-- <p>丙</p> --><p>丁</p>", "甲\n丁\n"},
		{"self-closed-script", "<script src=a.js /><p>脚本</p></script><p>正文</p>", "正文\n"},
		{"readings-over-characters", "<p><ruby>砼<rp>(</rp><rt>tóng</rt><rp>)</rp></ruby>结构</p>", "砼结构\n"},
		{"noise-against-copying", "<div>推动<font class=\"jammer\">x9 y#</font>发展，<span style='display:none'>2 z</span>见实效。</div>", "推动发展，见实效。\n"},
		{"contents-of-the-page", "<p><a href=#a>一、总则</a><p><a href=#b>二、目标</a><p><a href=#c>三、措施</a><p>正文在此。", "一、总则\n二、目标\n三、措施\n正文在此。\n"},
		{"related-links", "<p>正文在此，很长。<p>相关链接：<p><a href=a>甲</a><p><a href=b>乙</a><p><a href=c>丙</a>", "正文在此，很长。\n"},
		{"attachments-as-links", "<p>正文在此，很长。<p>附件：<p><a href=a>甲表</a><p><a href=b>乙表</a><p><a href=c>丙表</a>", "正文在此，很长。\n附件：\n甲表\n乙表\n丙表\n"},
		{"unclosed-button", "<div><button>提交</div><p>正文</p>", "正文\n"},
		{"form-controls", "<select><option>甲<option>乙</select><textarea>丙</textarea><p>正文</p>", "正文\n"},
		{"pre-keeps-lines", "<pre>第一行\n第二行</pre>", "第一行\n第二行\n"},
		{"layout-table", "<table><tr><td>只有一格的表格是用来排版的。</td></tr></table>", "只有一格的表格是用来排版的。\n"},
		{"cell-out-of-table", "<td>甲</td><th>乙</th><tr><caption>丙</caption>", "甲\n乙\n丙\n"},
		{"only-links-are-kept-when-alone", `<a href="a">甲</a><br><a href="b">乙</a>`, "甲\n乙\n"},
		{"custom-tags", "<founder-title>标题</founder-title><ucapcontent><p>正文一。</p></ucapcontent>", "标题\n正文一。\n"},
		{"upper-case", "<P>甲</P><BR><DIV>乙</DIV>", "甲\n乙\n"},
		{"nothing-but-tags", "<div><p></p></div>", ""},
		{"cut-in-a-tag", "<p>正文</p><a href=\"http://", "正文\n"},
	} {
		if got := unwrapped(t, FormatHTML, c.text); got != c.want {
			t.Errorf("%s: have %q, want %q", c.name, got, c.want)
		}
	}
}

func TestCellsOfDataTables(t *testing.T) {
	for _, c := range []struct{ name, rows, want string }{
		{"plain", "<tr><td>甲<td>乙<tr><td>丙<td>丁", "1,1甲 1,2乙 2,1丙 2,2丁"},
		{"colspan", "<tr><td colspan=2>甲<td>乙<tr><td>丙<td>丁<td>戊", "1,1甲 1,3乙 2,1丙 2,2丁 2,3戊"},
		{"rowspan", "<tr><td rowspan=2>甲<td>乙<tr><td>丙<tr><td>丁<td>戊", "1,1甲 1,2乙 2,2丙 3,1丁 3,2戊"},
		{"spans-that-nobody-means", "<tr><td colspan=0>甲<td colspan=-3>乙<tr><td rowspan=x>丙<td colspan=99999>丁", "1,1甲 1,2乙 2,1丙 2,2丁"},
		{"empty-cells-count", "<tr><td>甲<td>乙<td>丙<tr><td><td><td>丁", "1,1甲 1,2乙 1,3丙 2,3丁"},
		{"paragraphs-in-a-cell", "<tr><td><p>甲&amp;<p>乙 &amp; 丙<td>丁<tr><td>戊<td>己", "1,1甲&乙 & 丙 1,2丁 2,1戊 2,2己"},
	} {
		text := "<table border=1>" + c.rows + "</table>"
		lines, fields := unwrap(&Source{Text: text, Format: FormatHTML}, false)
		checkCover(t, text, lines, fields)
		var cells []string
		for _, l := range lines {
			if l.kind == TableCell && l.table == 1 {
				cells = append(cells, fmt.Sprintf("%d,%d%s", l.row, l.col, l.text))
			}
		}
		if got := strings.Join(cells, " "); got != c.want {
			t.Errorf("%s: have %s, want %s", c.name, got, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"2023-05-18 10:20:00": "2023-05-18", "2023/5/8": "2023-05-08", "发布日期：2023年5月18日": "2023-05-18",
		"2023.05.18": "2023-05-18", "20230518": "2023-05-18", "2023-05-18T10:20:00+08:00": "2023-05-18",
		"2023-13-30": "", "2023年": "", "电话 010-66550000": "", "": "", "23-5-18": "",
	} {
		if got := dateOf(text); got != want {
			t.Errorf("dateOf(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestSiteNamesAreCutOffTitles(t *testing.T) {
	for title, want := range map[string]string{
		"关于做好节能工作的通知_政策文件_某市政府":                  "关于做好节能工作的通知",
		"新时代的中国绿色发展-某网":                          "新时代的中国绿色发展",
		"某网 - 新时代的中国绿色发展白皮书":                     "新时代的中国绿色发展白皮书",
		"节能规划（2021-2025年）解读":                     "节能规划（2021-2025年）解读",
		"几点思考和建议 - 政策 - 论坛 -  Powered by Discuz": "几点思考和建议",
	} {
		if got := withoutSite(title); got != want {
			t.Errorf("withoutSite(%q) = %q, want %q", title, got, want)
		}
	}
}

func TestRoles(t *testing.T) {
	for _, c := range []struct {
		class, id string
		want      role
	}{
		{"TRS_Editor", "", roleBody}, {"view trs_editor_view", "", roleBody}, {"", "postmessage_1", roleBody},
		{"article-header", "", roleInfo}, {"page-header", "", roleHeader}, {"shareBox", "", "share"},
		{"main-share", "", "share"}, {"mainContent", "", roleContent}, {"", "footer", "footer"},
		{"adInContent", "", "advert"}, {"headline", "", roleTitle}, {"shadow loader", "", roleNone}, {"", "", roleNone},
	} {
		if got := pageHints().of(c.class, c.id); got != c.want {
			t.Errorf("class %q id %q is %q, want %q", c.class, c.id, got, c.want)
		}
	}
}

// Pages of random pieces lose nothing, whatever their tags do.
func TestNothingIsLost(t *testing.T) {
	pieces := []string{
		"<p>", "</p>", "<div class=nav>", "<div>", "</div>", "<table>", "<tr>", "<td>", "<td colspan=3>", "</td>", "</tr>",
		"</table>", "<a href=x>", "</a>", "<br>", "<b>", "</b>", "<h1>", "</h1>", "<li>", "<ul>", "</ul>", "<script>", "</script>",
		"<pre>", "</pre>", "<title>", "</title>", "<!-- ", " -->", "&nbsp;", "&amp;", "&", "<", "\n", "  ", "　", "碳达峰",
		"推动绿色发展。", "green", "2023年5月18日", "发文字号：", "国发〔2021〕23号", "<meta name=PubDate content='2023-05-18'>",
		"<div style='display:none'>", "<div id=js_content>", "<a id=js_name href=y>", "\u200b", "<svg>", "</svg>", "<th>",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 60).Draw(t, "pieces"), "")
		lines, fields := unwrap(&Source{Text: text, Format: FormatHTML}, false)
		checkCover(t, text, lines, fields)
	})
}

func FuzzHTML(f *testing.F) {
	for _, p := range wantedPages(f) {
		src, _, _ := unwrapFile(f, filepath.Join("testdata/html", p["page"][0]))
		f.Add(src.Text)
	}
	f.Add("<table><tr><td rowspan=3 colspan=2>甲<table><td>乙</table>")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		lines, fields := unwrap(&Source{Text: text, Format: FormatHTML}, false)
		checkCover(t, text, lines, fields)
	})
}

// Inputs that make careless readers take quadratic time; they would hang.
func TestWorstPages(t *testing.T) {
	const n = 100_000
	for name, text := range map[string]string{
		"nested":           strings.Repeat("<div>", n) + "正文" + strings.Repeat("</div>", n),
		"nested-tables":    strings.Repeat("<table><tr><td>", n) + "正文",
		"nested-lists":     strings.Repeat("<ul><li>甲", n),
		"unclosed":         strings.Repeat("<div class=content><a href=x>甲<p>乙", n),
		"ends-of-nothing":  strings.Repeat("<div><p>", n) + strings.Repeat("</section></td></b>", n),
		"ends-of-outer":    strings.Repeat("<b><div>", n) + strings.Repeat("<td></div>", n),
		"references":       "<p>" + strings.Repeat("&amp", n) + strings.Repeat("&", n),
		"blanks":           "<p>甲" + strings.Repeat(" \n", n) + "乙",
		"long-attribute":   `<p class="` + strings.Repeat("nav ", n) + `" style="` + strings.Repeat(" ", n) + `">正文`,
		"long-reference":   "<p>&" + strings.Repeat("a", 10*n),
		"long-comment":     "<!--" + strings.Repeat("-", 10*n) + "<p>正文",
		"open-comments":    strings.Repeat("<!--", n) + "正文",
		"less-than":        "<p>" + strings.Repeat("<", n),
		"cells":            "<table>" + strings.Repeat("<td rowspan=9 colspan=9>甲", n),
		"rows":             "<table>" + strings.Repeat("<tr><td rowspan=9 colspan=9>甲", n),
		"one-cell":         "<table border=1><tr><td>甲<td>乙<tr><td>" + strings.Repeat("<p>甲&amp;乙", n),
		"founder-comments": strings.Repeat("<!--enpproperty <date>2020-1-1</date>-->", n),
		"muted":            strings.Repeat("<svg><button>甲", n) + "</svg>",
		"centred":          "<center>" + strings.Repeat("甲<br>", n),
		"link-lists":       strings.Repeat("<p><a href=x>甲</a>", n),
	} {
		t.Run(name, func(t *testing.T) {
			lines, fields := unwrap(&Source{Text: text, Format: FormatHTML}, false)
			checkCover(t, text, lines, fields)
		})
	}
}

func BenchmarkHTML(b *testing.B) {
	src, _, _ := unwrapFile(b, "testdata/html/gov-notice.html")
	body := strings.Index(src.Text, "<p>&emsp;&emsp;坚持")
	long := src
	long.Text = src.Text[:body] + strings.Repeat("<p>&emsp;&emsp;坚持节约优先、保护优先，完善<b>能源消费强度</b>和总量双控制度。</p>\n", 10000) + src.Text[body:]
	for name, s := range map[string]Source{"page": src, "long": long} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s.Text)))
			b.ReportAllocs()
			for b.Loop() {
				unwrap(&s, false)
			}
		})
	}
}
