package check

import (
	"duizhao/bitext"
	"duizhao/lang/span"
)

var staleTarget = &Rule{
	Name:    "stale-target",
	Summary: "the Chinese was changed since it was translated",
	Why: `The commonest fault in a repository of documents. The English keeps the hash of the Chinese that it was made from, in its
front matter or in a lock file; when the Chinese has another now, somebody has to look.`,
	Bad:      Example{Zh: "推进碳达峰。", En: "Advance carbon peaking.", Facts: Facts{TranslatedFrom: "8f3a", Chinese: "77c0"}},
	Good:     Example{Zh: "推进碳达峰。", En: "Advance carbon peaking.", Facts: Facts{TranslatedFrom: "8f3a", Chinese: "8f3a"}},
	Grades:   []Grade{{"", bitext.Error, bitext.Error}},
	Document: checkStale,
}

func checkStale(sc *Scope) []Finding {
	from, now := sc.Facts.TranslatedFrom, sc.Facts.Chinese
	if from == "" || now == "" || from == now {
		return nil
	}
	return []Finding{about(-1, found("", span.Span{}, span.Span{}, "the Chinese was changed since: translated from %s, now %s", short(from), short(now)))}
}

// short is the beginning of a hash, for people.
func short(hash string) string { return hash[:min(len(hash), 12)] }
