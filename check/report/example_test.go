package report_test

import (
	"fmt"
	"os"

	"duizhao/bitext"
	"duizhao/check/report"
	"duizhao/lang/span"
)

func Example() {
	r := &report.Report{Units: 1, Files: []string{"plan.en.md"}, Findings: []report.Finding{{
		Rule: "number-mismatch", Severity: bitext.Error, Message: "90亿元 is 9 billion yuan, not 9 million yuan",
		Zh: "投资90亿元。", En: "Invest 9 million yuan.",
		Source: &span.Span{Start: 2, End: 6}, Target: &span.Span{Start: 7, End: 21},
		Ens: report.Place{Path: "plan.en.md", Line: 4, Column: 8, EndLine: 4, EndColumn: 22},
	}}}
	if err := report.New(report.TextFormat, os.Stdout).Report(r); err != nil {
		fmt.Println(err)
	}
	// Output:
	// plan.en.md:4:8: error number-mismatch: 90亿元 is 9 billion yuan, not 9 million yuan
	//     zh  投资90亿元。
	//             ^^^^^^
	//     en  Invest 9 million yuan.
	//                ^^^^^^^^^^^^^^
	//
	//      1  number-mismatch
	// 1 error in 1 unit of 1 file
}
