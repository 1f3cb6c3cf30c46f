// Command duizhao turns Chinese policy articles into aligned Chinese-English
// text and says for every official term whether it is met.
//
// This room alone knows flags, environment, paths, the terminal and exit
// codes. Start with [run]; each command is one file: options, constructor,
// run function. The work itself is done in the rooms below.
package main

import (
	"context"
	"os"
)

func main() { os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
