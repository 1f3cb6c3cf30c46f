package article

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"duizhao/lang/han"
)

// IDs gives out the ids of the segments of one document: 8 hex digits of the
// SHA-256 of the folded text, so that script, width and spaces do not change
// an id, and "-2", "-3" … behind it when the same text comes again.
type IDs struct{ seen map[string]int }

// NewIDs returns a giver of ids for one document.
func NewIDs() *IDs { return &IDs{seen: map[string]int{}} }

// Next returns the id of the next segment, whose text is zh.
func (ids *IDs) Next(zh string) string {
	sum := sha256.Sum256([]byte(han.Key(zh)))
	id := hex.EncodeToString(sum[:4])
	ids.seen[id]++
	if n := ids.seen[id]; n > 1 {
		return id + "-" + strconv.Itoa(n)
	}
	return id
}
