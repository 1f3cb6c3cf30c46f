package article

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// fragments are what the texts of the mixtures are made of: everything that a
// step looks for, whole and in pieces.
var fragments = strings.Split(`首頁(yè)|會(huì)議(yì)|當(dāng)?shù)貢r(shí)間|?shù)亍?|(dāng)|（見附件2）|(CO2)|縣(區)|。|！|？|?|……|”|“|‘|’|」|「|《|》|（|）|(|)|"|；|;|，|：|、|.|3.5%|No.5|https://example.gov.cn/a?b=1|www.example.com
||   |　　|	|本+文`+"`"+`内.容-来*自^网|t a np ai fan g . c om|来源：|发布时间：|2023-05-18 17:48|作者：李明|国发〔2021〕23号|第136号|首页 > 要闻|登录|【打印】|责任编辑：张晓|（责任编辑：张晓）|版权所有|ICP备15000000号|相关阅读|附件：1.方案|联系人：王芳|一、|（一）|1.|①|第一条　|各地要认真落实|推动绿色低碳发展|碳达峰碳中和|生态环境部|`+"\u200b|\ufeff|\u00a0|\ue5e5|\ufffd|\r\n|\n\n|<p>|</p>|&nbsp;|<b>|</b>|**|# |- |[a](b)|<td>|\x01", "|")

// TestLawsOnMixtures tests law 1 on random mixtures, in every format and with
// every option.
func TestLawsOnMixtures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 1, 60).Draw(t, "text"), "")
		o := Options{
			Encoding:       "utf-8",
			Format:         rapid.SampledFrom([]Format{FormatText, FormatMarkdown, FormatHTML}).Draw(t, "format"),
			SplitSemicolon: rapid.Bool().Draw(t, "semicolon"),
			MaxRunes:       rapid.SampledFrom([]int{0, 1, 10, 100}).Draw(t, "maxRunes"),
			Keep:           rapid.SampledFrom([][]string{nil, {stepBoilerplate}, {stepLayout, stepMarkup}, Steps()}).Draw(t, "keep"),
		}
		a, err := Read(strings.NewReader(text), o)
		if err != nil {
			return
		}
		checkLaws(t, a)
	})
}
