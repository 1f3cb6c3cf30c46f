package check

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"duizhao/lang/han"
)

// fingerprints counts the findings of one kind in one text, by a hash: of a
// large stream there are many.
type fingerprints map[kind]int32

// kind is the beginning of a hash of what a fingerprint is made of.
type kind [8]byte

// of is the fingerprint of a finding: 16 hex digits of a hash of its rule, its
// term, the folded Chinese of its unit, and how many findings of the same kind
// came before. No path, line or number of a unit is in it, so it stays when
// text moves.
func (p fingerprints) of(d *document, f *Report) string {
	key := f.Rule + "\x00"
	if f.Term != nil {
		key += f.Term.ID
	}
	key += "\x00"
	switch {
	case f.Unit < 0:
		key += d.Document.Source.Path
	case d.units[f.Unit].Zh == "":
		key += d.units[f.Unit].En // English without Chinese
	default:
		key += han.Key(d.units[f.Unit].Zh)
	}
	hash := sha256.Sum256([]byte(key))
	k := kind(hash[:])
	p[k]++
	sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(int(p[k]))))
	return hex.EncodeToString(sum[:8])
}
