package article

import (
	"testing"
	"unicode/utf8"
)

// TestMarkerTable keeps single characters out of the prefixes: a space inside
// a marker of the table would make two of it, and every line that begins with
// 中 would be a button.
func TestMarkerTable(t *testing.T) {
	m := loadMarkers()
	for class, marks := range m.byClass {
		for _, mark := range marks {
			if n := utf8.RuneCountInString(mark.text); n < 2 && mark.text != "©" && mark.text != "ⓒ" {
				t.Errorf("%s: the marker %q is too short", class, mark.text)
			}
			if mark.reason == "" && class != markKeep && class != markContact && class != markSiteSentence {
				t.Errorf("%s: the marker %q gives no reason", class, mark.text)
			}
		}
	}
	for _, class := range []string{markHead, markPage, markPageIn, markSite, markSiteIn, markSiteSentence, markFooter, markKeep, markContact} {
		if len(m.byClass[class]) == 0 {
			t.Errorf("no marker of class %s", class)
		}
	}
	for _, label := range []string{"来源", "发布时间", "作者"} {
		if m.labels[foldMarks(label)] == "" {
			t.Errorf("no label %s", label)
		}
	}
}
