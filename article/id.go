package article

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"unicode/utf8"

	"duizhao/lang/han"
)

// IDs gives out the ids of the segments of one document: 8 hex digits of the
// SHA-256 of the folded text, so that script, width and spaces do not change
// an id, and "-2", "-3" … behind it when the same text comes again.
type IDs struct {
	seen map[string]int
	key  []byte // scratch
}

// NewIDs returns a giver of ids for one document.
func NewIDs() *IDs { return &IDs{seen: map[string]int{}} }

// Next returns the id of the next segment, whose text is zh.
func (ids *IDs) Next(zh string) string {
	ids.key = appendKey(ids.key[:0], zh)
	sum := sha256.Sum256(ids.key)
	id := hex.EncodeToString(sum[:4])
	ids.seen[id]++
	if n := ids.seen[id]; n > 1 {
		return id + "-" + strconv.Itoa(n)
	}
	return id
}

// appendKey appends [han.Key] of zh to b, without a string of its own: half
// the time of segmentation would go into those.
func appendKey(b []byte, zh string) []byte {
	for _, r := range zh {
		if r = han.Fold(r); !han.Ignorable(r) {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}
