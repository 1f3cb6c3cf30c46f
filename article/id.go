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
	seen map[[idBytes]byte]int32 // how often a hash came
	key  []byte                  // scratch
}

// idBytes is how much of a hash makes an id.
const idBytes = 4

// NewIDs returns a giver of ids for one document.
func NewIDs() *IDs { return &IDs{seen: map[[idBytes]byte]int32{}} }

// Next returns the id of the next segment, whose text is zh.
func (ids *IDs) Next(zh string) string { return string(ids.appendNext(nil, zh)) }

// appendNext appends the id of the next segment to b.
func (ids *IDs) appendNext(b []byte, zh string) []byte {
	ids.key = appendKey(ids.key[:0], zh)
	sum := sha256.Sum256(ids.key)
	hash := [idBytes]byte(sum[:])
	n := ids.seen[hash] + 1
	ids.seen[hash] = n
	b = hex.AppendEncode(b, hash[:])
	if n > 1 {
		b = strconv.AppendInt(append(b, '-'), int64(n), 10)
	}
	return b
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
