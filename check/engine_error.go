package check

import "duizhao/bitext"

var engineError = &Rule{
	Name:    "engine-error",
	Summary: "the engine gave no answer",
	Why:     `The unit has no English, for the reason told. Recorded when the unit was translated; translate it again.`,
	Bad:     Example{Zh: "推进碳达峰。", Recorded: true},
	Good:    Example{Zh: "推进碳达峰。", En: "Advance carbon peaking."},
	Grades:  []Grade{{"", bitext.Error, Off}},
	Unit:    recorded("engine-error"),
}
