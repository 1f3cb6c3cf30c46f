package article

import (
	"fmt"
	"strings"

	"duizhao/lang/han"
)

// dateAt reads a date with its year at the beginning of folded runes, and a
// weekday and a time of day behind it. The value is YYYY-MM-DD, n counts runes.
func dateAt(folded []rune) (value string, n int) {
	year, i := numeralAt(folded, 4)
	if year < 1900 || year > 2100 || i >= len(folded) {
		return "", 0
	}
	separator := folded[i]
	if !strings.ContainsRune("-/.年", separator) {
		return "", 0
	}
	i = skipSpaces(folded, i+1)
	month, size := numeralAt(folded[i:], 2)
	i += size
	if month < 1 || month > 12 || i >= len(folded) {
		return "", 0
	}
	if separator == '年' && folded[i] != '月' || separator != '年' && folded[i] != separator {
		return "", 0
	}
	i = skipSpaces(folded, i+1)
	day, size := numeralAt(folded[i:], 2)
	i += size
	if day < 1 || day > 31 {
		return "", 0
	}
	if separator == '年' {
		if i >= len(folded) || folded[i] != '日' && folded[i] != han.Fold('号') {
			return "", 0
		}
		i++
	} else if i < len(folded) && folded[i] >= '0' && folded[i] <= '9' {
		return "", 0
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day), i + clockAt(folded[i:])
}

// clockAt is the length of a weekday and a time of day behind a date.
func clockAt(folded []rune) int {
	i := skipSpaces(folded, 0)
	if i < len(folded) && folded[i] == 't' {
		i++
	}
	bracketed := i < len(folded) && folded[i] == '('
	if bracketed {
		i++
	}
	for _, day := range []string{"星期", "周"} {
		if strings.HasPrefix(string(folded[i:min(len(folded), i+3)]), han.FoldString(day)) {
			i = skipSpaces(folded, min(len(folded), i+len([]rune(day))+1))
			if bracketed && i < len(folded) && folded[i] == ')' {
				i, bracketed = i+1, false
			}
			break
		}
	}
	if bracketed {
		return 0
	}
	i = skipSpaces(folded, i)
	end := i
	for end < len(folded) && (folded[end] >= '0' && folded[end] <= '9' || folded[end] == ':') {
		end++
	}
	if clock := string(folded[i:end]); strings.Count(clock, ":") >= 1 && len(clock) >= 4 && len(clock) <= 8 {
		return end
	}
	if i > 0 && !isSpace(folded[i-1]) {
		return i
	}
	return 0
}

// numeralAt reads a number of at most width digits, Arabic or Chinese.
func numeralAt(folded []rune, width int) (value, n int) {
	for n < len(folded) && n < width && folded[n] >= '0' && folded[n] <= '9' {
		value = value*10 + int(folded[n]-'0')
		n++
	}
	if n > 0 {
		return value, n
	}
	return chineseNumeralAt(folded, width)
}

// chineseNumeralAt reads 二〇二三 digit by digit, or 十八, 二十一.
func chineseNumeralAt(folded []rune, width int) (value, n int) {
	const digits = "〇一二三四五六七八九"
	if width > 2 {
		for n < len(folded) && n < width {
			d := chineseDigit(folded[n], digits)
			if d < 0 {
				break
			}
			value = value*10 + d
			n++
		}
		return value, n
	}
	tens, units := 0, 0
	if n < len(folded) && chineseDigit(folded[n], digits) > 0 {
		units = chineseDigit(folded[n], digits)
		n++
	}
	if n < len(folded) && folded[n] == '十' {
		tens, units = max(1, units), 0
		n++
		if n < len(folded) && chineseDigit(folded[n], digits) > 0 {
			units = chineseDigit(folded[n], digits)
			n++
		}
	}
	return tens*10 + units, n
}

// chineseDigit is the value of r, or -1; ○, Ｏ and 零 are written for 〇.
func chineseDigit(r rune, digits string) int {
	if r == '○' || r == '零' || r == 'o' {
		return 0
	}
	d := 0
	for _, digit := range digits {
		if r == digit || r == han.Fold(digit) {
			return d
		}
		d++
	}
	return -1
}

func skipSpaces(folded []rune, i int) int {
	for i < len(folded) && isSpace(folded[i]) {
		i++
	}
	return i
}

// urlAt is the length of a URL at the beginning of folded runes.
func urlAt(folded []rune) int {
	head := string(folded[:min(len(folded), 8)])
	if !strings.HasPrefix(head, "http://") && !strings.HasPrefix(head, "https://") && !strings.HasPrefix(head, "www.") {
		return 0
	}
	n := 0
	for n < len(folded) && folded[n] > ' ' && folded[n] < 0x7F && folded[n] != '"' && folded[n] != '<' && folded[n] != '>' {
		n++
	}
	return n
}

// numberAt reads a document number at the beginning of folded runes:
// 国发〔2021〕23号, with any brackets; or 第736号, 2021年第16号 of orders and
// announcements. It must end the runes or stand before a separator. The value
// keeps the script of text, the same runes unfolded.
func numberAt(folded, text []rune) (value string, n int) {
	i := 0
	for i < len(folded) && i < 16 && han.Is(folded[i]) && folded[i] != han.Fold('第') {
		i++
	}
	body := string(text[:i])
	i = skipSpaces(folded, i)
	year, size := bracketedYear(folded[i:])
	switch {
	case size > 0 && body != "":
		body += fmt.Sprintf("〔%d〕", year)
		i = skipSpaces(folded, i+size)
		if i < len(folded) && folded[i] == han.Fold('第') {
			i++
		}
	case size > 0:
		return "", 0
	default:
		if year, size := numeralAt(folded[i:], 4); size == 4 && year >= 1949 && i+4 < len(folded) && folded[i+4] == '年' {
			body += fmt.Sprintf("%d年", year)
			i = skipSpaces(folded, i+5)
		}
		if i >= len(folded) || folded[i] != han.Fold('第') {
			return "", 0
		}
		body += "第"
		i++
	}
	i = skipSpaces(folded, i)
	number := i
	for i < len(folded) && i-number < 6 && (folded[i] >= '0' && folded[i] <= '9' || strings.ContainsRune("一二三四五六七八九十百〇零", folded[i])) {
		i++
	}
	digits := string(text[number:i])
	i = skipSpaces(folded, i)
	if digits == "" || i >= len(folded) || folded[i] != han.Fold('号') {
		return "", 0
	}
	if i++; i < len(folded) && !isSeparator(folded[i]) {
		return "", 0
	}
	return body + digits + "号", i
}

// bracketedYear reads 〔2021〕, in any brackets; size counts runes.
func bracketedYear(folded []rune) (year, size int) {
	if len(folded) < 6 || !strings.ContainsRune("〔[(【", folded[0]) || !strings.ContainsRune("〕])】", folded[5]) {
		return 0, 0
	}
	year, size = numeralAt(folded[1:], 4)
	if size != 4 || year < 1949 || year > 2100 {
		return 0, 0
	}
	return year, 6
}
