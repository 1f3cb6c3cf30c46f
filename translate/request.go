package translate

// task is the value of Request.Task.
const task = "translate"

// request asks for the units of a batch: with the terms that stand in them,
// and the Chinese of the units on both sides.
func (r *run) request(b batch) Request {
	req := Request{Task: task, Title: r.title, Style: r.Style}
	if b.from > 0 {
		req.Before = []Neighbour{{Zh: r.units[b.from-1].Zh}}
	}
	if b.to < len(r.units) {
		req.After = []Neighbour{{Zh: r.units[b.to].Zh}}
	}
	pairs := map[TermPair]int{}
	for i := b.from; i < b.to; i++ {
		req.Units = append(req.Units, Unit{
			ID: i - b.from + 1, Zh: r.units[i].Zh, Block: r.units[i].Block, Terms: r.uses(i, &req, pairs),
		})
	}
	return req
}

// uses lists the terms of unit i and adds their pairs to the request. What
// does not bind (a proposed term, one with uncertain borders or several
// senses) is a suggestion that the engine gets all the same.
func (r *run) uses(i int, req *Request, pairs map[TermPair]int) []TermUse {
	var uses []TermUse
	zh := []rune(r.units[i].Zh)
	for _, m := range r.terms[i] {
		pair := TermPair{Zh: string(zh[m.Span.Start:m.Span.End]), En: m.Preferred(r.context(r.units[i])).En}
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
