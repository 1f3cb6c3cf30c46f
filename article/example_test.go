package article_test

import (
	"fmt"
	"strings"

	"duizhao/article"
)

// A scraped page as people get it: readings in the text, a watermark between
// two paragraphs, the site's footer behind them.
func Example() {
	const page = `首頁(yè) > 新聞(wén)
環(huán)境保護(hù)會(huì)議(yì)召開(kāi)
來(lái)源:云澤日報(bào) 2024-03-21

會(huì)議(yì)指出,要積極應(yīng)對(duì)氣候變化。各地要落實(shí)責(zé)任。
本*文+內(nèi)` + "`" + `容-來(lái).自:云^澤~網(wǎng) y un z e . c om
Copyright 2024 All Rights Reserved
`
	a, err := article.Read(strings.NewReader(page), article.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Value(article.FieldPublisher), a.Value(article.FieldPublished))
	for _, b := range a.Blocks {
		for _, s := range b.Segments {
			fmt.Println(s.At, s.Text)
		}
	}
	for _, r := range a.Removed {
		fmt.Printf("removed: %s (%s)\n", r.Reason, r.Step)
	}
	// Output:
	// 云澤日報 2024-03-21
	// title.s1 環境保護會議召開
	// p1.s1 會議指出,要積極應對氣候變化。
	// p1.s2 各地要落實責任。
	// removed: breadcrumb (boilerplate)
	// removed: broken-up site name (watermark)
	// removed: copyright notice (boilerplate)
}
