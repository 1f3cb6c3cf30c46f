package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"duizhao/bitext"
	"duizhao/translate"
	"duizhao/translate/openai"
)

// dryRun says what the translation of a document would ask, and prints it with
// --verbose.
func dryRun(u *ui, c engineChoice, path string, doc *bitext.Document, o translate.Options) error {
	requests, err := translate.Requests(doc, o)
	if err != nil {
		return fmt.Errorf("translate %s: %w", path, err)
	}
	units := counted(len(doc.Units()), "unit", "units")
	if c.name == "draft" {
		u.Say("%s: %s; the draft engine sends nothing", inputName(path), units)
		return nil
	}
	var sum translate.Usage
	text := 0
	for _, r := range requests {
		cost, err := openai.Cost(r)
		if err != nil {
			return err
		}
		sum.Input += cost.Input
		sum.Output += cost.Output
		for _, unit := range r.Units {
			text += openai.Estimate(unit.Zh)
		}
	}
	u.Say("%s: %s in %s; about %d tokens sent (%d of them the text itself) and %d answered; repairs come on top",
		inputName(path), units, counted(len(requests), "request", "requests"), sum.Input, text, sum.Output)
	if !u.verbose {
		return nil
	}
	return u.writeResult(context.Background(), stdinName, func(w io.Writer) error { return printRequests(w, c.name, requests) })
}

// printRequests prints all that is sent: of openai both messages, of command
// the lines.
func printRequests(w io.Writer, engine string, requests []translate.Request) error {
	for i, r := range requests {
		if engine == "command" {
			line, err := json.Marshal(r)
			if err != nil {
				return err
			}
			if _, err := fmt.Fprintf(w, "%s\n", line); err != nil {
				return err
			}
			continue
		}
		system, user, err := openai.Prompt(r)
		if err != nil {
			return err
		}
		if i == 0 {
			if _, err := fmt.Fprintf(w, "── system message of every request ──\n%s\n", system); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintf(w, "── user message %d of %d ──\n%s\n\n", i+1, len(requests), printable(user)); err != nil {
			return err
		}
	}
	return nil
}
