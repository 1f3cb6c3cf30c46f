package main

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"duizhao/translate"
)

// engineNames are the values of --engine.
var engineNames = []string{"auto", "openai", "command", "draft"}

// engineFlags say which engine translates, and how it is asked.
type engineFlags struct {
	engine      string
	baseURL     string
	model       string
	command     string
	concurrency int
	rpm         int
	timeout     time.Duration
	repairs     int
	offline     bool
	dryRun      bool
	style       translate.Style
}

func (f *engineFlags) register(cmd *cobra.Command) {
	*f = engineFlags{engine: "auto", concurrency: 4, timeout: 2 * time.Minute, repairs: 2}
	choiceFlag(cmd, &f.engine, "engine", "", engineNames, orList(engineNames))
	flags := cmd.Flags()
	flags.StringVar(&f.baseURL, "base-url", "", "`URL` of a server that speaks the OpenAI protocol, for example http://127.0.0.1:11434/v1")
	flags.StringVar(&f.model, "model", "", "`NAME` of the model to ask")
	flags.StringVar(&f.command, "command", "", "`PROGRAM` with its arguments that --engine command asks: a line of JSON in, a line of JSON out")
	flags.Var(count{&f.concurrency, 1}, "concurrency", "requests in flight at once")
	flags.Var(count{&f.rpm, 0}, "rpm", "requests a minute at most (0: no limit)")
	flags.Var(seconds{&f.timeout}, "timeout", "how long one request may take: 90s, 2m …")
	flags.Var(count{&f.repairs, 0}, "repairs", "rounds in which units that are not right are asked again")
	flags.Var(styleFlag{&f.style}, "style", "house style of the English, as KEY=VALUE; repeat for more: "+strings.Join(styleKeys(), ", "))
	flags.BoolVar(&f.dryRun, "dry-run", false, "ask no engine: say how many requests and tokens there would be; with --verbose print the whole prompt")
	flags.BoolVar(&f.offline, "offline", false, "never leave this machine: refuse every address that is not on it")
}

// rounds is the Repairs of translate.Options.
func (f *engineFlags) rounds() int {
	if f.repairs == 0 {
		return -1
	}
	return f.repairs
}

// seconds is a flag value that is a length of time: 90s, 2m, or seconds alone.
type seconds struct{ value *time.Duration }

// String, Set and Type make seconds a flag value.
func (s seconds) String() string { return s.value.String() }

func (s seconds) Set(text string) error {
	if _, err := strconv.Atoi(text); err == nil {
		text += "s"
	}
	d, err := time.ParseDuration(text)
	if err != nil || d <= 0 {
		return errors.New("want a time such as 90s or 2m")
	}
	*s.value = d
	return nil
}

func (s seconds) Type() string { return "time" }

// styleFlag is a flag value that sets one wish of a style: "spelling=GB".
type styleFlag struct{ value *translate.Style }

// styleWords are the keys of a style whose values are a few words.
var styleWords = map[string][]string{
	"spelling":  {"US", "GB"},
	"titles":    {"italics", "quotes", "plain"},
	"formality": {"official", "plain"},
}

// styleKeys are the keys of a style, in order.
func styleKeys() []string {
	var keys []string
	for field := range reflect.TypeFor[translate.Style]().Fields() {
		keys = append(keys, strings.ToLower(field.Name))
	}
	return keys
}

// String, Set and Type make styleFlag a flag value.
func (s styleFlag) String() string {
	var set []string
	for i, key := range styleKeys() {
		if v := reflect.ValueOf(s.value).Elem().Field(i).String(); v != "" {
			set = append(set, key+"="+v)
		}
	}
	return strings.Join(set, ",")
}

func (s styleFlag) Set(text string) error {
	key, value, has := strings.Cut(text, "=")
	at := slices.Index(styleKeys(), strings.ToLower(key))
	if !has || at < 0 {
		return errors.New("want KEY=VALUE with the key " + orList(styleKeys()))
	}
	if words := styleWords[strings.ToLower(key)]; words != nil {
		i := slices.IndexFunc(words, func(w string) bool { return strings.EqualFold(w, value) })
		if i < 0 {
			return fmt.Errorf("%s: want %s", key, orList(words))
		}
		value = words[i]
	}
	reflect.ValueOf(s.value).Elem().Field(at).SetString(value)
	return nil
}

func (s styleFlag) Type() string { return "KEY=VALUE" }
