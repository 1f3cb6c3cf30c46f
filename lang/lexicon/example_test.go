package lexicon_test

import (
	"fmt"

	"duizhao/lang/lexicon"
)

func ExampleLexicon_Lookup() {
	table := "推动\tv\tadvance\thas=改革\n推动\tv\tpromote\n"
	words, err := lexicon.Parse("words.tsv", []byte(table))
	if err != nil {
		fmt.Println(err)
		return
	}
	entry, ok := words.Lookup("推動")
	fmt.Println(ok, entry.Zh)
	for _, s := range entry.Senses {
		fmt.Println(s.POS, s.En, s.When)
	}
	// Output:
	// true 推动
	// v [advance] [{has false [改革]}]
	// v [promote] []
}

func ExampleParse_errors() {
	_, err := lexicon.Parse("words.tsv", []byte("企业\tn\tenterprise\n"))
	fmt.Println(err)
	// Output:
	// read lexicon words.tsv: line 1: a noun has exactly one of the flags c, u, the, p, name
}
