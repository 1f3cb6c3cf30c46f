package check

import "duizhao/bitext"

// engineErrorName is under what translations record that there is no answer.
const engineErrorName = "engine-error"

var engineError = &Rule{
	Name:    engineErrorName,
	Summary: "the engine gave no answer",
	Why:     `The unit has no English, for the reason told. Recorded when the unit was translated; translate it again.`,
	Bad:     Example{Zh: "推进碳达峰。", Recorded: true},
	Good:    Example{Zh: "推进碳达峰。", En: "Advance carbon peaking."},
	Grades:  []Grade{{"", bitext.Error, Off}},
	Empty:   true,
	Unit:    recorded(engineErrorName),
}
