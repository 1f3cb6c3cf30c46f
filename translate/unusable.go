package translate

// Unusable is the [ErrUnusable] of an engine that knows what to do about it.
type Unusable struct {
	Problem string // lower case, one line: "api.example.com refused the key"
	Advice  string // what to type or do
	Cause   error  // may be nil
}

// Error is the problem.
func (u *Unusable) Error() string { return u.Problem }

// Unwrap is ErrUnusable, and the cause where there is one.
func (u *Unusable) Unwrap() []error {
	if u.Cause == nil {
		return []error{ErrUnusable}
	}
	return []error{ErrUnusable, u.Cause}
}
