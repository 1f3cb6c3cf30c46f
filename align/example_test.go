package align_test

import (
	"fmt"
	"strings"

	"duizhao/align"
)

const exampleZh = `# 县城绿化行动方案

## 一、目标

到2027年，全县新增林地3000亩。各乡镇每年植树两次，由林业局负责验收。

## 二、保障

设立专项资金200万元。
`

const exampleEn = `---
duizhao-source: sha256:0000
---
# Action Plan for Greening the County

## I. Goals

By 2027, the county will add 3,000 mu of forest. Every township will plant trees twice a year. The forestry bureau is responsible for acceptance.

## II. Support

A special fund of 2 million yuan will be set up.
`

func ExamplePair() {
	zh, err := align.ReadChinese(strings.NewReader(exampleZh), "zh.md")
	if err != nil {
		fmt.Println(err)
		return
	}
	en, err := align.ReadEnglish(strings.NewReader(exampleEn), "en.md")
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := align.Pair(zh, en, align.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for k, u := range p.Document.Units() {
		fmt.Printf("%s | %s | bytes %d to %d\n", u.Zh, u.En, p.Targets[k].Span.Start, p.Targets[k].Span.End)
	}
	fmt.Println(align.Fresh(en.Front.Source, zh) == align.Stale)
	// Output:
	// 县城绿化行动方案 | Action Plan for Greening the County | bytes 38 to 73
	// 一、目标 | I. Goals | bytes 78 to 86
	// 到2027年，全县新增林地3000亩。 | By 2027, the county will add 3,000 mu of forest. | bytes 88 to 136
	// 各乡镇每年植树两次，由林业局负责验收。 | Every township will plant trees twice a year. The forestry bureau is responsible for acceptance. | bytes 137 to 233
	// 二、保障 | II. Support | bytes 238 to 249
	// 设立专项资金200万元。 | A special fund of 2 million yuan will be set up. | bytes 251 to 299
	// true
}

func ExampleCompare() {
	zh, err := align.ReadChinese(strings.NewReader(exampleZh), "zh.md")
	if err != nil {
		fmt.Println(err)
		return
	}
	en, err := align.ReadEnglish(strings.NewReader("# Action Plan\n\n## I. Goals\n\nSee [the notice](n.md).\n"), "en.md")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range align.Compare(zh.Structure(), en.Structure()) {
		fmt.Println(d.Part, d.Level, d.Zh, d.En)
	}
	// Output:
	// headings 2 2 1
	// links 0 0 1
}
