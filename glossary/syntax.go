package glossary

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// maxSyntaxErrors is how many entries with broken YAML are taken out and
// reported one by one before the rest of the file is given up.
const maxSyntaxErrors = 20

// checkBytes drops a byte order mark and reports bytes that no YAML file may
// have; it returns nil where reading on makes no sense.
func (r *reader) checkBytes(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	p := Position{r.file.Name, 1, 1}
	if len(bytes.TrimSpace(data)) == 0 {
		r.report(Error, p, "begin with \"version: "+Version+"\"", "the file is empty")
		return nil
	}
	for rest := data; len(rest) > 0; {
		c, size := utf8.DecodeRune(rest)
		switch {
		case c == utf8.RuneError && size == 1:
			r.report(Error, p, "save the file as UTF-8", "the file is not UTF-8")
			return nil
		case c == '\n', c == '\r' && !bytes.HasPrefix(rest[size:], []byte("\n")):
			p.Line, p.Column = p.Line+1, 0
		case c < ' ' && c != '\t' && c != '\r' || c == 0x7f:
			r.report(Error, p, "take it out", fmt.Sprintf("control character %U", c))
			return nil
		}
		p.Column++
		rest = rest[size:]
	}
	data = lineBreaks(data)
	r.lines = bytes.Count(data, []byte("\n")) + 1
	return data
}

// lineBreaks makes the lines of YAML those of editors: a carriage return ends
// a line, the separators that web pages leave behind in copied text do not.
func lineBreaks(data []byte) []byte {
	return []byte(lineBreaker.Replace(string(data)))
}

var lineBreaker = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", " ", "\u2028", " ", "\u2029", " ")

// parseYAML gives the root of the document. An entry whose YAML is broken is
// reported and blanked, so that the others are still read.
func (r *reader) parseYAML(data []byte) *yaml.Node {
	lines := strings.Split(string(data), "\n")
	r.blankTabs(lines)
	for range maxSyntaxErrors {
		root, err := decodeOne([]byte(strings.Join(lines, "\n")))
		if err == nil {
			return r.documentRoot(root)
		}
		if !r.blankBroken(lines, err) {
			return nil
		}
	}
	return nil
}

var errSecondDocument = errors.New("a second document begins")

func decodeOne(data []byte) (*yaml.Node, error) {
	d := yaml.NewDecoder(bytes.NewReader(data))
	var root, second yaml.Node
	if err := d.Decode(&root); err != nil {
		return nil, err
	}
	if err := d.Decode(&second); err == nil {
		return nil, fmt.Errorf("yaml: line %d: %w", second.Line, errSecondDocument)
	} else if !errors.Is(err, io.EOF) {
		return nil, err
	}
	return &root, nil
}

func (r *reader) documentRoot(root *yaml.Node) *yaml.Node {
	if root.Kind != yaml.DocumentNode || len(root.Content) == 0 {
		return nil
	}
	return resolve(root.Content[0])
}

// blankTabs reports tabs in the indentation and blanks the entries they are in.
func (r *reader) blankTabs(lines []string) {
	for i, l := range lines {
		indent := l[:len(l)-len(strings.TrimLeft(l, " \t"))]
		at := strings.IndexByte(indent, '\t')
		if at < 0 || len(strings.TrimSpace(l)) == 0 {
			continue
		}
		r.report(Error, Position{r.file.Name, i + 1, at + 1}, "indent with spaces", "a tab in the indentation")
		blankEntry(lines, i)
	}
}

var errorLine = regexp.MustCompile(`^yaml: line (\d+): (.*)$`)

// blankBroken reports a syntax error and blanks the entry it stands in; it
// returns false where there is no entry to blank.
func (r *reader) blankBroken(lines []string, err error) bool {
	n, message := 1, strings.TrimPrefix(err.Error(), "yaml: ")
	if m := errorLine.FindStringSubmatch(err.Error()); m != nil {
		if line, err := strconv.Atoi(m[1]); err == nil {
			message = m[2]
			n = min(max(line+lineOff(message), 1), len(lines))
		}
	}
	p := Position{r.file.Name, n, 1 + len(lines[n-1]) - len(strings.TrimLeft(lines[n-1], " "))}
	if errors.Is(err, errSecondDocument) {
		r.report(Error, p, "one file holds one list of terms", "a second document begins (---)")
		return false
	}
	// The library's line is where it noticed; the cause is often one above.
	for _, i := range []int{n - 1, n - 2, n} {
		if i < 0 || i >= len(lines) {
			continue
		}
		if column, hint, cause, ok := lineFault(lines[i]); ok {
			r.report(Error, Position{r.file.Name, i + 1, column}, hint, cause)
			return blankEntry(lines, i)
		}
	}
	hint := ""
	if strings.Contains(message, "mapping values are not allowed") {
		hint = "put text with a colon in it into quotation marks"
	}
	r.report(Error, p, hint, "not YAML: "+message)
	return blankEntry(lines, n-1) || n > 1 && blankEntry(lines, n-2)
}

// lineOff is how far the library's line is off: it counts from 0 where the
// parser complains, from 1 where the scanner does.
func lineOff(message string) int {
	if strings.HasPrefix(message, "did not find expected") && !strings.Contains(message, "alphabetic") {
		return 1
	}
	return 0
}

// lineFault looks for the mistakes that people make in a line of YAML.
func lineFault(l string) (column int, hint, cause string, ok bool) {
	body := strings.TrimLeft(l, " -")
	column = 1 + utf8.RuneCountInString(l) - utf8.RuneCountInString(body)
	before, after, found := missingSpace(strings.TrimSpace(body))
	switch {
	case strings.HasPrefix(body, "#") || strings.HasPrefix(body, `"`) || strings.HasPrefix(body, "'"):
	case found:
		return column, fmt.Sprintf("write \"%s: %s\"", before, after), fmt.Sprintf("no space after the colon in %q", before+":"+after), true
	case strings.Count(body, `"`)%2 == 1:
		return column, "close it, or put the text into single quotation marks", "a quotation mark without its partner", true
	}
	for _, c := range []string{"@", "`", "%"} {
		if _, value, cut := strings.Cut(body, ": "); cut && strings.HasPrefix(value, c) {
			return column + utf8.RuneCountInString(body) - utf8.RuneCountInString(value), "put the text into quotation marks", fmt.Sprintf("text begins with %s, which YAML keeps for itself", c), true
		}
	}
	return 0, "", "", false
}

// blankEntry empties the list item that line i belongs to; false where there
// is nothing left to empty.
func blankEntry(lines []string, i int) bool {
	begin := i
	for begin > 0 && !isItem(lines[begin]) {
		begin--
	}
	if !isItem(lines[begin]) {
		return false
	}
	indent := indentOf(lines[begin])
	end := begin + 1
	for end < len(lines) && (strings.TrimSpace(lines[end]) == "" || indentOf(lines[end]) > indent) {
		end++
	}
	end = max(end, i+1)
	for j := begin; j < end; j++ {
		lines[j] = ""
	}
	return true
}

func isItem(l string) bool {
	l = strings.TrimLeft(l, " \t")
	return strings.HasPrefix(l, "- ") || strings.TrimSpace(l) == "-"
}

func indentOf(l string) int { return len(l) - len(strings.TrimLeft(l, " \t")) }
