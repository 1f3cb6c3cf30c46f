package article

import (
	"path"
	"strings"

	"golang.org/x/net/html"
)

// attributes is what a start tag says, as far as it matters here.
type attributes struct {
	class, id, style, href string
	border, align          string
	colspan, rowspan       string
	name, content, rel     string // of meta and link; name stands also for property
	hiddenAttr             bool
}

// read takes the attributes of the tag that z stands at.
func (a *attributes) read(z *html.Tokenizer) {
	for more := true; more; {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "class":
			a.class = string(value)
		case "id":
			a.id = string(value)
		case "style":
			a.style = string(value)
		case "href":
			a.href = string(value)
		case "border":
			a.border = string(value)
		case "align":
			a.align = string(value)
		case "colspan":
			a.colspan = string(value)
		case "rowspan":
			a.rowspan = string(value)
		case "name", "property":
			a.name = string(value)
		case "content":
			a.content = string(value)
		case "rel":
			a.rel = string(value)
		case "hidden":
			a.hiddenAttr = true
		}
	}
}

// jammer is the class of the noise that Discuz! puts between words against
// copying; its style sheet hides it.
const jammer = "jammer"

// hidden reports whether the element is not shown at all. What is only
// invisible is not hidden: WeChat pages show their text by script.
func (a *attributes) hidden() bool {
	if a.hiddenAttr || a.class == jammer {
		return true
	}
	if !strings.Contains(a.style, "display") && !strings.Contains(a.style, "DISPLAY") {
		return false
	}
	style := strings.ToLower(strings.Join(strings.Fields(a.style), ""))
	return strings.Contains(style, "display:none")
}

// leadsOn reports whether a link leads to another page, or is a button; one
// to a place on the same page is not.
func (a *attributes) leadsOn() bool {
	return a.href == "#" || a.href != "" && !strings.HasPrefix(a.href, "#")
}

// isDocument reports whether a link leads to a file such as a notice carries
// as attachment.
func isDocument(href string) bool {
	href, _, _ = strings.Cut(href, "?")
	switch strings.ToLower(path.Ext(href)) {
	case ".doc", ".docx", ".wps", ".pdf", ".xls", ".xlsx", ".et", ".ofd", ".ceb", ".ppt", ".pptx", ".rtf", ".zip", ".rar":
		return true
	}
	return false
}

// centred reports whether the element centres its text.
func (a *attributes) centred() bool {
	return strings.EqualFold(a.align, "center") || strings.HasPrefix(a.textAlign(), "center")
}

// aligned reports whether the element says how its text is aligned.
func (a *attributes) aligned() bool { return a.align != "" || a.textAlign() != "" }

func (a *attributes) textAlign() string {
	_, value, ok := strings.Cut(strings.ToLower(a.style[:min(len(a.style), longestName)]), "text-align")
	if !ok {
		return ""
	}
	return strings.TrimLeft(value, ": ")
}
