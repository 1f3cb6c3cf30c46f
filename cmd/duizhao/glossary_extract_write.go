package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"duizhao/extract"
	"duizhao/glossary"
	"duizhao/glossary/exchange"
	"duizhao/lang/han"
	"duizhao/lang/span"
)

// printCandidates prints a line for each candidate, its renderings, and where
// it stands.
func printCandidates(w io.Writer, found []extract.Candidate) error {
	out := bufio.NewWriter(w)
	wide := 0
	for _, c := range found {
		wide = max(wide, han.Width(c.Zh))
	}
	for i, c := range found {
		fmt.Fprintf(out, "%3d  %s%s  %s in %s, score %.1f\n", i+1, c.Zh, strings.Repeat(" ", wide-han.Width(c.Zh)),
			counted(c.Count, "time", "times"), counted(c.Documents, "document", "documents"), c.Score)
		if len(c.Renderings) > 0 {
			fmt.Fprintf(out, "     %s\n", printable(renderingCounts(&c)))
		}
		for _, p := range c.Contexts {
			fmt.Fprintf(out, "     %s %s  %s\n", p.Path, p.At, printable(marked([]rune(p.Zh), p.Span)))
		}
	}
	return out.Flush()
}

// renderingCounts says what the English has: "overseas warehouse 3; depot
// abroad 1; unclear 2".
func renderingCounts(c *extract.Candidate) string {
	var parts []string
	for _, r := range c.Renderings {
		parts = append(parts, fmt.Sprintf("%s %d", r.En, r.N))
	}
	if c.Unclear > 0 {
		parts = append(parts, fmt.Sprintf("unclear %d", c.Unclear))
	}
	return strings.Join(parts, "; ")
}

// writeProposals writes the candidates as a glossary file. What each is taken
// from stands in a comment above it; one without a rendering is a comment as a
// whole, so that the file can be used as it is.
func writeProposals(w io.Writer, found []extract.Candidate) error {
	var b bytes.Buffer
	entries := 0
	fmt.Fprintf(&b, "version: %s\nterms:\n", glossary.Version)
	for i := range found {
		c := &found[i]
		fmt.Fprintf(&b, "\n  # %s in %s\n", counted(c.Count, "time", "times"), counted(c.Documents, "document", "documents"))
		if c.Varies() || c.Unclear > 0 {
			fmt.Fprintf(&b, "  # English: %s\n", comment(renderingCounts(c)))
		}
		for _, p := range c.Contexts {
			fmt.Fprintf(&b, "  # %s\n", comment(marked([]rune(p.Zh), p.Span)))
		}
		if len(c.Renderings) == 0 {
			fmt.Fprintf(&b, "  # - zh: %s\n  #   en:\n  #   status: proposed\n", c.Zh)
			continue
		}
		entries++
		fmt.Fprintf(&b, "  - zh: %s\n    en: %s\n    status: proposed\n", c.Zh, strconv.Quote(c.Renderings[0].En))
	}
	out := b.Bytes()
	if entries > 0 {
		var err error
		if out, err = exchange.Canonical(out); err != nil {
			return fmt.Errorf("write proposals: %w", err)
		}
	}
	_, err := w.Write(out)
	return err
}

// comment keeps text within one line of a comment.
func comment(s string) string { return strings.Join(strings.Fields(printable(s)), " ") }

// candidateJSON is one candidate in the JSON form.
type candidateJSON struct {
	Zh         string          `json:"zh"`
	Count      int             `json:"count"`
	Documents  int             `json:"documents"`
	Score      float64         `json:"score"`
	Cohesion   float64         `json:"cohesion"`
	Entropy    float64         `json:"entropy"`
	CValue     float64         `json:"c_value"`
	Renderings []renderingJSON `json:"renderings,omitempty"`
	Unclear    int             `json:"unclear,omitempty"`
	Contexts   []sentenceJSON  `json:"contexts"`
}

type renderingJSON struct {
	En string `json:"en"`
	N  int    `json:"n"`
}

type sentenceJSON struct {
	Path string    `json:"path"`
	At   string    `json:"at"`
	Zh   string    `json:"zh"`
	En   string    `json:"en,omitempty"`
	Span span.Span `json:"span"` // runes of zh
}

func candidatesJSON(found []extract.Candidate) []candidateJSON {
	out := []candidateJSON{}
	for _, c := range found {
		j := candidateJSON{
			Zh: c.Zh, Count: c.Count, Documents: c.Documents, Score: c.Score, Cohesion: c.Cohesion,
			Entropy: c.Entropy, CValue: c.CValue, Unclear: c.Unclear, Contexts: []sentenceJSON{},
		}
		for _, r := range c.Renderings {
			j.Renderings = append(j.Renderings, renderingJSON{r.En, r.N})
		}
		for _, p := range c.Contexts {
			j.Contexts = append(j.Contexts, sentenceJSON{p.Path, p.At, p.Zh, p.En, p.Span})
		}
		out = append(out, j)
	}
	return out
}
