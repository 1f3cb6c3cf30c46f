package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"duizhao/translate/scripted"
)

// TestMain lets the scripts run duizhao as a command of its own, and another
// command beside a scripted server.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"duizhao": func() {
			os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
		},
		"with-server": func() { os.Exit(withServer(os.Args[1:])) },
	})
}

// Each script is one behaviour of the command line. No script finds a server
// or a key that the machine happens to have.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(env *testscript.Env) error {
			for _, name := range []string{envKey, envOpenAIKey, envURL, envOpenAIURL, envModel, envLocal} {
				env.Setenv(name, "")
			}
			return nil
		},
	})
}

// withServer runs a command while a scripted server listens, {url} in its
// arguments being the address of the server:
//
//	with-server [flags] COMMAND [ARGUMENT…]
func withServer(args []string) int {
	var s scripted.Server
	flags := flag.NewFlagSet("with-server", flag.ExitOnError)
	fault := flags.String("fault", "", "the fault of every request")
	first := flags.String("first", "", "the fault of every request when it first comes")
	after := flags.Int("interrupt-after", -1, "answer so many requests, then interrupt the command")
	refuses := flags.String("refuses", "", "what the server does not take")
	log := flags.Bool("log", false, "say on stderr what was asked")
	local := flags.Bool("local", false, "let --engine auto find the server")
	shape := flags.String("shape", "", "the make of the server")
	flags.StringVar(&s.Key, "key", "", "the key that the server wants")
	flags.StringVar(&s.Model, "model", "", "the only model it has")
	if err := flags.Parse(args); err != nil {
		return exitError
	}
	s.Shape = scripted.Shape(*shape)
	s.Refuses = strings.FieldsFunc(*refuses, func(r rune) bool { return r == ',' })
	enough := make(chan struct{})
	s.Plan = func(c scripted.Call) scripted.Fault {
		switch {
		case *after >= 0 && c.Number == *after:
			close(enough)
			return scripted.Hang
		case *after >= 0 && c.Number > *after:
			return scripted.Hang
		case *first != "" && c.Attempt == 0:
			return scripted.Fault(*first)
		}
		return scripted.Fault(*fault)
	}
	server := httptest.NewServer(&s)
	defer server.Close()
	code := runBeside(server.URL, flags.Args(), *local, enough)
	if *log {
		for _, c := range s.Calls() {
			fmt.Fprintf(os.Stderr, "asked %d: %s\n", c.Number, c.User)
		}
	}
	return code
}

// runBeside runs the command, and interrupts it when enough is closed.
func runBeside(url string, args []string, local bool, enough <-chan struct{}) int {
	words := make([]string, len(args))
	for i, a := range args {
		words[i] = strings.ReplaceAll(a, "{url}", url)
	}
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if local {
		cmd.Env = append(os.Environ(), envLocal+"="+strings.TrimPrefix(url, "http://"))
	}
	if err := cmd.Start(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return exitError
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		select {
		case <-enough:
			enough = nil
			time.Sleep(50 * time.Millisecond) // let what was answered be taken in
			if err := cmd.Process.Signal(os.Interrupt); err != nil {
				fmt.Fprintln(os.Stderr, err)
			}
		case err := <-ended:
			var exit *exec.ExitError
			if err != nil && !errors.As(err, &exit) {
				fmt.Fprintln(os.Stderr, err)
				return exitError
			}
			return cmd.ProcessState.ExitCode()
		}
	}
}
