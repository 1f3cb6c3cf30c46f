package article

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"duizhao/lang/han"
)

// TestKeyOfIDs compares the key that ids hash with han.Key.
func TestKeyOfIDs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.SampledFrom(fragments)), func(s []string) string {
			return strings.Join(s, "")
		})).Draw(t, "text")
		if have, want := string(appendKey(nil, text)), han.Key(text); have != want {
			t.Fatalf("have %q, want %q", have, want)
		}
	})
}

// TestIDs pins what an id depends on.
func TestIDs(t *testing.T) {
	ids := NewIDs()
	first := ids.Next("推动绿色发展。")
	if len(first) != 8 {
		t.Errorf("id %q", first)
	}
	if again := ids.Next("推動 綠色發展。"); again != first+"-2" {
		t.Errorf("the same text in the other script is %q, not %q", again, first+"-2")
	}
	if other := ids.Next("推动绿色发展！"); strings.HasPrefix(other, first) {
		t.Errorf("another text is %q", other)
	}
}
