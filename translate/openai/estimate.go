package openai

import (
	"duizhao/lang/han"
	"duizhao/translate"
)

// Estimate is about how many tokens a text has: 1.3 Chinese characters or four
// other bytes make one.
func Estimate(text string) int {
	chinese, other := 0, 0
	for _, r := range text {
		if han.Is(r) {
			chinese++
		} else {
			other += max(1, len(string(r)))
		}
	}
	return (chinese*10+12)/13 + (other+3)/4
}

// Cost is about how many tokens r takes: sent, and answered. An answer has
// about as many tokens of English as its unit has of Chinese, and its id and
// echo.
func Cost(r translate.Request) (translate.Usage, error) {
	system, user, err := Prompt(r)
	if err != nil {
		return translate.Usage{}, err
	}
	usage := translate.Usage{Input: Estimate(system) + Estimate(user)}
	for _, u := range r.Units {
		usage.Output += Estimate(u.Zh) + Overhead(u)
	}
	return usage, nil
}

// Overhead is about how many tokens the answer to a unit has besides the
// English.
func Overhead(u translate.Unit) int {
	return Estimate(`{"id":10,"echo":"","en":""},` + translate.Echo(u.Zh))
}
