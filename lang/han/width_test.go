package han

import "testing"

func TestWidth(t *testing.T) {
	for _, c := range []struct {
		s    string
		want int
	}{
		{"", 0}, {"carbon", 6}, {"碳达峰", 6}, {"，。《》", 8}, {"“十四五”", 8}, {"Ａ股", 4}, {"１.５℃", 6}, {"é", 1}, {"e\u0301", 1}, {"国\u200b务", 4}, {"\ufeff", 0}, {"㐀𠀀", 4}, {"·…—", 3}, {"ｶ", 1}, {"한", 2}, {"⺠⻓", 4}, {"😀", 2}, {"\t\n", 0},
	} {
		if got := Width(c.s); got != c.want {
			t.Errorf("Width(%q) = %d, want %d", c.s, got, c.want)
		}
	}
}
