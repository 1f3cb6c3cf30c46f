package draft_test

import (
	"context"
	"fmt"

	"duizhao/translate"
	"duizhao/translate/draft"
)

func ExampleEngine() {
	answer, err := draft.New().Translate(context.Background(), translate.Request{
		Terms: []translate.TermPair{{Zh: "碳达峰", En: "carbon peaking"}},
		Units: []translate.Unit{{
			ID:    1,
			Zh:    "我国将如期实现2030年前碳达峰目标。",
			Terms: []translate.TermUse{{Term: 0, Start: 13, End: 16}},
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(answer.Units[0].Echo)
	fmt.Println(answer.Units[0].En)
	// Output:
	// 我国将如期实
	// China will achieve carbon peaking goals before 2030 on schedule.
}
