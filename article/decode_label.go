package article

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// labelAliases are names in use that the WHATWG encoding standard lacks.
var labelAliases = map[string]string{
	"cp936": "gbk", "ms936": "gbk", "936": "gbk", "gb-18030": "gb18030", "gb18030-2022": "gb18030",
	"cp950": "big5", "ms950": "big5", "950": "big5", "utf8-sig": "utf-8", "utf-8-sig": "utf-8",
}

// lookupLabel finds a scheme by any name that the WHATWG encoding standard or
// labelAliases gives it, or nil.
func lookupLabel(label string) *scheme {
	label = strings.ToLower(strings.TrimSpace(label))
	if alias, ok := labelAliases[label]; ok {
		label = alias
	}
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil
	}
	name, err := htmlindex.Name(enc)
	if err != nil {
		return nil
	}
	if name == "gbk" {
		name = gb18030Scheme.name // which contains it
	}
	for _, s := range schemes {
		if s.name == name {
			return s
		}
	}
	return nil
}

// schemeByLabel finds the scheme that the user names. Plain "utf-16" follows
// the byte order mark of data.
func schemeByLabel(label, data string) (*scheme, error) {
	s := lookupLabel(label)
	if s == nil {
		return nil, fmt.Errorf("%w %q: use utf-8, gb18030 (also for gbk and gb2312), big5, utf-16le or utf-16be", ErrEncoding, label)
	}
	if strings.EqualFold(strings.TrimSpace(label), "utf-16") && strings.HasPrefix(data, utf16BEScheme.mark) {
		return utf16BEScheme, nil
	}
	return s, nil
}

// schemeByMark finds the scheme whose byte order mark data begins with, or nil.
func schemeByMark(data string) *scheme {
	for _, s := range schemes {
		if s.mark != "" && strings.HasPrefix(data, s.mark) {
			return s
		}
	}
	return nil
}

// declaredWithin is how far into a page a declaration of its encoding is
// looked for, in bytes. The standard asks for the first 1024; real pages put
// it later.
const declaredWithin = 8 << 10

// declared finds the scheme that an HTML or XML declaration names, or nil.
func declared(data string) *scheme {
	head := strings.ToLower(data[:min(len(data), declaredWithin)])
	if !strings.HasPrefix(strings.TrimSpace(head), "<") {
		return nil
	}
	if xml, _, ok := strings.Cut(head, "?>"); ok && strings.HasPrefix(strings.TrimSpace(xml), "<?xml") {
		if s := lookupLabel(valueAfter(xml, "encoding")); s != nil {
			return s
		}
	}
	for {
		_, tag, ok := strings.Cut(head, "<meta")
		if !ok {
			return nil
		}
		tag, head, _ = strings.Cut(tag, ">")
		if s := lookupLabel(valueAfter(tag, "charset")); s != nil {
			return s
		}
	}
}

// valueAfter finds key = value in s, with or without quotation marks.
func valueAfter(s, key string) string {
	_, s, ok := strings.Cut(s, key)
	if !ok {
		return ""
	}
	s, ok = strings.CutPrefix(strings.TrimSpace(s), "=")
	if !ok {
		return ""
	}
	s = strings.TrimLeft(s, " \t\r\n\"'")
	if end := strings.IndexAny(s, " \t\r\n\"';/>"); end >= 0 {
		s = s[:end]
	}
	return s
}
