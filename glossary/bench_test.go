package glossary

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"duizhao/lang/lexicon"
)

// benchTerms makes a glossary file of n terms out of real ones and their
// combinations, by a fixed seed.
func benchTerms(n int) string {
	stems := strings.Fields("碳 能源 生态 环境 发展 改革 国家 全国 人民 经济 市场 安全 绿色 低碳 减排 排放 交易 治理 保护 污染 防治 水 大气 土壤 农业 农村 工业 科技 创新 教育 文化 卫生 金融 财政 税收 投资 贸易 开放 区域 城市 乡村 建设 规划 制度 机制 体系 标准 监测 评估 目标 行动 方案 政策 法律 法规 监督 管理 服务 公共 社会 保障 就业 消费 产业 企业 资源 节约 循环 利用 气候 变化 适应 减缓 国际 合作 交流 协定 公约")
	r := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	b.WriteString("version: 1\nterms:\n")
	seen := make(map[string]bool)
	for len(seen) < n {
		var zh string
		for range 2 + r.IntN(3) {
			zh += stems[r.IntN(len(stems))]
		}
		if !seen[zh] {
			seen[zh] = true
			fmt.Fprintf(&b, "  - {zh: %s, en: term number %d of carbon peaking, also: [carbon markets %d]}\n", zh, len(seen), len(seen))
		}
	}
	return b.String()
}

// benchText is policy prose of some 100 KB that holds terms.
func benchText() string {
	const paragraph = "为深入贯彻落实党中央、国务院关于碳达峰碳中和的重大战略决策，扎实推进能源绿色低碳转型，各地区各有关部门要加强组织领导，" +
		"完善监督管理机制，推动产业结构优化升级。到2025年，非化石能源消费比重达到20%左右，单位国内生产总值能源消耗比2020年下降13.5%。" +
		"有关企业应当按照规定报送排放数据，不得虚报、瞒报。人民群众的获得感、幸福感、安全感持续增强，国际合作与交流不断深化。"
	return strings.Repeat(paragraph, 250)
}

func BenchmarkScan10000(b *testing.B) {
	g := New(mustParse(b, benchTerms(10000)))
	text := benchText()
	var w workspace
	w.read(&g.trie, text)
	w.hits = g.trie.scan(w.hits[:0], w.codes)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		w.read(&g.trie, text)
		w.hits = g.trie.scan(w.hits[:0], w.codes)
	}
}

func BenchmarkMatch(b *testing.B) {
	data, err := os.ReadFile("testdata/match.yaml")
	if err != nil {
		b.Fatal(err)
	}
	for _, bench := range []struct {
		name string
		yaml string
		c    Context
	}{
		{"small", string(data), Context{}},
		{"10000", benchTerms(10000), Context{}},
		{"small-borders", string(data), Context{Borders: lexicon.Borders()}},
		{"10000-borders", benchTerms(10000), Context{Borders: lexicon.Borders()}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			g := New(mustParse(b, bench.yaml))
			text := benchText()
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				g.Match(text, bench.c)
			}
		})
	}
}

func BenchmarkLoadBuiltIn(b *testing.B) {
	data, err := os.ReadFile("../glossary.yaml")
	if err != nil {
		b.Fatal(err)
	}
	f := benchFile(b, data)
	b.Run("parse", func(b *testing.B) {
		for b.Loop() {
			benchFile(b, data)
		}
	})
	compiled, err := f.MarshalBinary()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("compiled", func(b *testing.B) {
		b.SetBytes(int64(len(compiled)))
		for b.Loop() {
			var f File
			if err := f.UnmarshalBinary(compiled); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			New(f)
		}
	})
}

func BenchmarkParse10000(b *testing.B) {
	data := []byte(benchTerms(10000))
	for b.Loop() {
		New(benchFile(b, data))
	}
}

func benchFile(b *testing.B, data []byte) *File {
	f, ds := Parse("bench.yaml", data)
	if HasErrors(ds) {
		b.Fatal(ds)
	}
	return f
}

func BenchmarkRecognise(b *testing.B) {
	g := readGlossary(b, "testdata/recognise.yaml")
	const zh = "国务院提出推进碳达峰碳中和，完善碳市场，坚持高质量发展，生态环境部负责落实。"
	const en = "The State Council calls for advancing carbon peaking and carbon neutrality, improving the carbon markets and pursuing " +
		"high-quality development, and the Ministry of Ecology and Environment is responsible for putting it into practice."
	ms := g.Match(zh, Context{})
	b.Run(fmt.Sprintf("terms-%d", len(ms)), func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			g.Recognise(en, zh, ms, Context{})
		}
	})
	b.Run("none", func(b *testing.B) {
		for b.Loop() {
			g.Recognise(en, zh, nil, Context{})
		}
	})
	b.Run("missing", func(b *testing.B) {
		for b.Loop() {
			g.Recognise("This sentence meets none of the terms that the Chinese text has in it, but is about as long as the other one was, give or take a few words.", zh, ms, Context{})
		}
	})
}
