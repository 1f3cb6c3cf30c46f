package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"duizhao/article"
	"duizhao/bitext"
)

type segmentOptions struct {
	readFlags
	file        string
	format      string
	output      string
	showRemoved bool
}

func newSegmentCmd(u *ui) *cobra.Command {
	o := &segmentOptions{}
	cmd := &cobra.Command{
		Use:   "segment FILE",
		Short: "Clean an article and show its segments",
		Long: `segment reads an article, cleans it and prints its segments, without
translating anything. FILE may be - for standard input.

With --show-removed it also prints everything that cleaning took away, by
which step and why: inside segments as well as between them.`,
		Example: `  duizhao segment article.txt
  duizhao segment --show-removed saved-page.html
  duizhao segment -f jsonl article.txt | jq -r 'select(.kind == "unit").zh'`,
		Args: exactlyOneFile,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.file = args[0]
			return runSegment(cmd.Context(), u, *o)
		},
	}
	o.register(cmd)
	choiceFlag(cmd, &o.format, "format", "f", []string{"text", "jsonl"}, "text (place and Chinese of each segment) or jsonl (a bitext without English); default: by the ending of --output, else text")
	cmd.Flags().StringVarP(&o.output, "output", "o", stdinName, "write to this `FILE` (-: standard output)")
	cmd.Flags().BoolVar(&o.showRemoved, "show-removed", false, "show what was removed and repaired, and why")
	return cmd
}

// exactlyOneFile is the argument rule of commands that read one article.
func exactlyOneFile(cmd *cobra.Command, args []string) error {
	if len(args) != 1 {
		return withHint(fmt.Errorf("%s takes one file, have %d", cmd.Name(), len(args)), "duizhao "+strings.TrimSpace(commandWords(cmd))+" article.txt")
	}
	return nil
}

func runSegment(ctx context.Context, u *ui, o segmentOptions) error {
	if err := u.guardOutput(o.output, o.file); err != nil {
		return err
	}
	a, err := u.readArticle(ctx, o.file, o.readFlags)
	if err != nil {
		return err
	}
	byEnding, known := bitext.FormatOf(o.output)
	err = u.writeResult(ctx, o.output, func(w io.Writer) error {
		if o.format == "jsonl" || o.format == "" && known && byEnding == bitext.JSONL {
			doc := bitext.FromArticle(a)
			doc.Source.Path = sourcePath(o.file)
			return bitext.WriteJSONL(w, doc)
		}
		return printSegments(w, a, o.showRemoved)
	})
	if err != nil {
		return err
	}
	u.Say("%s", readSummary(a, o.keep))
	return nil
}

// printSegments prints one line a segment, and what was removed below them.
func printSegments(w io.Writer, a *article.Article, showRemoved bool) error {
	out := bufio.NewWriter(w)
	for _, b := range a.Blocks {
		for _, s := range b.Segments {
			fmt.Fprintf(out, "%s\t%s\n", s.At, printable(s.Text))
		}
	}
	if showRemoved {
		printFields(out, a)
		printSteps(out, a)
	}
	return out.Flush()
}

func printFields(out *bufio.Writer, a *article.Article) {
	if len(a.Meta) > 0 {
		fmt.Fprint(out, "\nmetadata\n")
	}
	for _, f := range a.Meta {
		fmt.Fprintf(out, "  %s\t%s\n", f.Name, snippet(cmp.Or(f.Value, a.Source.Text[f.Span.Start:f.Span.End])))
	}
}

// printSteps lists what each step did; stretches that stand between segments
// have a reason, those inside a segment are shown as they stood.
func printSteps(out *bufio.Writer, a *article.Article) {
	reasons := map[int]article.Removed{}
	for _, r := range a.Removed {
		reasons[r.Span.Start] = r
	}
	for _, step := range a.Steps {
		if step.Count == 0 {
			continue
		}
		fmt.Fprintf(out, "\n%s\t%d\n", step.Name, step.Count)
		for _, s := range step.Spans {
			text := a.Source.Text[s.Start:s.End]
			if r, ok := reasons[s.Start]; ok && r.Step == step.Name {
				fmt.Fprintf(out, "  %d-%d\t%s\t%s\n", s.Start, s.End, r.Reason, snippet(text))
			} else {
				fmt.Fprintf(out, "  %d-%d\t%s\n", s.Start, s.End, snippet(text))
			}
		}
	}
}

// snippet is a text on one line; where it is nothing but line breaks and
// blanks, they are shown.
func snippet(text string) string {
	if words := strings.Fields(text); len(words) > 0 {
		return printable(strings.Join(words, " "))
	}
	return strings.NewReplacer("\r\n", "⏎", "\n", "⏎", "\r", "⏎", "\t", "⇥", " ", "␣", "\u3000", "␣").Replace(text)
}

// readSummary says in one line what was read and what cleaning took out; the
// steps in keep took nothing.
func readSummary(a *article.Article, keep []string) string {
	kinds := []struct {
		kind      article.Kind
		one, many string
	}{
		{article.Title, "title", "titles"}, {article.Heading, "heading", "headings"},
		{article.Paragraph, "paragraph", "paragraphs"}, {article.ListItem, "list item", "list items"},
		{article.TableCell, "table cell", "table cells"},
	}
	count, segments, damaged := map[article.Kind]int{}, 0, 0
	for _, b := range a.Blocks {
		count[b.Kind]++
		segments += len(b.Segments)
		for _, s := range b.Segments {
			damaged += len(s.Damaged)
		}
	}
	parts := []string{a.Source.Encoding}
	for _, k := range kinds {
		if n := count[k.kind]; n > 0 {
			parts = append(parts, counted(n, k.one, k.many))
		}
	}
	parts = append(parts, counted(segments, "segment", "segments"))
	if damaged > 0 {
		parts = append(parts, counted(damaged, "damaged place", "damaged places"))
	}
	var steps []string
	for _, s := range a.Steps {
		if s.Count > 0 && s.Name != damagedStep && !slices.Contains(keep, s.Name) {
			steps = append(steps, fmt.Sprintf("%s %d", s.Name, s.Count))
		}
	}
	summary := strings.Join(parts, ", ")
	if len(steps) > 0 {
		summary += "; cleaned: " + strings.Join(steps, ", ")
	}
	return summary
}

// damagedStep finds damage; it takes nothing out.
const damagedStep = "damaged"

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
