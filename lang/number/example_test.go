package number_test

import (
	"fmt"

	"duizhao/lang/number"
)

func ExampleFindChinese() {
	text := "到2025年，新增造林约300万亩，比“十三五”末提高1.5个百分点"
	for _, v := range number.FindChinese(text) {
		fmt.Printf("%s: %s\n", string([]rune(text)[v.Span.Start:v.Span.End]), v.English())
	}
	// Output:
	// 2025年: 2025
	// 约300万亩: about 3 million mu
	// 1.5个百分点: 1.5 percentage points
}
