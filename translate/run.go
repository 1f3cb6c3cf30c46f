package translate

import (
	"cmp"
	"errors"
	"sync"
	"time"

	"duizhao/bitext"
	"duizhao/check"
	"duizhao/glossary"
)

// run is one document under way.
type run struct {
	Options
	title string
	works []*work // one for each unit, in order
	names []Name  // brought to one rendering

	round int // 0 while all is asked, then that of repair

	mu        sync.Mutex // guards what follows
	progress  Progress
	unmetered int   // answers that did not say their usage
	answered  bool  // at least one unit was
	spoke     bool  // the engine gave an answer, or said why not
	silent    int   // requests in a row that it failed otherwise
	failure   error // of the last of these
	stop      error // set: the engine is asked no more
}

// work is one unit under way. It stands in at most one batch at a time, and
// belongs to whoever holds that.
type work struct {
	unit    *bitext.Unit
	context glossary.Context
	terms   []glossary.Match
	say     []string // for each of terms: the rendering to be asked for
	twins   []int    // units that get the English of this one

	best  candidate     // the best English so far; the zero value is none
	last  candidate     // what the engine answered last
	first []bool        // which of terms its first answer met; nil before it
	err   error         // why the last request got no answer
	spent time.Duration // in requests

	told    bool                // the progress counts it as done
	counted int                 // terms of it that the progress counts as met
	early   []glossary.EarlyUse // short forms in it that stand before the full form
}

// required counts the terms of w that bind, and those of them that are met.
func (w *work) required() (required, met int) {
	for i, m := range w.terms {
		if check.Binds(m) {
			required++
			if i < len(w.best.met) && w.best.met[i].How.Met() {
				met++
			}
		}
	}
	return required, met
}

func newRun(doc *bitext.Document, o Options) (*run, error) {
	if o.Engine == nil || o.Glossary == nil {
		return nil, errors.New("translate: Options need an Engine and a Glossary")
	}
	o.Status = cmp.Or(o.Status, bitext.Translated)
	o.Repairs = max(cmp.Or(o.Repairs, defaultRepairs), 0)
	o.Deadline = cmp.Or(o.Deadline, defaultDeadline)
	if o.Status == bitext.Draft {
		o.Repairs = 0 // a gloss has no second thoughts
	}
	r := &run{Options: o, title: doc.Title}
	r.match(doc.Units())
	r.planMentions()
	r.progress.Units = len(r.works)
	return r, nil
}

// match finds the terms of every unit. Short names that the document itself
// gives to terms are terms of it from the first unit on: headings use them
// before the text explains them.
func (r *run) match(units []*bitext.Unit) {
	var short []*glossary.Term
	for _, u := range units {
		w := &work{unit: u, context: r.Context}
		w.context.Block = u.Block
		r.works = append(r.works, w)
		short = append(short, r.Glossary.Aliases(u.Zh, w.context)...)
	}
	r.Glossary = r.Glossary.With(short)
	for _, w := range r.works {
		w.terms = r.Glossary.Match(w.unit.Zh, w.context)
		for _, m := range w.terms {
			w.say = append(w.say, m.Preferred(w.context).En)
		}
	}
}
