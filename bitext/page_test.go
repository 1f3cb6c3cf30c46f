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

// A browser shows the page as it is meant: the style is let through by the
// page's own policy, columns stand side by side, unmet terms are linked.
func TestPageInABrowser(t *testing.T) {
	ctx := browser(t)
	var columns, verdict, zhLang string
	var links int
	var overflow bool
	err := chromedp.Run(ctx,
		chromedp.EmulateViewport(1200, 900),
		chromedp.Navigate(pageFile(t, sample())),
		chromedp.Evaluate(`getComputedStyle(document.querySelector(".unit")).display`, &columns),
		chromedp.Text(".verdict", &verdict),
		chromedp.Evaluate(`document.querySelector(".zh").lang`, &zhLang),
		chromedp.Evaluate(`[...document.querySelectorAll(".verdict a")].filter(a => document.querySelector(a.getAttribute("href"))).length`, &links),
		chromedp.EmulateViewport(360, 800),
		chromedp.Evaluate(`document.documentElement.scrollWidth > 360`, &overflow),
	)
	if err != nil {
		t.Fatal(err)
	}
	if columns != "grid" {
		t.Errorf("units are shown as %q: the policy stops the style", columns)
	}
	if !strings.Contains(verdict, "3 terms: 1 preferred, 1 avoided, 1 missing") || links != 2 {
		t.Errorf("verdict %q with %d good links, want the counts and 2 links", verdict, links)
	}
	if zhLang != "zh" {
		t.Errorf("lang of the Chinese is %q", zhLang)
	}
	if overflow {
		t.Error("the page is wider than a screen of 360 pixels")
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
	var title, text string
	var alien int
	err := chromedp.Run(ctx,
		chromedp.Navigate(pageFile(t, d)),
		chromedp.Title(&title),
		chromedp.Evaluate(`document.querySelectorAll("script, img, iframe, [onerror], [onmouseover]").length`, &alien),
		chromedp.Evaluate(`document.querySelector(".en").textContent`, &text),
	)
	if err != nil {
		t.Fatal(err)
	}
	if title != hostile || alien != 0 || !strings.Contains(text, "<script>") {
		t.Errorf("title %q, %d alien elements, text %q", title, alien, text)
	}
}
