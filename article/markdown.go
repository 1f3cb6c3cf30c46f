package article

// unwrapMarkdown cuts a Markdown text into its blocks.
func unwrapMarkdown(text string) ([]line, []Field) { return unwrapText(text), nil }
