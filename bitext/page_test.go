package bitext_test

import (
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"duizhao/bitext"
)

// browser starts a headless Chromium, or skips the test where there is none;
// under CI there must be one.
func browser(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("no Chromium, which CI must have")
		}
		t.Skip("no Chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox,
		chromedp.Flag("disable-quic", true), chromedp.UserDataDir(t.TempDir()))
	ctx, cancelAllocator := chromedp.NewExecAllocator(t.Context(), options...)
	ctx, cancelTimeout := context.WithTimeout(ctx, time.Minute)
	ctx, cancelBrowser := chromedp.NewContext(ctx)
	t.Cleanup(func() { cancelBrowser(); cancelTimeout(); cancelAllocator() })
	return ctx
}

// pageFile writes the page of d and returns its address.
func pageFile(t *testing.T, d *bitext.Document) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.html")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := bitext.Write(f, bitext.HTML, bitext.Options{}, d); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

// open shows the page of d in a window of this width.
func open(t *testing.T, ctx context.Context, d *bitext.Document, width int64) {
	t.Helper()
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900), chromedp.Navigate(pageFile(t, d))); err != nil {
		t.Fatal(err)
	}
}

// ask evaluates JavaScript in the page that is shown.
func ask[T any](t *testing.T, ctx context.Context, js string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](js))
	if err != nil {
		t.Fatalf("%s: %v", js, err)
	}
	return v
}

// A browser shows the page as it is meant: the style is let through by the
// page's own policy, columns stand side by side, unmet terms are linked.
func TestPageInABrowser(t *testing.T) {
	ctx := browser(t)
	open(t, ctx, sample(), 1200)
	if display := ask[string](t, ctx, `getComputedStyle(document.querySelector(".unit")).display`); display != "grid" {
		t.Errorf("units are shown as %q: the policy stops the style", display)
	}
	verdict := ask[string](t, ctx, `document.querySelector(".verdict").innerText`)
	links := ask[int](t, ctx, `[...document.querySelectorAll(".verdict a")].filter(a => document.querySelector(a.getAttribute("href"))).length`)
	if !strings.Contains(verdict, "3 terms: 1 preferred, 1 avoided, 1 missing") || links != 3 {
		t.Errorf("verdict %q with %d good links, want the counts, 2 links to terms and 1 to a unit", verdict, links)
	}
	if lang := ask[string](t, ctx, `document.querySelector(".zh").lang + document.querySelector(".en").lang`); lang != "zhen" {
		t.Errorf("lang of the columns is %q", lang)
	}
	open(t, ctx, sample(), 360)
	if width := ask[int](t, ctx, `document.documentElement.scrollWidth`); width > 360 {
		t.Errorf("the page is %d pixels wide on a screen of 360", width)
	}
}

// Hostile text stays text: nothing runs, nothing is loaded, nothing breaks
// out of the place where it stands.
func TestHostileTextStaysText(t *testing.T) {
	hostile := `</title></style></p><script>document.title="owned"</script><img src=x onerror='document.title="owned"'>" onmouseover="x`
	d := sample()
	d.Title, d.Source.URL = hostile, "javascript:alert(1)"
	for _, u := range d.Units() {
		u.ID, u.At, u.Block, u.Status = hostile, hostile, hostile, bitext.Status(hostile)
		u.Zh, u.En = hostile, hostile
	}
	for _, r := range d.Removed() {
		r.Text, r.Reason = hostile, hostile
	}
	ctx := browser(t)
	open(t, ctx, d, 1200)
	if title := ask[string](t, ctx, `document.title`); title != hostile {
		t.Errorf("title %q", title)
	}
	if alien := ask[int](t, ctx, `document.querySelectorAll("script, img, iframe, [onerror], [onmouseover]").length`); alien != 0 {
		t.Errorf("%d elements out of the text", alien)
	}
	if text := ask[string](t, ctx, `document.querySelector(".en").textContent`); !strings.Contains(text, "<script>") {
		t.Errorf("the text is shown as %q", text)
	}
}

// A filter shows the units of one kind alone, without any script, and the
// index leads to the units.
func TestFiltersAndIndex(t *testing.T) {
	ctx := browser(t)
	open(t, ctx, sample(), 1000)
	visible := `[...document.querySelectorAll(".unit")].filter(u => u.offsetParent !== null).map(u => u.querySelector(".at").textContent).join(" ")`
	if got := ask[string](t, ctx, visible); got != "title.s1 p1.s1 p1.s2" {
		t.Errorf("at first %q is shown", got)
	}
	ask[bool](t, ctx, `(document.getElementById("show-has-unmet").click(), true)`)
	if got := ask[string](t, ctx, visible); got != "p1.s1" {
		t.Errorf("with the filter for unmet terms %q is shown", got)
	}
	if got := ask[bool](t, ctx, `[...document.querySelectorAll(".index a")].every(a => document.getElementById(a.hash.slice(1)))`); !got {
		t.Error("a link of the index leads nowhere")
	}
	if got := ask[string](t, ctx, `document.querySelector(".index tr.several th").textContent`); got != "碳达峰" {
		t.Errorf("the first term with several wordings is %q", got)
	}
}
