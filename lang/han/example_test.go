package han_test

import (
	"fmt"
	"maps"

	"duizhao/lang/han"
	"duizhao/lang/span"
)

func ExampleKey() {
	fmt.Println(han.Key("「碳達峰、\n碳中和」") == han.Key("碳达峰、碳中和"))
	// Output: true
}

func ExampleFold() {
	fmt.Printf("%c %c %c", han.Fold('國'), han.Fold('Ａ'), han.Fold('幹'))
	// Output: 国 a 干
}

func ExampleSimplify() {
	fmt.Println(han.Simplify("憑藉市場機制，推動綠色發展"))
	// Output: 凭借市场机制，推动绿色发展
}

func ExampleIsReading() {
	fmt.Println(han.IsReading('態', "tài"), han.IsReading('态', "tai4"), han.IsReading('县', "区"))
	// Output: true true false
}

func ExampleName() {
	fmt.Println(han.Name("单霁翔"))
	fmt.Println(han.Name("李西安"))
	fmt.Println(han.Name("卢拉"))
	// Output:
	// Shan Jixiang true
	// Li Xi'an true
	//  false
}

func ExamplePinyin() {
	fmt.Println(han.Pinyin("石家庄"), han.Pinyin("西安"), han.Pinyin("哈尔滨"))
	// Output: Shijiazhuang Xi'an Harbin
}

func ExampleBorders_Judge() {
	b := han.NewBorders(maps.All(map[string]int{
		"客人": 3400, "大多": 9900, "人大": 13000, "客": 5000, "多": 99000, "全国": 48000, "常委会": 6000, "人大常委会": 2500, "的": 320000,
	}))
	term := span.Span{Start: 1, End: 3}
	fmt.Println(b.Judge([]rune("客人大多"), term).Kind)
	term = span.Span{Start: 2, End: 4}
	fmt.Println(b.Judge([]rune("全国人大常委会"), term).Kind)
	// Output:
	// crossed
	// clear
}
