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

func ExampleCompare() {
	zh := "投资90亿元，约三成来自企业，占比提高5个百分点。"
	en := "Of an investment of 9,000 million yuan, 30 percent came from companies, a share 5 percent higher."
	runes := []rune(zh)
	for _, d := range number.Compare(number.FindChinese(zh), number.FindEnglish(en)) {
		fmt.Println(d.Kind, string(runes[d.Zh.Span.Start:d.Zh.Span.End]), "~", en[d.En.Span.Start:d.En.Span.End])
	}
	// Output:
	// hedge-lost 约三成 ~ 30 percent
	// other-unit 5个百分点 ~ 5 percent
}
