package align

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"duizhao/article"
)

// Front is what the front matter of a document says to duizhao.
type Front struct {
	Source string // duizhao-source of the English: "sha256:…" of the Chinese file that was translated
	Date   string // YYYY, YYYY-MM or YYYY-MM-DD
	House  string
	Genre  string
	Lines  map[string]int // where the keys stand, by key: lines of the file, from 1
}

// SourceKey is the key under which the front matter of an English document
// keeps the hash of its Chinese.
const SourceKey = "duizhao-source"

// readFront reads the front matter of a decoded Markdown text; one without
// gives the zero Front.
func readFront(text string) (Front, error) {
	var f Front
	head, _, ok := article.FrontMatter(text)
	if !ok {
		return f, nil
	}
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(head), &root); err != nil {
		return f, fmt.Errorf("front matter: %w", err)
	}
	if len(root.Content) == 0 || root.Content[0].Kind != yaml.MappingNode {
		return f, nil
	}
	f.Lines = map[string]int{}
	pairs := root.Content[0].Content
	for k := 0; k+1 < len(pairs); k += 2 {
		key, value := pairs[k].Value, pairs[k+1]
		f.Lines[key] = value.Line + 1 // the fence stands above
		switch key {
		case SourceKey:
			f.Source = value.Value
		case "date":
			f.Date, _, _ = strings.Cut(value.Value, "T")
		case "house":
			f.House = value.Value
		case "genre":
			f.Genre = value.Value
		}
	}
	return f, nil
}

// Freshness says how an English document stands to its Chinese one.
type Freshness uint8

// The answers of [Fresh].
const (
	Unrecorded Freshness = iota // the English does not say what it was made from
	Current
	Stale // the Chinese has changed since
)

// Hash is how the bytes of a Chinese file are named in front matter and lock
// files.
func Hash(zh *Side) string { return "sha256:" + zh.Article.Source.SHA256 }

// Fresh compares the hash that was recorded when the Chinese was translated,
// in front matter or a lock file, with the Chinese as it is.
func Fresh(recorded string, zh *Side) Freshness {
	recorded = strings.ToLower(strings.TrimSpace(recorded))
	switch {
	case recorded == "":
		return Unrecorded
	case strings.TrimPrefix(recorded, "sha256:") == zh.Article.Source.SHA256:
		return Current
	}
	return Stale
}
