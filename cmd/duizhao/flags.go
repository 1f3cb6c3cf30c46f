package main

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

// choice is a flag value that must be one of a few words.
type choice struct {
	value   *string
	allowed []string
}

// String, Set and Type make choice a flag value.
func (c choice) String() string { return *c.value }

func (c choice) Set(text string) error {
	if !slices.Contains(c.allowed, strings.ToLower(text)) {
		return errors.New("want " + orList(c.allowed))
	}
	*c.value = strings.ToLower(text)
	return nil
}

func (c choice) Type() string { return "word" }

// choices is a flag value that is a list of such words. The first use on the
// command line replaces the default.
type choices struct {
	value   *[]string
	allowed []string
	alone   string // a word that goes with no other
	given   bool
}

// String, Set and Type make choices a flag value.
func (c *choices) String() string { return strings.Join(*c.value, ",") }

func (c *choices) Set(text string) error {
	words := strings.Split(text, ",")
	if c.given {
		words = append(slices.Clone(*c.value), words...)
	}
	for _, w := range words {
		if !slices.Contains(c.allowed, w) {
			return errors.New("want " + orList(c.allowed))
		}
	}
	if c.alone != "" && len(words) > 1 && slices.Contains(words, c.alone) {
		return errors.New(c.alone + " goes with no other word")
	}
	*c.value, c.given = words, true
	return nil
}

func (c *choices) Type() string { return "words" }

// orList puts words into a list for people: "auto or draft".
func orList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// count is a flag value that is a whole number with a least value.
type count struct {
	value *int
	least int
}

// String, Set and Type make count a flag value.
func (c count) String() string { return strconv.Itoa(*c.value) }

func (c count) Set(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n < c.least {
		return errors.New("want a whole number, " + strconv.Itoa(c.least) + " or more")
	}
	*c.value = n
	return nil
}

func (c count) Type() string { return "number" }

// byteSize is a number of bytes on the command line: 1000, 64K, 64M, 1.5GiB.
type byteSize int64

// byteUnits are the units of byteSize, with their powers of 1024.
var byteUnits = []string{"", "K", "M", "G"}

// String, Set and Type make byteSize a flag value.
func (s *byteSize) String() string {
	n, unit := int64(*s), 0
	for unit < len(byteUnits)-1 && n != 0 && n%1024 == 0 {
		n, unit = n/1024, unit+1
	}
	return strconv.FormatInt(n, 10) + byteUnits[unit]
}

func (s *byteSize) Set(text string) error {
	digits := strings.TrimSuffix(strings.TrimSuffix(strings.ToUpper(text), "B"), "I")
	unit := 1.0
	for _, u := range byteUnits[1:] {
		unit *= 1024
		if rest, ok := strings.CutSuffix(digits, u); ok {
			return s.set(rest, unit)
		}
	}
	return s.set(digits, 1)
}

func (s *byteSize) set(digits string, unit float64) error {
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil || n*unit < 1 || n*unit > 1<<62 {
		return errors.New("want a size such as 500K, 64M or 1G")
	}
	*s = byteSize(n * unit)
	return nil
}

func (s *byteSize) Type() string { return "size" }

// complete offers words for the value of a flag to the shell.
func complete(cmd *cobra.Command, flag string, words []string) {
	// The only error is that of a flag that is not there, or completed twice.
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err)
	}
}

// choiceFlag adds a flag that must be one of a few words.
func choiceFlag(cmd *cobra.Command, value *string, name, short string, allowed []string, usage string) {
	cmd.Flags().VarP(choice{value, allowed}, name, short, usage)
	complete(cmd, name, allowed)
}
