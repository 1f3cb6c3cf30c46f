package command_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"duizhao/translate"
	"duizhao/translate/command"
)

// TestMain lets the test be the program that is asked: with PROGRAM set it
// plays the part named there.
func TestMain(m *testing.M) {
	part := os.Getenv("PROGRAM")
	if part == "" {
		os.Exit(m.Run())
	}
	if err := play(part); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
}

// play answers lines. A part such as "crash-once" goes wrong where its file
// "once" is not there yet.
func play(part string) error {
	first := false
	if file := os.Getenv("ONCE"); file != "" {
		_, err := os.Stat(file)
		first = err != nil
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			return err
		}
	}
	fmt.Fprintln(os.Stderr, "the program has started")
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var r translate.Request
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return err
		}
		answer := translate.Answer{Usage: &translate.Usage{Input: 3, Output: 4}}
		for _, u := range r.Units {
			answer.Units = append(answer.Units, translate.UnitAnswer{ID: u.ID, Echo: translate.Echo(u.Zh), En: "en " + u.Zh})
		}
		switch {
		case part == "crash" || part == "crash-once" && first:
			return errors.New("the program crashes")
		case part == "hang" || part == "hang-once" && first:
			time.Sleep(time.Minute)
		case part == "chatter":
			fmt.Println("loading the model …")
			continue
		case part == "twice":
			fmt.Println(`{"error":"not asked for"}`)
		case part == "error":
			answer = translate.Answer{Error: "Content Exists Risk"}
		}
		text, err := json.Marshal(answer)
		if err != nil {
			return err
		}
		fmt.Println(string(text))
	}
	if file := os.Getenv("STOPPED"); file != "" {
		return os.WriteFile(file, []byte("stopped"), 0o600)
	}
	return lines.Err()
}

// heard is what the program said so far.
type heard struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (h *heard) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.text.Write(p)
}

func (h *heard) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.text.String()
}

func program(t *testing.T, part string) (*command.Engine, *heard) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PROGRAM", part)
	stderr := new(heard)
	e, err := command.New(command.Options{Command: []string{self}, Timeout: 2 * time.Second, Stderr: stderr})
	if err != nil {
		t.Fatal(err)
	}
	return e, stderr
}

func one(zh string) translate.Request {
	return translate.Request{Task: "translate", Units: []translate.Unit{{ID: 1, Zh: zh}}}
}

func TestProgramIsKeptAndStopped(t *testing.T) {
	stopped := filepath.Join(t.TempDir(), "stopped")
	t.Setenv("STOPPED", stopped)
	e, stderr := program(t, "good")
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			zh := fmt.Sprintf("第%d句\n<&>", i)
			a, err := e.Translate(t.Context(), one(zh))
			if err != nil || len(a.Units) != 1 || a.Units[0].En != "en "+zh || a.Usage == nil || a.Usage.Output != 4 {
				t.Errorf("%q: error %v, answer %v", zh, err, a)
			}
		})
	}
	all.Wait()
	if err := e.Close(); err != nil {
		t.Error(err)
	}
	if n := strings.Count(stderr.String(), "the program has started"); n != 1 {
		t.Errorf("the program was started %d times", n)
	}
	if _, err := os.Stat(stopped); err != nil {
		t.Errorf("the program did not end by itself: %v", err)
	}
}

func TestProgramThatFailsOnceIsStartedAgain(t *testing.T) {
	for _, part := range []string{"crash-once", "hang-once"} {
		t.Run(part, func(t *testing.T) {
			t.Setenv("ONCE", filepath.Join(t.TempDir(), "once"))
			e, stderr := program(t, part)
			defer e.Close()
			_, first := e.Translate(t.Context(), one("一"))
			if part == "crash-once" && first != nil || part == "hang-once" && first == nil {
				t.Errorf("the first answer has the error %v", first)
			}
			if errors.Is(first, translate.ErrUnusable) {
				t.Error(first)
			}
			a, err := e.Translate(t.Context(), one("二"))
			if err != nil || a.Units[0].En != "en 二" {
				t.Errorf("error %v, answer %v", err, a)
			}
			if part == "crash-once" && !strings.Contains(stderr.String(), "the program crashes") {
				t.Error("what the program said was not shown")
			}
		})
	}
}

func TestFaultyPrograms(t *testing.T) {
	cases := map[string]struct {
		message  string
		unusable bool
	}{
		"crash":   {"ended without an answer: it ended: exit status 3", true},
		"hang":    {"no answer within 2s (--timeout)", false},
		"chatter": {"the line is no answer", false},
	}
	for part, c := range cases {
		t.Run(part, func(t *testing.T) {
			e, _ := program(t, part)
			defer e.Close()
			_, err := e.Translate(t.Context(), one("一"))
			if err == nil || !strings.Contains(err.Error(), c.message) || errors.Is(err, translate.ErrUnusable) != c.unusable {
				t.Errorf("error %v", err)
			}
		})
	}
}

// A program that says more than it is asked does not get the English of one
// request under the echo of another, and is soon in step again.
func TestLateLinesAreNotTaken(t *testing.T) {
	e, stderr := program(t, "twice")
	defer e.Close()
	late := 0
	for i := range 12 {
		zh := fmt.Sprintf("%d是一句话", i)
		a, err := e.Translate(t.Context(), one(zh))
		if err != nil || len(a.Units) == 0 {
			continue
		}
		if a.Units[0].Echo != translate.Echo(zh) {
			late++
		} else if a.Units[0].En != "en "+zh {
			t.Errorf("%s is answered with %v", zh, a)
		}
	}
	if starts := strings.Count(stderr.String(), "the program has started"); starts < late {
		t.Errorf("started %d times for %d answers to other requests", starts, late)
	}
}

func TestErrorOfTheProgramIsHandedOn(t *testing.T) {
	e, _ := program(t, "error")
	defer e.Close()
	if a, err := e.Translate(t.Context(), one("一")); err != nil || a.Error != "Content Exists Risk" {
		t.Errorf("error %v, answer %v", err, a)
	}
}

func TestTranslateEndsWithItsContext(t *testing.T) {
	e, _ := program(t, "hang")
	defer e.Close()
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(50*time.Millisecond, cancel)
	if _, err := e.Translate(ctx, one("一")); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
}

func TestNewRefusesWhatIsNotThere(t *testing.T) {
	for _, words := range [][]string{nil, {"no-such-program-anywhere"}, {"/etc/passwd"}} {
		_, err := command.New(command.Options{Command: words})
		var u *translate.Unusable
		if !errors.As(err, &u) || u.Advice == "" {
			t.Errorf("%v: error %v", words, err)
		}
	}
}

func TestSplit(t *testing.T) {
	cases := map[string][]string{
		"":                              nil,
		"  engine ":                     {"engine"},
		"python3 engine.py -v":          {"python3", "engine.py", "-v"},
		`python3 'my engine.py' "a b"c`: {"python3", "my engine.py", "a bc"},
		`say \"hi\" it\'s a\ b`:         {"say", `"hi"`, "it's", "a b"},
		`C:\tools\engine.exe "C:\a b"`:  {`C:\tools\engine.exe`, `C:\a b`},
		`say ''`:                        {"say", ""},
	}
	for line, want := range cases {
		if got, err := command.Split(line); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: error %v, words %q, want %q", line, err, got, want)
		}
	}
	if _, err := command.Split(`say "hi`); err == nil {
		t.Error("a quotation mark that is not closed is no error")
	}
}

// Words that are quoted come out as they were.
func TestSplitUndoesQuoting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.StringOf(rapid.RuneFrom([]rune("ab \t\n\"\\中$")))).Draw(t, "words")
		quoted := make([]string, len(words))
		for i, w := range words {
			quoted[i] = "'" + w + "'"
		}
		got, err := command.Split(strings.Join(quoted, " "))
		if err != nil || !slices.Equal(got, words) {
			t.Fatalf("error %v, words %q, want %q", err, got, words)
		}
	})
}
