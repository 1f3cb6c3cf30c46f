package scripted

import (
	"hash/fnv"
	"math/rand/v2"
)

// Fault is what goes wrong with one request.
type Fault string

// The faults.
const (
	None Fault = ""

	// In place of an answer.
	RateLimit     Fault = "rate-limit"     // 429
	RetryAfter    Fault = "retry-after"    // 429 that says how long to wait
	ServerError   Fault = "server-error"   // 500
	BadGateway    Fault = "bad-gateway"    // 502 with a page of HTML
	Reset         Fault = "reset"          // the connection is reset
	Hang          Fault = "hang"           // nothing comes until the client goes
	CutBody       Fault = "cut-body"       // the connection ends in the middle of the answer
	ContentFilter Fault = "content-filter" // 400 "Content Exists Risk"

	// In the form of the answer.
	Length      Fault = "length"       // finish_reason length, the JSON cut
	NoFinish    Fault = "no-finish"    // without finish_reason, the JSON cut
	InvalidJSON Fault = "invalid-json" // content that is no JSON
	Fenced      Fault = "fenced"       // the JSON in a Markdown fence
	Prose       Fault = "prose"        // the JSON between sentences
	NoUsage     Fault = "no-usage"     // without usage
	Empty       Fault = "empty"        // no content
	Refusal     Fault = "refusal"      // a polite refusal
	RefusalJSON Fault = "refusal-json" // a refusal as the English of a unit

	// In what is answered.
	MissingID    Fault = "missing-id"
	ExtraID      Fault = "extra-id"
	DuplicateID  Fault = "duplicate-id"
	SwappedIDs   Fault = "swapped-ids"
	WrongEcho    Fault = "wrong-echo"
	Merged       Fault = "merged"        // two units in one, the other left out
	EmptyEnglish Fault = "empty-english" // a unit with nothing
	Chinese      Fault = "chinese"       // a unit answered in Chinese
	CutEnglish   Fault = "cut-english"   // a unit that ends in the middle
	TermsIgnored Fault = "terms-ignored"
	Avoided      Fault = "avoided" // terms in their wrong rendering
	Obeys        Fault = "obeys"   // an instruction in the article is obeyed
)

// Faults are all faults, without None.
func Faults() []Fault {
	return []Fault{
		RateLimit, RetryAfter, ServerError, BadGateway, Reset, Hang, CutBody, ContentFilter,
		Length, NoFinish, InvalidJSON, Fenced, Prose, NoUsage, Empty, Refusal, RefusalJSON,
		MissingID, ExtraID, DuplicateID, SwappedIDs, WrongEcho, Merged, EmptyEnglish, Chinese, CutEnglish,
		TermsIgnored, Avoided, Obeys,
	}
}

// Plan draws the fault of a call. It may look at the Number, Attempt, Body,
// Request and messages of the call.
type Plan func(Call) Fault

// Drawn gives one of faults to the given share of the calls. What a call draws
// depends on the seed, its body and how often that body came before.
func Drawn(seed uint64, share float64, faults ...Fault) Plan {
	return func(c Call) Fault {
		r := rand.New(rand.NewPCG(mix(seed, c.Body), uint64(c.Attempt)))
		if len(faults) == 0 || r.Float64() >= share {
			return None
		}
		return faults[r.IntN(len(faults))]
	}
}

// Always gives every call the fault.
func Always(f Fault) Plan { return func(Call) Fault { return f } }

// First gives the fault to every request that comes for the first time.
func First(f Fault) Plan {
	return func(c Call) Fault {
		if c.Attempt == 0 {
			return f
		}
		return None
	}
}

func sum(data []byte) uint64 {
	h := fnv.New64a()
	h.Write(data) // never fails
	return h.Sum64()
}

// mix makes one number of two, such that near ones give far ones.
func mix(a, b uint64) uint64 {
	return rand.New(rand.NewPCG(a, b)).Uint64()
}
