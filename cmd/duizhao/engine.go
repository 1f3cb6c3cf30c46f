package main

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"strings"

	"duizhao/bitext"
	"duizhao/translate"
	"duizhao/translate/command"
	"duizhao/translate/draft"
	"duizhao/translate/openai"
)

// The environment that engines look at. Keys are never printed.
const (
	envKey       = "DUIZHAO_API_KEY"
	envOpenAIKey = "OPENAI_API_KEY"
	envURL       = "DUIZHAO_BASE_URL"
	envOpenAIURL = "OPENAI_BASE_URL"
	envModel     = "DUIZHAO_MODEL"
	envLocal     = "DUIZHAO_LOCAL" // where auto looks for a server: host:port, separated by commas; empty: nowhere
)

// engine is the engine of a run.
type engine struct {
	translate.Engine
	model  string
	status bitext.Status // of a unit that it answered well
	close  func() error
}

// choice of an engine, before anything is started.
type engineChoice struct {
	name   string // "openai", "command" or "draft"
	why    string // where auto made the choice
	openai openai.Options
}

// chooseEngine says which engine --engine means. auto looks for a command or
// a server that is named, then a key, then a server on this machine.
func (f *engineFlags) chooseEngine(ctx context.Context) engineChoice {
	c := engineChoice{name: f.engine, openai: openai.Options{
		BaseURL: cmp.Or(f.baseURL, os.Getenv(envURL), os.Getenv(envOpenAIURL)),
		Key:     cmp.Or(os.Getenv(envKey), os.Getenv(envOpenAIKey)),
		Model:   cmp.Or(f.model, os.Getenv(envModel)),
		RPM:     f.rpm, Timeout: f.timeout, Offline: f.offline,
	}}
	if f.engine != "auto" {
		return c
	}
	switch {
	case f.command != "":
		c.name, c.why = "command", "--command is given"
	case f.baseURL != "":
		c.name, c.why = "openai", "--base-url is given"
	case c.openai.Key != "" && openai.Reachable(c.openai):
		c.name, c.why = "openai", "a key is set"
	default:
		c.local(ctx)
	}
	return c
}

// local chooses a server on this machine, or draft.
func (c *engineChoice) local(ctx context.Context) {
	addresses := openai.DefaultLocal()
	if own, set := os.LookupEnv(envLocal); set {
		addresses = strings.FieldsFunc(own, func(r rune) bool { return r == ',' || r == ' ' })
	}
	if found, ok := openai.Local(ctx, addresses); ok {
		c.name, c.why = "openai", "it was found on this machine"
		c.openai.BaseURL, c.openai.Key = "http://"+found.Address+"/v1", ""
		c.openai.Model = cmp.Or(c.openai.Model, found.Models[0])
		return
	}
	c.name, c.why = "draft", "no key is set and no server was found on this machine"
}

// open makes the engine ready, and says in one line which it is.
func (c engineChoice) open(ctx context.Context, u *ui, f *engineFlags, stderr *talk) (engine, error) {
	e := engine{status: bitext.Translated, close: func() error { return nil }}
	what := "draft (built in, no model)"
	switch c.name {
	case "openai":
		server, err := openai.New(ctx, c.openai)
		if err != nil {
			return e, fmt.Errorf("engine openai: %w", err)
		}
		e.Engine, e.model = server, server.Model()
		what = fmt.Sprintf("openai, %s at %s", server.Model(), server.Host())
	case "command":
		words, err := command.Split(f.command)
		if err != nil {
			return e, fmt.Errorf("--command %q: %w", f.command, err)
		}
		program, err := command.New(command.Options{Command: words, Timeout: f.timeout, Stderr: stderr})
		if err != nil {
			return e, fmt.Errorf("engine command: %w", err)
		}
		e.Engine, e.model, e.close = program, program.Model(), program.Close
		what = "command, " + f.command
	default:
		e.Engine, e.status = draft.New(), bitext.Draft
	}
	c.say(u, what)
	return e, nil
}

// say tells the choice: always where auto made it or something is asked
// besides this program.
func (c engineChoice) say(u *ui, what string) {
	switch {
	case c.why != "":
		u.Say("engine: %s; %s", what, c.why)
	case c.name != "draft":
		u.Say("engine: %s", what)
	}
}
