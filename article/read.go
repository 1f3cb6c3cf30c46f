package article

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

// The cleaning steps, see [Steps].
const (
	stepRepair      = "repair"
	stepDamage      = "damaged"
	stepGlosses     = "glosses"
	stepInvisible   = "invisible"
	stepWatermark   = "watermark"
	stepPages       = "pages"
	stepMetadata    = "metadata"
	stepBoilerplate = "boilerplate"
	stepParagraphs  = "paragraphs"
)

// cleaning is a document on its way from lines to segments.
type cleaning struct {
	src      string
	plain    bool // plain text: nothing but the lines themselves tells blocks
	lines    []*line
	fields   []Field
	damaged  []span.Span // bytes of src that could not be repaired
	glossing glossing
	lossy    bool // a lone ? between Han characters stands for a lost one
}

// cleaningStep looks at all lines, changes what it is made for, and returns
// the bytes of the source it changed, in order.
type cleaningStep struct {
	name string
	run  func(*cleaning) []span.Span
}

// pipeline is every cleaning step, in the only order that works.
func pipeline() []cleaningStep {
	return []cleaningStep{
		// Byte arithmetic needs the text exactly as it was decoded: a gloss or
		// a space taken out before would move the bytes.
		{stepRepair, repairLines},
		// What repair left over is noted while it can still be told from
		// legitimate question marks by its glosses.
		{stepDamage, findDamage},
		// Every later step compares words, which glosses cut apart.
		{stepGlosses, removeGlosses},
		// The same goes for characters that nobody sees.
		{stepInvisible, removeInvisible},
		// A watermark may stand inside any line, and a line of it between two
		// paragraphs must not end the text for the steps below.
		{stepWatermark, removeWatermarks},
		// A page number is no title and no line of metadata, and it must not
		// stand between two lines of a sentence.
		{stepPages, removePages},
		// Lines of metadata mark where the head of the page ends, which tells
		// navigation above the title from headings below it.
		{stepMetadata, takeMetadata},
		// Head and tail are told by whole lines, before lines are joined.
		{stepBoilerplate, removeBoilerplate},
		// Last, when only the article's own lines are left: their widths tell
		// whether they were wrapped.
		{stepParagraphs, joinParagraphs},
	}
}

// Steps returns the names of all steps that remove, change or join text, in
// the order they run. The first two belong to the format and remove what is
// no content: tags and the like, and the parts of a page around its article.
func Steps() []string {
	names := []string{stepMarkup, stepLayout}
	for _, s := range pipeline() {
		names = append(names, s.name)
	}
	return names
}

// Read reads an article: it decodes r, cuts it into lines or blocks, cleans
// them and cuts them into segments. The error, if any, wraps [ErrEmpty],
// [ErrNotText], [ErrTooLarge], [ErrEncoding] or what r returned.
func Read(r io.Reader, o Options) (*Article, error) {
	source, err := load(r, o)
	if err != nil {
		return nil, err
	}
	lines, fields := unwrap(&source, slices.Contains(o.Keep, stepLayout))
	source.Script = scriptOf(lines)
	c := &cleaning{src: source.Text, plain: source.Format == FormatText, lines: lines, fields: fields}
	a := &Article{Source: source, Steps: countSkipped(lines)}
	c.glossing = surveyGlosses(c.lines)
	steps := pipeline()
	if o.Language == English {
		steps = englishPipeline()
	}
	for _, s := range steps {
		keep := slices.Contains(o.Keep, s.name)
		if keep && s.name != stepBoilerplate && s.name != stepMetadata {
			continue
		}
		// What is kept of the head and the tail is told from titles all the same.
		known := len(c.fields)
		spans := s.run(c)
		if keep {
			c.fields = append(c.fields[:known], valuesOnly(c.fields[known:])...)
		}
		a.Steps = append(a.Steps, Step{Name: s.name, Count: len(spans), Spans: spans})
	}
	sortFields(c.fields)
	a.Meta = c.fields
	c.settle(a, o)
	if len(a.Blocks) == 0 {
		return nil, fmt.Errorf("read %s: %w: all of it looks like markup, metadata or parts of a page; try to keep %s",
			o.name(), ErrEmpty, strings.Join(Keepable(), ", "))
	}
	return a, nil
}

// valuesOnly leaves of fields what they say; the text itself is content.
func valuesOnly(fields []Field) []Field {
	var out []Field
	for _, f := range fields {
		if f.Name != FieldOther {
			f.Span.End = f.Span.Start
			out = append(out, f)
		}
	}
	return out
}

// scriptSample is how much text, in bytes, decides about the script.
const scriptSample = 1 << 16

// scriptOf tells the script of the content from its beginning.
func scriptOf(lines []*line) string {
	var sample []byte
	for i := range lines {
		if lines[i].skip != "" {
			continue
		}
		text := lines[i].text
		sample = append(sample, text[:min(len(text), scriptSample-len(sample))]...)
		if len(sample) >= scriptSample {
			break
		}
	}
	return string(han.ScriptOf(string(sample)))
}

// countSkipped reports what the format itself says is no content.
func countSkipped(lines []*line) []Step {
	steps := []Step{{Name: stepMarkup}, {Name: stepLayout}}
	for i := range steps {
		s := &steps[i]
		for _, l := range lines {
			if l.skip == s.Name {
				s.Count++
			}
		}
		s.Spans = make([]span.Span, 0, s.Count)
		for _, l := range lines {
			if l.skip == s.Name {
				s.Spans = append(s.Spans, l.span)
			}
		}
	}
	return steps
}

// changeLine makes changes in l for the sake of step, and appends the bytes of
// the source they concern to spans. A line of which nothing is left is removed.
func (c *cleaning) changeLine(l *line, changes []change, step, reason string, spans []span.Span) []span.Span {
	if len(changes) == 0 {
		return spans
	}
	at := l.cursor()
	for _, ch := range changes {
		start := at.after(ch.start)
		spans = append(spans, span.Span{Start: start, End: at.before(ch.end)})
	}
	l.apply(c.src, changes)
	if blank(l.text) {
		l.remove(step, reason)
	}
	return spans
}

// remove takes the whole line out; step and reason will be reported.
func (l *line) remove(step, reason string) {
	l.skip, l.reason = step, reason
}
