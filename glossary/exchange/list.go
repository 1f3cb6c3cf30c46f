package exchange

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"duizhao/glossary"
)

// pairs calls f with each Chinese form of each term and the rendering that a
// tool should write. A term with senses has no rendering that always holds:
// its first stands for it.
func pairs(terms []*glossary.Term, f func(t *glossary.Term, zh, en string) error) error {
	for _, t := range terms {
		for _, zh := range append([]string{t.Zh}, t.ZhAlso...) {
			if err := f(t, zh, t.Senses[0].Renderings[0].En); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeOmegaT writes source, target and comment. The first line makes OmegaT
// read the file as UTF-8 whatever its ending. OmegaT takes several lines with
// one source as several renderings.
func writeOmegaT(w io.Writer, terms []*glossary.Term, _ Options) error {
	out := bufio.NewWriter(w)
	out.WriteString("# Glossary in tab-separated format -*- coding: utf-8 -*-\n")
	for _, t := range terms {
		for _, zh := range append([]string{t.Zh}, t.ZhAlso...) {
			for _, en := range append(english(t), t.Abbr...) {
				out.WriteString(tidy(zh) + "\t" + tidy(en))
				if t.Note != "" {
					out.WriteString("\t" + tidy(t.Note))
				}
				out.WriteString("\n")
			}
		}
	}
	return out.Flush()
}

// maxDeepL is how many bytes of UTF-8 one side of an entry may have at DeepL.
const maxDeepL = 1024

// writeDeepL writes one pair a line. DeepL refuses a dictionary in which a
// source stands twice, or is too long.
func writeDeepL(w io.Writer, terms []*glossary.Term, _ Options) error {
	out := bufio.NewWriter(w)
	seen := make(map[string]bool)
	err := pairs(terms, func(t *glossary.Term, zh, en string) error {
		zh, en = tidy(zh), tidy(en)
		if len(zh) > maxDeepL || len(en) > maxDeepL {
			return fmt.Errorf("%s: an entry may have %d bytes a side", t.Zh, maxDeepL)
		}
		if !seen[zh] {
			seen[zh] = true
			out.WriteString(zh + "\t" + en + "\n")
		}
		return nil
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// writeGoogle writes an unidirectional glossary of Cloud Translation: the
// language codes, which must match the requests letter for letter, then pairs.
func writeGoogle(w io.Writer, terms []*glossary.Term, o Options) error {
	out := csv.NewWriter(w)
	zh, en := "zh-CN", "en"
	if o.Languages != [2]string{} {
		zh, en = o.languages()
	}
	if err := out.Write([]string{zh, en}); err != nil {
		return err
	}
	if err := pairs(terms, func(_ *glossary.Term, zh, en string) error { return out.Write([]string{tidy(zh), tidy(en)}) }); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// readList reads source, tab, target, tab, comment: glossaries of OmegaT and
// dictionaries of DeepL. Lines that begin with # are comments.
func readList(data []byte, in *importer) {
	text := decode(data, in)
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) < 2 {
			in.report(glossary.Error, n, "put a tab between the Chinese and the English", "no tab in %q", line)
			continue
		}
		r := row{line: n, zh: cells[0], en: cells[1:2]}
		if len(cells) > 2 {
			r.note = tidy(cells[2])
		}
		in.add(r)
	}
	if len(in.terms) == 0 && in.err == nil {
		in.err = fmt.Errorf("no pair separated by a tab")
	}
}
