package article

// unwrapHTML cuts a page into its blocks.
func unwrapHTML(text string) ([]line, []Field) { return unwrapText(text), nil }
