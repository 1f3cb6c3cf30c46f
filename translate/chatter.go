package translate

import (
	"strings"

	"duizhao/bitext"
	"duizhao/check"
)

// cutChatter takes out what the engine says beside its translation: an opening
// that ends with a colon or a line, "Here is the translation:", or a note at
// the end. It keeps the result if it is better.
func (r *run) cutChatter(w *work, f check.Finding) bool {
	if !isChatter(f) || f.Target == nil {
		return false
	}
	runes := []rune(w.best.en)
	en := strings.TrimSpace(string(runes[:f.Target.Start]))
	if f.Target.End < len(runes) {
		rest, ok := cutOpening(string(runes[f.Target.Start:f.Target.End]), string(runes[f.Target.End:]))
		if en != "" || !ok {
			return false // it is not certain where the translation begins
		}
		en = rest
	}
	c := r.judge(w, en, bitext.FromRepair)
	if !w.better(c, w.best) {
		return false
	}
	w.best = c
	return true
}

func isChatter(f check.Finding) bool { return f.Rule == "answer-chatter" }

// maxOpening is how many bytes an opening may have behind its first words.
const maxOpening = 60

// cutOpening gives what stands behind an opening, which begins with first and
// ends with a colon or a line, without the marks of Markdown around it. Only
// an opening that speaks of a translation is sure to be none of it.
func cutOpening(first, text string) (rest string, ok bool) {
	if !strings.HasSuffix(first, ":") {
		at := strings.IndexAny(text, ":\n")
		if at < 0 || at > maxOpening || !strings.Contains(strings.ToLower(first+text[:at]), "translat") {
			return "", false
		}
		text = text[at+1:]
	}
	return strings.Trim(text, " \n*`"), true
}
