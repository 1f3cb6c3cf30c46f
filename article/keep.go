package article

// Keepable returns the names of the steps that Options.Keep may name, in the
// order they run: those that take out text which a reader might want after
// all.
func Keepable() []string {
	return []string{stepLayout, stepGlosses, stepWatermark, stepMetadata, stepBoilerplate}
}
