package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"duizhao/align"
	"duizhao/bitext"
	"duizhao/check"
	"duizhao/check/report"
	"duizhao/glossary"
	"duizhao/lang/span"
)

// checkJob is a file or a pair of files to check.
type checkJob struct {
	bitext string // "" for a pair
	pair   filePair
}

// checked is one document under check, with the files that its texts stand in.
type checked struct {
	check.Input
	units  []*bitext.Unit
	alone  map[int]bool                     // units in stretches that stand in one language only
	path   string                           // where findings about the whole are shown
	zh, en *side                            // nil where there is no such file
	record func(unit int) (span.Span, bool) // in JSON Lines: the line of a unit; else nil
	note   string                           // what findings about the whole add: which file is missing
	broken []waiverTrouble
}

// waiverTrouble is a comment that was to be a waiver, and is none.
type waiverTrouble struct {
	place   report.Place
	message string
}

// bitextEndings are the files that a directory is searched for.
var bitextEndings = []string{".jsonl", ".ndjson", ".tmx", ".csv", ".tsv", ".tab"}

// checkJobs turns the arguments into what is to be checked: with --pair the
// Chinese and the English file in turn; files, directories, and what patterns
// of duizhao.yaml name otherwise. Nothing is named twice.
func checkJobs(args []string, paired bool, pairs pairList) ([]checkJob, error) {
	var jobs []checkJob
	switch {
	case paired:
		for i := 0; i+1 < len(args); i += 2 {
			jobs = append(jobs, checkJob{pair: filePair{zh: args[i], en: args[i+1]}})
		}
		return jobs, nil
	case len(args) == 0 && len(pairs) == 0:
		return nil, withHint(errors.New("check takes at least one bitext or directory"),
			"duizhao check article.jsonl; duizhao check --pair ZH EN; or name pairs in duizhao.yaml")
	case len(args) == 0:
		found, err := pairs.all("")
		if err == nil && len(found) == 0 {
			err = withHint(errors.New("no file fits the pairs of duizhao.yaml"), "their paths are relative to the directory of duizhao.yaml")
		}
		return pairJobs(found), err
	}
	seen := map[checkJob]bool{}
	for _, arg := range args {
		found, err := jobsOf(arg, pairs)
		if err != nil {
			return nil, err
		}
		for _, j := range found {
			if !seen[j] {
				seen[j] = true
				jobs = append(jobs, j)
			}
		}
	}
	return jobs, nil
}

func pairJobs(pairs []filePair) []checkJob {
	jobs := make([]checkJob, len(pairs))
	for i, p := range pairs {
		jobs[i] = checkJob{pair: p}
	}
	return jobs
}

// jobsOf is what one argument names.
func jobsOf(arg string, pairs pairList) ([]checkJob, error) {
	if pair, ok := pairs.of(arg); ok && arg != stdinName {
		if pair.missing != "" && !fileExists(arg) {
			return nil, readError(fmt.Errorf("read %s: %w", arg, os.ErrNotExist))
		}
		return pairJobs([]filePair{pair}), nil
	}
	info, err := os.Stat(arg)
	if arg == stdinName || err != nil || !info.IsDir() {
		return []checkJob{{bitext: arg}}, nil // a missing file is reported when it is read
	}
	found, err := pairs.all(arg)
	if err != nil {
		return nil, err
	}
	jobs := pairJobs(found)
	files, err := filesBelow(arg)
	if err != nil {
		return nil, err
	}
	for _, path := range files {
		_, known := pairs.of(path)
		if !known && slices.Contains(bitextEndings, strings.ToLower(filepath.Ext(path))) {
			jobs = append(jobs, checkJob{bitext: path})
		}
	}
	if len(jobs) == 0 {
		return nil, withHint(fmt.Errorf("no bitext in directory %s", arg),
			"bitexts end in "+strings.Join(bitextEndings, ", ")+"; pairs of files are named under pairs in duizhao.yaml")
	}
	return jobs, nil
}

// loader reads what is to be checked.
type loader struct {
	u        *ui
	glossary *glossary.Glossary
}

// open opens a file, or standard input.
func (l *loader) open(path string) (io.ReadCloser, error) {
	if path == stdinName {
		return io.NopCloser(l.u.in), nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, readError(fmt.Errorf("read %s: %w", path, pathCause(err)))
	}
	return file, nil
}

// load reads documents on all processors, in order.
func (l *loader) load(ctx context.Context, jobs []checkJob) ([]*checked, error) {
	docs := make([][]*checked, len(jobs))
	failed := make([]error, len(jobs))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		workers.Go(func() {
			for i := range next {
				if j := jobs[i]; j.bitext != "" {
					docs[i], failed[i] = l.loadBitext(ctx, j.bitext)
				} else {
					docs[i], failed[i] = l.loadPair(ctx, j.pair)
				}
			}
		})
	}
	for i := range jobs {
		if ctx.Err() == nil {
			next <- i
		}
	}
	close(next)
	workers.Wait()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	for _, err := range failed {
		if err != nil {
			return nil, err
		}
	}
	return slices.Concat(docs...), nil
}

// loadBitext reads all documents of a bitext.
func (l *loader) loadBitext(ctx context.Context, path string) ([]*checked, error) {
	in, err := l.open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close() // read only
	data, err := io.ReadAll(interruptible(ctx, in))
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", inputName(path), pathCause(err))
	}
	docs, err := bitext.ReadAll(bytes.NewReader(data))
	if err != nil {
		return nil, withHint(fmt.Errorf("read bitext %s: %w", inputName(path), err), notABitext(path))
	}
	shown := path
	if path == stdinName {
		shown = "stdin"
	}
	file := newTextFile(shown, string(data))
	return bitextSides(file, docs), nil
}

// notABitext says what else may have been meant.
func notABitext(path string) string {
	if slices.Contains(articleEndings, strings.ToLower(filepath.Ext(path))) {
		return "to check two files against each other: duizhao check --pair ZH EN, or name them under pairs in duizhao.yaml"
	}
	return `a bitext is JSON Lines, one {"zh": …, "en": …} a line, TMX, or a table with a Chinese and an English column`
}

// bitextSides gives the documents of a file their places in it.
func bitextSides(file *textFile, docs []*bitext.Document) []*checked {
	var out []*checked
	first := strings.TrimLeft(strings.TrimPrefix(file.text, "\uFEFF"), " \t\r\n")
	lines := sync.OnceValue(func() [][]span.Span { return unitLines(file, docs) })
	for k, d := range docs {
		c := &checked{Input: check.Input{Document: d}, units: d.Units(), path: file.path}
		if d.Source.Path == "" {
			d.Source.Path = file.path
		}
		if strings.HasPrefix(first, "{") {
			c.record = func(unit int) (span.Span, bool) {
				if unit >= len(lines()[k]) {
					return span.Span{}, false
				}
				return lines()[k][unit], true
			}
			c.zh, c.en = recordSide(file, c.record, "zh"), recordSide(file, c.record, "en")
		} else {
			c.zh, c.en = foundSides(file, c.units, strings.HasPrefix(first, "<"))
		}
		out = append(out, c)
	}
	return out
}

// loadPair reads and aligns two files.
func (l *loader) loadPair(ctx context.Context, p filePair) ([]*checked, error) {
	if p.missing != "" {
		return []*checked{halfPair(p)}, nil
	}
	zh, err := l.readSide(ctx, p.zh, align.ReadChinese)
	if err != nil {
		return nil, err
	}
	en, err := l.readSide(ctx, p.en, align.ReadEnglish)
	if err != nil {
		return nil, err
	}
	pairing, err := align.Pair(zh, en, align.Options{Glossary: l.glossary})
	if err != nil {
		return nil, err
	}
	c := &checked{Input: check.Input{Document: pairing.Document}, units: pairing.Document.Units(), path: sourcePath(p.en)}
	c.Facts, c.alone = factsOf(zh, en, pairing)
	c.Context = glossary.Context{House: cmp.Or(en.Front.House, zh.Front.House), Genre: cmp.Or(en.Front.Genre, zh.Front.Genre)}
	if date := cmp.Or(zh.Front.Date, en.Front.Date); date != "" {
		c.Document.Source.Published = date
	}
	c.zh = chineseSide(newTextFile(p.zh, zh.Article.Source.Text), c.units)
	c.en = englishSide(newTextFile(p.en, en.Article.Source.Text), pairing)
	for i, s := range []*side{c.zh, c.en} {
		waivers, bad := check.ParseWaivers(s.file.text)
		c.Waivers[i] = waivers
		for _, b := range bad {
			c.broken = append(c.broken, waiverTrouble{s.file.place(b.Span), b.Message})
		}
	}
	return []*checked{c}, nil
}

// readSide reads one file of a pair.
func (l *loader) readSide(ctx context.Context, path string, read func(io.Reader, string) (*align.Side, error)) (*align.Side, error) {
	file, err := l.open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() // read only
	s, err := read(interruptible(ctx, file), sourcePath(path))
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err != nil:
		return nil, readError(fmt.Errorf("read %s: %w", path, pathCause(err)))
	}
	return s, nil
}

// halfPair is a pair of which one file is missing.
func halfPair(p filePair) *checked {
	there, gone, lang := p.zh, p.en, "zh"
	if p.missing == "zh" {
		there, gone, lang = p.en, p.zh, "en"
	}
	d := &bitext.Document{Source: bitext.Source{Path: sourcePath(there)}}
	return &checked{
		Input: check.Input{Document: d, Facts: check.Facts{Unpaired: []check.Unpaired{{Unit: -1, Lang: lang}}}},
		path:  sourcePath(there), note: sourcePath(gone) + " is missing",
	}
}
