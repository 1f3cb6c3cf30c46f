package translate_test

import (
	"testing"

	"duizhao/translate"
)

// BenchmarkRun measures what the program itself takes for a unit: matching,
// verification, names, receipts. The engine costs nothing.
func BenchmarkRun(b *testing.B) {
	zh := sentences(1000)
	g := loadTerms(b)
	for b.Loop() {
		if _, err := translate.Run(b.Context(), document(zh...), translate.Options{Engine: alwaysGood, Glossary: g, Concurrency: 2}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(zh)*b.N)/b.Elapsed().Seconds(), "units/s")
}
