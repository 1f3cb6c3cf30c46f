package span_test

import (
	"fmt"

	"duizhao/lang/span"
)

// A scraper wrote the reading of a character into the text; the edit that
// takes it out also leads every place back to where it stood.
func ExampleReplay() {
	source := "保护生態(tài)环境。"
	in := span.Span{Start: 0, End: len(source)}
	edits := []span.Edit{{At: 4, Src: span.Span{Start: 12, End: 18}}}

	text, err := span.Replay(source, in, edits)
	if err != nil {
		fmt.Println(err)
		return
	}
	back := span.ToSource(source, in, edits, span.Span{Start: 2, End: 6})
	fmt.Println(text, source[back.Start:back.End])
	// Output: 保护生態环境。 生態(tài)环境
}
