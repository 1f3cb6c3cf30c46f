package check

import "duizhao/bitext"

// answerShiftedName is under what translations record such an answer.
const answerShiftedName = "answer-shifted"

var answerShifted = &Rule{
	Name:    answerShiftedName,
	Summary: "the engine's answer belongs to another unit",
	Why: `An answer carries the id of its unit and echoes the beginning of its Chinese. Where they do not fit, the English may be
that of a neighbour, and is not taken. Recorded when the unit was translated.`,
	Bad:    Example{Zh: "推进碳达峰。", Recorded: true},
	Good:   Example{Zh: "推进碳达峰。", En: "Advance carbon peaking."},
	Grades: []Grade{{"", bitext.Error, Off}},
	Empty:  true,
	Unit:   recorded(answerShiftedName),
}
