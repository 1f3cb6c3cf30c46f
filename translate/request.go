package translate

// task is the value of Request.Task.
const task = "translate"

// request asks for the units of a batch: with the terms that stand in them,
// the Chinese of the units on both sides, and in a round of repair what was
// wrong with the last answers.
func (r *run) request(b batch) Request {
	req := Request{Task: task, Style: r.Style}
	if !b.bare {
		req.Title = r.title
		first, last := b.units[0], b.units[len(b.units)-1]
		if first > 0 {
			req.Before = []Neighbour{{Zh: r.works[first-1].unit.Zh}}
		}
		if last+1 < len(r.works) {
			req.After = []Neighbour{{Zh: r.works[last+1].unit.Zh}}
		}
	}
	pairs := map[TermPair]int{}
	for n, i := range b.units {
		w := r.works[i]
		req.Units = append(req.Units, Unit{ID: n + 1, Zh: w.unit.Zh, Block: w.unit.Block, Terms: w.uses(&req, pairs)})
		if r.round > 0 {
			req.Complaints = append(req.Complaints, w.complaints(n+1)...)
		}
	}
	return req
}

// uses lists the terms of a unit and adds their pairs to the request. What
// does not bind (a proposed term, one with uncertain borders or several
// senses) is a suggestion that the engine gets all the same.
func (w *work) uses(req *Request, pairs map[TermPair]int) []TermUse {
	var uses []TermUse
	zh := []rune(w.unit.Zh)
	for i, m := range w.terms {
		pair := TermPair{Zh: string(zh[m.Span.Start:m.Span.End]), En: w.say[i]}
		n, known := pairs[pair]
		if !known {
			n = len(req.Terms)
			pairs[pair] = n
			req.Terms = append(req.Terms, pair)
		}
		uses = append(uses, TermUse{Term: n, Start: m.Span.Start, End: m.Span.End})
	}
	return uses
}
