package article

import "golang.org/x/net/html/atom"

// Tags of content management systems that HTML does not know but that mark
// whole blocks. Their numbers lie beyond those of package atom.
const (
	customContent atom.Atom = 1<<31 + iota
	customTitle
)

var customTags = map[string]atom.Atom{
	"ucapcontent":     customContent,
	"founder-content": customContent,
	"ucaptitle":       customTitle,
	"founder-title":   customTitle,
}

// lookupTag gives the number of a tag whose name is in lower case, 0 for an
// unknown one.
func lookupTag(name []byte) atom.Atom {
	if a := atom.Lookup(name); a != 0 {
		return a
	}
	return customTags[string(name)]
}

// isVoid reports whether an element never has content.
func isVoid(tag atom.Atom) bool {
	switch tag {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link,
		atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// isBlock reports whether an element stands on lines of its own.
func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Head, atom.Header,
		atom.Hgroup, atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre,
		atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Title,
		atom.Tr, atom.Ul, customContent, customTitle:
		return true
	}
	return false
}

// isStyle reports whether an element in a line sets its content apart by looks.
func isStyle(tag atom.Atom) bool {
	switch tag {
	case atom.Span, atom.Small, atom.Em, atom.Label, atom.B, atom.Strong, atom.I, atom.Font:
		return true
	}
	return false
}

// muteReason says why the content of an element is never text, or "".
func muteReason(tag atom.Atom) string {
	switch tag {
	case atom.Script, atom.Noscript, atom.Template:
		return "script"
	case atom.Style:
		return "style"
	case atom.Select, atom.Button, atom.Textarea, atom.Datalist, atom.Option:
		return "form"
	case atom.Svg, atom.Math, atom.Canvas, atom.Object, atom.Audio, atom.Video, atom.Iframe, atom.Noembed, atom.Noframes:
		return "embedded object"
	case atom.Rt, atom.Rp:
		return "reading"
	}
	return ""
}

// tagRole is the role that HTML itself gives an element.
func tagRole(tag atom.Atom) role {
	switch tag {
	case atom.Nav:
		return "navigation"
	case atom.Footer:
		return "footer"
	case atom.Aside:
		return "sidebar"
	case atom.Header:
		return roleHeader
	case atom.Article, atom.Main:
		return roleContent
	case customContent:
		return roleBody
	case customTitle, atom.H1:
		return roleTitle
	}
	return roleNone
}

// isContainer reports whether an element can hold a whole article. A list or
// a quotation cannot, nor can a single paragraph.
func isContainer(tag atom.Atom) bool {
	switch tag {
	case 0, atom.Article, atom.Body, atom.Center, atom.Div, atom.Form, atom.Html, atom.Main, atom.Section,
		atom.Table, atom.Tbody, atom.Td, atom.Tr, customContent:
		return true
	}
	return false
}

// headingLevel is 1 to 6 for a heading, 0 for others.
func headingLevel(tag atom.Atom) int32 {
	switch tag {
	case atom.H1, customTitle:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}
