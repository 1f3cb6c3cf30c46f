package command_test

import (
	"context"
	"fmt"

	"duizhao/translate"
	"duizhao/translate/command"
)

// Any program that answers a line with a line will do.
func ExampleNew() {
	words, err := command.Split(`sh -c 'while read line; do echo "{\"units\":[{\"id\":1,\"echo\":\"推进\",\"en\":\"Advance.\"}]}"; done'`)
	if err != nil {
		fmt.Println(err)
		return
	}
	e, err := command.New(command.Options{Command: words})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer e.Close()
	a, err := e.Translate(context.Background(), translate.Request{Units: []translate.Unit{{ID: 1, Zh: "推进"}}})
	fmt.Println(a.Units[0].En, err)
	// Output:
	// Advance. <nil>
}
