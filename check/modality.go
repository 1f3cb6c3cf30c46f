package check

import (
	"strings"

	"duizhao/bitext"
	"duizhao/lang/english"
	"duizhao/lang/span"
)

var modality = &Rule{
	Name:    "modality",
	Summary: "a duty, a permission or a prohibition became another",
	Why: `In a law 应当 obliges, 可以 permits and 不得 forbids; "may" for 应当 changes the law. Flagged where the English has words of
another force and none of the right one: 不得 without any negation, 应当 with "may" alone, 可以 with "shall" alone.`,
	Bad:  Example{Zh: "企业应当报告。", En: "Enterprises may report."},
	Good: Example{Zh: "企业应当报告。", En: "Enterprises shall report."},
	Grades: []Grade{
		{"law", bitext.Warning, bitext.Warning},
		{"other", Off, Off},
	},
	Unit: checkModality,
}

// Words of each force. What permits and negates forbids.
var (
	obliges  = wordSet("shall must should required requires require obliged obligated obligation ought need needs needed has have necessary mandatory ensure subject responsible to duty only unless")
	permits  = wordSet("may can could might able allowed permitted entitled eligible possible possibly optional free right authorized authorised empowered")
	commands = wordSet("shall must")
	negates  = wordSet("not no never none neither nor without prohibit prohibits prohibited prohibition forbid forbids forbidden ban bans banned refrain cannot barred avoid prevent disallowed impermissible unless only unlawful illegal exempt nobody nothing restricted refuse refuses denied deny denies ineligible disqualified most least minimum maximum limited limit within capped")
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// force is a Chinese word of law, folded, and what its English must and must not have.
var forces = []struct {
	zh      string
	message string
	wrong   func(*Subject) bool
}{
	{"不得", "%s forbids, the English does not", func(s *Subject) bool { return !s.hasWord(negates) && !s.hasNegation() }},
	{"应当", "%s obliges, the English permits", func(s *Subject) bool { return s.hasWord(permits) && !s.hasWord(obliges) && !s.hasNegation() }},
	{"必须", "%s obliges, the English permits", func(s *Subject) bool { return s.hasWord(permits) && !s.hasWord(obliges) && !s.hasNegation() }},
	{"可以", "%s permits, the English obliges", func(s *Subject) bool { return s.hasWord(commands) && !s.hasWord(permits) }},
}

func checkModality(s *Subject) []Finding {
	if s.En == "" {
		return nil
	}
	grade := "other"
	if s.Context.Genre == "law" {
		grade = "law"
	}
	zh := s.Folded()
	var out []Finding
	for _, f := range forces {
		i := strings.Index(zh, f.zh)
		if i < 0 || f.zh == "不得" && isUnforbidding(zh[i:]) || !f.wrong(s) || alsoSays(zh, f.zh) {
			continue
		}
		start := len([]rune(zh[:i]))
		at := span.Span{Start: start, End: start + 2}
		out = append(out, found(grade, at, span.Span{}, f.message, s.zh(at)))
	}
	return out
}

// isUnforbidding reports whether zh begins with a word in which 不得 does not
// forbid, such as 不得不, "have to".
func isUnforbidding(zh string) bool {
	return strings.HasPrefix(zh, "不得不") || strings.HasPrefix(zh, "不得已") || strings.HasPrefix(zh, "不得了") || strings.HasPrefix(zh, "不得而知") || strings.HasPrefix(zh, "不得人心")
}

// alsoSays reports whether another force is said in the same Chinese, so that
// the English of that may stand for it.
func alsoSays(zh, but string) bool {
	for _, f := range forces {
		if f.zh != but && f.zh != "不得" && strings.Contains(zh, f.zh) && but != "不得" {
			return true
		}
	}
	return but == "可以" && (strings.Contains(zh, "不得") || strings.Contains(zh, "须") || strings.Contains(zh, "应"))
}

func (s *Subject) hasWord(set map[string]bool) bool {
	for _, w := range s.Words() {
		if set[english.Fold(w.Text)] {
			return true
		}
	}
	return false
}

// hasNegation reports whether the English has a contraction with not, or a
// word that begins with a negation.
func (s *Subject) hasNegation() bool {
	return strings.Contains(s.En, "n't") || strings.Contains(s.En, "n’t")
}
