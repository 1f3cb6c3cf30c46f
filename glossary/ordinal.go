package glossary

import "strings"

// small are the numbers that a text may write in figures or in words, 0 to 19.
const small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"

// ordinals belong to small; after nineteenth come the tens.
const ordinals = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"

const tens = "twenty thirty forty fifty sixty seventy eighty ninety"

// spelled writes a number up to 99 in words without gaps, "14th" as
// "fourteenth" and "21st" as "twentyfirst", so that figures and words are the
// same; ok is false for all other words.
func spelled(w string) (words string, ok bool) {
	n, digits := 0, 0
	for digits < len(w) && digits < 3 && '0' <= w[digits] && w[digits] <= '9' {
		n = 10*n + int(w[digits]-'0')
		digits++
	}
	if digits == 0 || digits > 2 || w[0] == '0' {
		return "", false
	}
	switch ending := w[digits:]; {
	case ending == "" && n < 20:
		return nth(small, n), true
	case ending == "" && n%10 == 0:
		return nth(tens, n/10-2), true
	case ending == "":
		return nth(tens, n/10-2) + nth(small, n%10), true
	case ending != "st" && ending != "nd" && ending != "rd" && ending != "th":
		return "", false
	case n < 20:
		return nth(ordinals, n), true
	case n%10 == 0:
		return strings.TrimSuffix(nth(tens, n/10-2), "y") + "ieth", true
	}
	return nth(tens, n/10-2) + nth(ordinals, n%10), true
}

// nth is word n of a list.
func nth(list string, n int) string {
	for ; n > 0; n-- {
		_, list, _ = strings.Cut(list, " ")
	}
	word, _, _ := strings.Cut(list, " ")
	return word
}

// currencies are the codes that stand right before a sum: RMB2.75 billion.
func currencies() []string { return []string{"RMB", "CNY", "USD", "HKD", "EUR"} }

// codeLen is how many bytes of a word are a currency code before a sum, or 0.
func codeLen(w string) int {
	if len(w) < 4 || w[3] < '0' || w[3] > '9' || w[0] < 'A' {
		return 0
	}
	for _, code := range currencies() {
		if w[:3] == code {
			return len(code)
		}
	}
	return 0
}
