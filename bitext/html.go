package bitext

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"
)

//go:embed page.css
var pageCSS string

//go:embed page.html.tmpl
var pageTemplate string

// page is what the template shows.
type page struct {
	Title, About string
	CSP          string
	CSS          template.CSS
	Verdict      Verdict
	Review       []*Unit // that a person should look at
	Marks        []pageMark
	Units        []pageUnit
	Removed      []*Removed
	Draft        bool
	ZhLang       string // BCP 47 tag of the Chinese
}

// pageMark explains one mark of the page.
type pageMark struct {
	Letter string
	How    How
}

// pageUnit is one row. First is true where a new block begins.
type pageUnit struct {
	*Unit
	ZhRuns, EnRuns []pageRun
	First          bool
}

// pageRun is a stretch of text; Receipt is nil outside terms.
type pageRun struct {
	Text    string
	Term    int
	Receipt *Receipt
}

// Letter says how a term is met, for readers who do not see the colour.
func (r pageRun) Letter() string {
	if r.Receipt == nil {
		return ""
	}
	return r.Receipt.How.letter()
}

// letter is the mark of a How; no two that may stand on one page share one.
func (h How) letter() string {
	switch h {
	case Avoided:
		return "✗"
	case Missing:
		return "?"
	case Abbreviated:
		return "Ab"
	case Covered:
		return "…"
	}
	return strings.ToUpper(string(h[:1]))
}

// writeHTML writes one page that needs no other file: the two languages side
// by side, terms marked, removed text folded away. The page runs no script,
// and its content security policy allows none.
func writeHTML(w io.Writer, d *Document, o Options) error {
	t, err := template.New("page").Parse(pageTemplate)
	if err != nil {
		return err
	}
	sum := sha256.Sum256([]byte(pageCSS))
	p := page{
		Title: o.show(d.Title), About: o.show(d.about()), Verdict: d.Verdict(),
		CSP: "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-" +
			base64.StdEncoding.EncodeToString(sum[:]) + "'",
		CSS:    template.CSS(pageCSS),
		ZhLang: o.language(d.Source.Script),
	}
	for _, h := range hows {
		if p.Verdict.ByHow[h] > 0 {
			p.Marks = append(p.Marks, pageMark{h.letter(), h})
		}
	}
	units := d.Units()
	for i, u := range units {
		p.Draft = p.Draft || u.Status == Draft
		if u.Status == NeedsReview || u.Status == Failed {
			p.Review = append(p.Review, u)
		}
		p.Units = append(p.Units, pageUnit{
			Unit: u, ZhRuns: pageRuns(u, u.zhRuns(o.show(u.Zh))), EnRuns: pageRuns(u, u.enRuns()),
			First: i == 0 || !sameBlock(units[i-1], u),
		})
	}
	for _, r := range d.Removed() {
		if strings.TrimSpace(r.Text) != "" {
			p.Removed = append(p.Removed, r)
		}
	}
	return t.Execute(w, p)
}

func pageRuns(u *Unit, runs []run) []pageRun {
	out := make([]pageRun, len(runs))
	for i, r := range runs {
		out[i] = pageRun{Text: r.text, Term: r.term}
		if r.term >= 0 {
			out[i].Receipt = &u.Terms[r.term]
		}
	}
	return out
}
