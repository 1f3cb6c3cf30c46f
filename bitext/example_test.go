package bitext_test

import (
	"fmt"
	"os"
	"strings"

	"duizhao/article"
	"duizhao/bitext"
)

// An article becomes a document with one unit a segment; somebody fills in
// the English, and any format can be written.
func Example() {
	a, err := article.Read(strings.NewReader("推进碳达峰\n\n各地要控制排放。"), article.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := bitext.FromArticle(a)
	for i, en := range []string{"Advancing Carbon Peaking", "All localities should control emissions."} {
		doc.Units()[i].En = en
	}
	if err := bitext.Write(os.Stdout, bitext.Text, bitext.Options{}, doc); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 推进碳达峰
	// Advancing Carbon Peaking
	//
	// 各地要控制排放。
	// All localities should control emissions.
}

// A reader takes the short form as well: one pair a line.
func ExampleReader_Read() {
	r := bitext.NewReader(strings.NewReader(`{"zh":"碳达峰","en":"carbon peaking"}`))
	doc, err := r.Read()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, u := range doc.Units() {
		fmt.Println(u.ID, u.Zh, "=", u.En)
	}
	// Output: fc93a44e 碳达峰 = carbon peaking
}
