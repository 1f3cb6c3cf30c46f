package number

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestScratchCorpora(t *testing.T) {
	name := os.Getenv("CORPUS")
	if name == "" {
		t.Skip()
	}
	zh, err := os.ReadFile("/work/shared/dev/corpora/flores-dev.zh")
	if err != nil {
		t.Skip(err)
	}
	en, _ := os.ReadFile("/work/shared/dev/corpora/flores-dev" + name)
	a, b := strings.Split(string(zh), "\n"), strings.Split(string(en), "\n")
	n := map[string]int{}
	units := 0
	for i := range a {
		found := Compare(FindChinese(a[i]), FindEnglish(b[i]))
		grave := false
		for _, d := range found {
			n[d.Kind.String()]++
			grave = grave || d.Kind < Rounded
		}
		if grave {
			units++
		}
		if len(found) > 0 && (grave || os.Getenv("ALL") != "") {
			fmt.Printf("%d\n%s\n%s\n   >> %s\n", i+1, a[i], b[i], tell(found, judged{zh: a[i], en: b[i]}))
		}
	}
	fmt.Println(len(a), units, n)
}
