package han

import (
	"strings"
	"testing"
	"unicode"
)

func TestName(t *testing.T) {
	for zh, want := range map[string]string{
		"孙金龙": "Sun Jinlong", "孫金龍": "Sun Jinlong", "黄润秋": "Huang Runqiu", "习近平": "Xi Jinping", "李强": "Li Qiang", "王毅": "Wang Yi",
		"欧阳修": "Ouyang Xiu", "歐陽自遠": "Ouyang Ziyuan", "司马光": "Sima Guang", "诸葛亮": "Zhuge Liang", "上官婉儿": "Shangguan Wan'er", "尉迟恭": "Yuchi Gong", "长孙无忌": "Zhangsun Wuji", "皇甫平": "Huangfu Ping",
		"单霁翔": "Shan Jixiang", "解振华": "Xie Zhenhua", "曾培炎": "Zeng Peiyan", "仇保兴": "Qiu Baoxing", "查培新": "Zha Peixin", "区新明": "Ou Xinming", "任正非": "Ren Zhengfei", "华罗庚": "Hua Luogeng", "盖建民": "Ge Jianmin", "朴成浩": "Piao Chenghao", "覃志刚": "Qin Zhigang", "乐黛云": "Yue Daiyun", "尹力": "Yin Li", "应勇": "Ying Yong",
		"李西安": "Li Xi'an", "王建安": "Wang Jian'an", "陈爱莲": "Chen Ailian", "吕小丽": "Lyu Xiaoli", "呂梁": "Lyu Liang", "李女": "Li Nyu", "张国强": "Zhang Guoqiang", "王长江": "Wang Changjiang", "马重阳": "Ma Chongyang", "张乐行": "Zhang Lexing", "李乾": "Li Qian", "汪洋": "Wang Yang", "沈跃跃": "Shen Yueyue", "郝明金": "Hao Mingjin", "丁仲礼": "Ding Zhongli", "蓝佛安": "Lan Fo'an", "郑栅洁": "Zheng Shanjie", "谌贻琴": "Shen Yiqin", "諶貽琴": "Shen Yiqin", "乐玉成": "Le Yucheng", "翁孟勇": "Weng Mengyong", "钟南山": "Zhong Nanshan", "鍾南山": "Zhong Nanshan", "范長江": "Fan Changjiang", "葉劍英": "Ye Jianying", "賈樟柯": "Jia Zhangke",
	} {
		if got, ok := Name(zh); got != want || !ok {
			t.Errorf("Name(%s) = %q, %v, want %q", zh, got, ok, want)
		}
	}
}

func TestNoName(t *testing.T) {
	for _, zh := range []string{
		"", "李", "欧阳", "英格·安德森", "安德森", "卢拉", "莫迪", "盖茨", "马克龙", "马斯克", "金正恩", "潘基文", "李显龙", "李家超", "马英九", "石破茂", "安南", "古特雷斯", "米歇尔", "王小明华", "生态环境部", "我们", "李的", "马上了", "Li", "李A", "李 明", "林郑月娥", "洛桑", "ABC", "\xff李明", "布什",
	} {
		if got, ok := Name(zh); ok {
			t.Errorf("Name(%s) = %q", zh, got)
		}
	}
}

func TestSurnameLen(t *testing.T) {
	for zh, want := range map[string]int{"": 0, "李明": 1, "欧阳修": 2, "歐陽修": 2, "欧某": 1, "碳达峰": 0, "司马": 2, "A": 0} {
		if got := SurnameLen(zh); got != want {
			t.Errorf("SurnameLen(%s) = %d, want %d", zh, got, want)
		}
	}
}

// A surname is spelt in one of its character's readings, but for those whose
// reading as a surname the table of readings does not have.
func TestSurnamesAreReadings(t *testing.T) {
	n := 0
	for line := range entries(surnameLines) {
		spelling, runes, _ := strings.Cut(line, " ")
		for _, r := range runes {
			n++
			if !IsReading(r, strings.Replace(strings.ToLower(spelling), "lyu", "lü", 1)) {
				t.Errorf("%c is not read %s", r, spelling)
			}
		}
	}
	if n < 500 {
		t.Errorf("only %d surnames", n)
	}
	for line := range entries(givenLines) {
		zh, reading, _ := strings.Cut(line, " ")
		if r := []rune(zh); len(r) != 1 || !IsReading(r[0], reading) {
			t.Errorf("%s is not read %s", zh, reading)
		}
	}
}

func TestPlacesAreReadings(t *testing.T) {
	for line := range entries(placeLines) {
		zh, en, _ := strings.Cut(line, " ")
		if unicode.IsUpper(rune(en[0])) {
			continue
		}
		syllables := strings.Fields(en)
		for i, r := range []rune(zh) {
			if r == '乐' && syllables[i] == "lao" {
				continue // a reading in names of places alone, which the table lacks
			}
			if i >= len(syllables) || !IsReading(r, syllables[i]) {
				t.Errorf("%s is not read %s", zh, en)
				break
			}
		}
	}
}

func TestPinyin(t *testing.T) {
	for zh, want := range map[string]string{
		"石家庄": "Shijiazhuang", "石家莊": "Shijiazhuang", "西安": "Xi'an", "延安": "Yan'an", "天安门": "Tian'anmen", "六安": "Lu'an", "吕梁": "Lüliang", "绿春": "Lüchun", "哈尔滨": "Harbin", "陕西": "Shaanxi", "山西": "Shanxi", "呼和浩特": "Hohhot", "重庆": "Chongqing", "重慶": "Chongqing", "厦门": "Xiamen", "番禺": "Panyu", "蚌埠": "Bengbu", "亳州": "Bozhou", "乐清": "Yueqing", "长春": "Changchun", "成都": "Chengdu", "深圳": "Shenzhen", "雄安": "Xiong'an", "大埔": "Dabu", "东莞": "Dongguan", "都江堰": "Dujiangyan", "昆明": "Kunming", "南宁": "Nanning", "保定": "Baoding", "衡水": "Hengshui", "张家口": "Zhangjiakou", "秦皇岛": "Qinhuangdao", "海南": "Hainan", "三亚": "Sanya", "西双版纳": "Xishuangbanna", "福建": "Fujian", "朝阳": "Chaoyang", "行唐": "Xingtang", "宁夏": "Ningxia", "青海": "Qinghai", "台湾": "Taiwan", "单县": "Shanxian", "": "", "A区": "Aqu",
	} {
		if got := Pinyin(zh); got != want {
			t.Errorf("Pinyin(%s) = %q, want %q", zh, got, want)
		}
	}
}

func FuzzName(f *testing.F) {
	for _, s := range []string{"孙金龙", "欧阳修", "吕西安", "安德森", "李\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, zh string) {
		en, ok := Name(zh)
		if !ok {
			if en != "" {
				t.Errorf("Name(%q) = %q, false", zh, en)
			}
			return
		}
		surname, given, _ := strings.Cut(en, " ")
		for _, part := range []string{surname, given} {
			if part == "" || !unicode.IsUpper(rune(part[0])) || strings.ContainsFunc(part, func(r rune) bool { return r > 'z' }) {
				t.Errorf("Name(%q) = %q", zh, en)
			}
		}
	})
}
