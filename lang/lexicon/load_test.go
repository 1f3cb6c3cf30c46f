package lexicon

import (
	"strings"
	"testing"
	"testing/fstest"
)

// A later table replaces a word of an earlier one, and errors name the table.
func TestLoad(t *testing.T) {
	files := fstest.MapFS{
		"lexicon.tsv":   {Data: []byte("法\tn\tmethod\tc\n人\tn\tperson\tc\n")},
		"lexicon_b.tsv": {Data: []byte("法\tn\tlaw\tc\n")},
	}
	l, err := load(files)
	if err != nil {
		t.Fatal(err)
	}
	if e, _ := l.Lookup("法"); l.Len() != 2 || e.Senses[0].En[0] != "law" || len(e.Senses) != 1 {
		t.Errorf("%d words, 法 is %+v", l.Len(), e)
	}
	files["lexicon_b.tsv"].Data = []byte("\n法\tn\tlaw\n")
	if _, err := load(files); err == nil || !strings.Contains(err.Error(), "lexicon_b.tsv: line 2:") {
		t.Errorf("got error %v", err)
	}
}
