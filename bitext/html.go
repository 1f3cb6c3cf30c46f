package bitext

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"slices"
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
	Filters      []pageFilter
	Units        []pageUnit
	Index        []IndexEntry
	Removed      []*Removed
	Draft        bool
	ZhLang       string                 // BCP 47 tag of the Chinese
	Show         func(zh string) string // Chinese in the script that is shown
}

// pageMark explains one mark of the page.
type pageMark struct {
	Letter string
	How    How
}

// pageFilter shows the units of one kind alone.
type pageFilter struct {
	Class, Label string
	Count        int
}

// pageUnit is one row. First is true where a new block begins.
type pageUnit struct {
	*Unit
	ZhRuns, EnRuns []pageRun
	First          bool
	Kinds          string // classes that filters ask for: "has-unmet has-figures"
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
		ZhLang: o.language(d.Source.Script), Index: d.TermIndex(), Filters: newFilters(), Show: o.show,
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
			First: i == 0 || !sameBlock(units[i-1], u), Kinds: kindsOf(u, p.Filters),
		})
	}
	p.Filters = slices.DeleteFunc(p.Filters, func(f pageFilter) bool { return f.Count == 0 || f.Count == len(units) })
	for _, r := range d.Removed() {
		if strings.TrimSpace(r.Text) != "" {
			p.Removed = append(p.Removed, r)
		}
	}
	return t.Execute(w, p)
}

// newFilters are the filters of a page, nothing counted yet.
func newFilters() []pageFilter {
	return []pageFilter{
		{Class: "has-unmet", Label: "unmet terms"}, {Class: "has-figures", Label: "figures"},
		{Class: "has-damage", Label: "damaged source"}, {Class: "has-findings", Label: "all findings"}, {Class: "has-draft", Label: "draft"},
	}
}

// kindsOf gives the classes of u and counts it in filters.
func kindsOf(u *Unit, filters []pageFilter) string {
	is := map[string]bool{"has-findings": len(u.Findings) > 0, "has-draft": u.Status == Draft}
	for _, r := range u.Terms {
		is["has-unmet"] = is["has-unmet"] || !r.How.Met()
	}
	for _, f := range u.Findings {
		switch f.Rule {
		case "number-mismatch", "date-mismatch", "unit-mismatch":
			is["has-figures"] = true
		case "damaged-source":
			is["has-damage"] = true
		}
	}
	var kinds []string
	for i := range filters {
		if is[filters[i].Class] {
			filters[i].Count++
			kinds = append(kinds, filters[i].Class)
		}
	}
	return strings.Join(kinds, " ")
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
