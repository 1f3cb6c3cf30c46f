package number

import (
	"math"
	"strconv"
	"strings"
)

// Decimal is an exact decimal number. Equal numbers are equal under ==,
// however they were written (1.50 and 1.5); the zero value is 0.
type Decimal struct {
	coef int64 // no trailing zero, unless the number is 0
	exp  int   // the number is coef × 10^exp
}

// Int is n as a Decimal.
func Int(n int64) Decimal { return normal(n, 0) }

// Exact reads digits with at most one point and a leading minus, such as
// "-12.50"; ok is false for anything else and for more than 18 digits.
func Exact(s string) (d Decimal, ok bool) {
	digits, minus := strings.CutPrefix(s, "-")
	whole, fraction, _ := strings.Cut(digits, ".")
	coef, err := strconv.ParseUint(whole+fraction, 10, 63)
	if err != nil || len(whole)+len(fraction) > 18 || whole == "" {
		return Decimal{}, false
	}
	d = normal(int64(coef), -len(fraction))
	if minus {
		d.coef = -d.coef
	}
	return d, true
}

func normal(coef int64, exp int) Decimal {
	if coef == 0 {
		return Decimal{}
	}
	for coef%10 == 0 {
		coef /= 10
		exp++
	}
	return Decimal{coef, exp}
}

// Shift is d × 10^n.
func (d Decimal) Shift(n int) Decimal {
	if d.coef == 0 {
		return d
	}
	return Decimal{d.coef, d.exp + n}
}

// Neg is −d.
func (d Decimal) Neg() Decimal { return Decimal{-d.coef, d.exp} }

// Add is d + e; ok is false when the sum has too many digits.
func (d Decimal) Add(e Decimal) (sum Decimal, ok bool) {
	if d.coef == 0 {
		return e, true
	}
	if e.coef == 0 {
		return d, true
	}
	exp := min(d.exp, e.exp)
	a, okA := scaled(d, exp)
	b, okB := scaled(e, exp)
	if !okA || !okB {
		return Decimal{}, false
	}
	return normal(a+b, exp), true
}

// scaled is the coefficient of d at exp ≤ d.exp, within half of an int64.
func scaled(d Decimal, exp int) (int64, bool) {
	n := d.coef
	for range d.exp - exp {
		if n > math.MaxInt64/20 || n < math.MinInt64/20 {
			return 0, false
		}
		n *= 10
	}
	return n, true
}

// Cmp is -1, 0 or 1 as d is less than, equal to or greater than e.
func (d Decimal) Cmp(e Decimal) int {
	switch {
	case d == e:
		return 0
	case d.Sign() != e.Sign():
		return cmpInt(d.Sign(), e.Sign())
	}
	a, b := d.digits(), e.digits()
	// Both have the same sign: the one with more places before the point is
	// farther from 0, and among equals the digits decide.
	if n, m := len(a)+d.exp, len(b)+e.exp; n != m {
		return cmpInt(n, m) * d.Sign()
	}
	return strings.Compare(a, b) * d.Sign()
}

func cmpInt(a, b int) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Sign is -1, 0 or 1.
func (d Decimal) Sign() int {
	switch {
	case d.coef < 0:
		return -1
	case d.coef > 0:
		return 1
	}
	return 0
}

// Int64 is d when it is a whole number that fits.
func (d Decimal) Int64() (n int64, ok bool) {
	if d.exp < 0 {
		return 0, false
	}
	return scaled(d, 0)
}

func (d Decimal) digits() string {
	return strings.TrimPrefix(strconv.FormatInt(d.coef, 10), "-")
}

// String writes d in plain digits: "1200000", "-0.35".
func (d Decimal) String() string {
	digits := d.digits()
	switch {
	case d.exp >= 0:
		digits += strings.Repeat("0", d.exp)
	case len(digits) > -d.exp:
		cut := len(digits) + d.exp
		digits = digits[:cut] + "." + digits[cut:]
	default:
		digits = "0." + strings.Repeat("0", -d.exp-len(digits)) + digits
	}
	if d.coef < 0 {
		return "-" + digits
	}
	return digits
}
