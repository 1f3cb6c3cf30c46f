package english_test

import (
	"fmt"

	"duizhao/lang/english"
)

func ExampleSameLemma() {
	fmt.Println(english.SameLemma("peaked", "peaking"))
	fmt.Println(english.SameLemma("government", "governance"))
	// Output:
	// true
	// false
}

func ExampleGerund() {
	fmt.Println(english.Gerund("peak carbon emissions and achieve carbon neutrality"))
	// Output: peaking carbon emissions and achieving carbon neutrality
}

func ExamplePlural() {
	fmt.Println(english.Plural("Ministry of Ecology and Environment"))
	fmt.Println(english.Plural("carbon emissions trading market"))
	// Output:
	// Ministries of Ecology and Environment
	// carbon emissions trading markets
}

func ExampleArticle() {
	for _, next := range []string{"NDRC notice", "UN body", "hour", "one-off payment"} {
		fmt.Println(english.Article(next), next)
	}
	// Output:
	// an NDRC notice
	// a UN body
	// an hour
	// a one-off payment
}
