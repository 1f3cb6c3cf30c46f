package glossary

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBinaryKeepsEverything(t *testing.T) {
	_, cases := corpus(t, "testdata/parse.txtar")
	for _, name := range []string{"long-form", "senses", "body", "empty-list"} {
		want := mustParse(t, cases[name]["yaml"])
		data, err := want.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		var got File
		if err := got.UnmarshalBinary(data); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if diff := cmp.Diff(want, &got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// Every field of a term must come back: a new one that is forgotten in the
// codec shows here.
func TestBinaryKeepsEveryField(t *testing.T) {
	term := &Term{}
	fill(reflect.ValueOf(term).Elem())
	term.Pos.File = "x.yaml"
	data, err := (&File{Name: "x.yaml", Terms: []*Term{term}}).MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	var got File
	if err := got.UnmarshalBinary(data); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(term, got.Terms[0]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// fill gives every field of v a value that is not its zero value.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0))
		fill(v.Index(1))
	case reflect.String:
		v.SetString("值 " + v.Type().Name())
	case reflect.Int:
		v.SetInt(300)
	case reflect.Bool:
		v.SetBool(true)
	}
}

func FuzzUnmarshalBinary(f *testing.F) {
	_, cases := corpus(f, "testdata/parse.txtar")
	compiled, err := mustParse(f, cases["long-form"]["yaml"]).MarshalBinary()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(compiled)
	f.Add(compiled[:len(compiled)/2])
	f.Add([]byte(binaryVersion + "\xff\xff\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var file File
		if err := file.UnmarshalBinary(data); err != nil {
			if !errors.Is(err, ErrCompiled) {
				t.Fatalf("error %v is not ErrCompiled", err)
			}
			return
		}
		again, err := file.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		var same File
		if err := same.UnmarshalBinary(again); err != nil {
			t.Fatal(err)
		}
		if twice, err := same.MarshalBinary(); err != nil || !bytes.Equal(again, twice) {
			t.Fatalf("written twice: %q and %q, %v", again, twice, err)
		}
	})
}
