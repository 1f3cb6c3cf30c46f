package article

import (
	"errors"
	"strings"
	"testing"
)

const pageOfNavigation = `<html><body><div class="nav"><a href="/a">新闻</a></div>
<div class="pages_content"><p>松原省召开河湖长制工作会议，部署水源地保护任务。</p><p>会议要求，各地要压实责任。</p></div>
<div class="footer">网站导航与声明</div></body></html>`

// TestNoArticle reads what holds no text of an article.
func TestNoArticle(t *testing.T) {
	for _, c := range []struct {
		name, text string
		format     Format
	}{
		{"script-alone", "<html><head><title></title></head><body><script>var a = '正文';</script></body></html>", FormatHTML},
		{"code-alone", "```\n代码\n```\n", FormatMarkdown},
	} {
		a, err := Read(strings.NewReader(c.text), Options{Name: "a.html", Format: c.format})
		if !errors.Is(err, ErrEmpty) || a != nil || !strings.Contains(err.Error(), "read a.html") {
			t.Errorf("%s: have %v, %v", c.name, a, err)
		}
	}
}

// TestKeepLayout keeps the parts around the article of a page.
func TestKeepLayout(t *testing.T) {
	for _, c := range []struct {
		keep []string
		want bool
	}{{nil, false}, {[]string{stepLayout}, true}} {
		a, err := Read(strings.NewReader(pageOfNavigation), Options{Format: FormatHTML, Keep: c.keep})
		if err != nil {
			t.Fatal(err)
		}
		checkLaws(t, a)
		all := cleanText(a)
		if !strings.Contains(all, "各地要压实责任。") || strings.Contains(all, "网站导航与声明") != c.want {
			t.Errorf("keep %v gives %s", c.keep, all)
		}
	}
}
