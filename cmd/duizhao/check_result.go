package main

import (
	"duizhao/bitext"
	"duizhao/check"
	"duizhao/check/report"
)

// reportOf gives the findings of a run their places in the files.
func reportOf(docs []*checked, r *check.Result, split baselineSplit, failLevel string) *report.Report {
	out := &report.Report{Version: version, Units: r.Units}
	for _, rule := range check.All {
		out.Rules = append(out.Rules, rule.Name)
	}
	for _, d := range docs {
		if len(out.Files) == 0 || out.Files[len(out.Files)-1] != d.path {
			out.Files = append(out.Files, d.path)
		}
	}
	// Both lists are in order of the documents; waived findings stand behind
	// the others of theirs.
	waived := r.Waived
	add := func(f *check.Report) {
		finding := docs[f.Input].finding(f)
		finding.Known = split.known[f.Fingerprint]
		finding.Fails = failLevel != failNever && !finding.Suppressed() && check.AtLeast(f.Severity, bitext.Severity(failLevel))
		out.Findings = append(out.Findings, finding)
	}
	for i := range docs {
		for k := range r.Findings {
			if r.Findings[k].Input == i {
				add(&r.Findings[k])
			}
		}
		for ; len(waived) > 0 && waived[0].Input == i; waived = waived[1:] {
			add(&waived[0])
		}
	}
	return out
}

// finding is a finding of the document with all that is shown of it.
func (d *checked) finding(r *check.Report) report.Finding {
	f := report.Finding{Rule: r.Rule, Severity: r.Severity, Message: r.Message, Fingerprint: r.Fingerprint}
	if r.Term != nil {
		f.Term = r.Term.Zh
	}
	if r.Waiver != nil {
		f.Waived = r.Waiver.Reason
	}
	if r.Unit < 0 {
		f.Ens = report.Place{Path: d.path}
		if d.note != "" {
			f.Message += ": " + d.note
		}
		return f
	}
	zh, en := d.units[r.Unit], d.units[r.Unit]
	if r.Target >= 0 {
		en = d.units[r.Target]
	}
	f.Unit, f.At, f.Zh, f.En = zh.ID, zh.At, zh.Zh, en.En
	f.Source, f.Target = r.Source, r.Finding.Target
	f.Zhs, f.Ens = d.zh.place(r.Unit, f.Source), d.en.place(max(r.Target, 0), f.Target)
	if f.Target == nil && f.En == "" {
		f.Ens = d.en.place(r.Unit, nil) // where the English should be
	}
	return f
}

// lines are the lines of both files where the unit of a finding stands.
func (d *checked) lines(r *check.Report) []report.Place {
	if r.Unit < 0 {
		return nil
	}
	out := []report.Place{d.zh.place(r.Unit, nil)}
	if r.Target >= 0 {
		out = append(out, d.en.place(r.Target, nil))
	}
	return out
}
