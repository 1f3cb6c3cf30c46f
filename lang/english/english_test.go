package english

import "testing"

func TestSmoke(t *testing.T) {
	for _, c := range [][2]string{
		{Plural("carbon emissions trading market"), "carbon emissions trading markets"},
		{Plural("Ministry of Ecology"), "Ministries of Ecology"},
		{PastTense("vigorously promote growth"), "vigorously promoted growth"},
		{Gerund("peak carbon emissions and achieve carbon neutrality"), "peaking carbon emissions and achieving carbon neutrality"},
		{Article("NDRC notice") + Article("UN body") + Article("hour") + Article("one-off") + Article("European") + Article("unimportant"), "anaanaaan"},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
}
