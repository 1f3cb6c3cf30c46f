package article

// outline is what scoring finds out about a page: which roles its elements
// have in the end, and which of them is the article.
type outline struct {
	*page
	data    []int32 // for each table: its number among those that hold data, 0 for others
	roles   []role  // of each element, after inheritance
	weights []int   // of each element: how much running text is in it
	sums    []stats // of each element: the text in it
	last    []int32 // the last element inside each element
	body    int32   // the element that is the article
}

// outlineOf scores the elements of p. It takes time in proportion to them.
func outlineOf(p *page) *outline {
	o := &outline{
		page:    p,
		data:    make([]int32, len(p.tables)),
		roles:   make([]role, len(p.elements)),
		weights: make([]int, len(p.elements)),
		sums:    make([]stats, len(p.elements)),
		last:    make([]int32, len(p.elements)),
	}
	n := int32(0)
	for i := 1; i < len(p.tables); i++ {
		if p.tables[i].data() {
			n++
			o.data[i] = n
		}
	}
	o.weigh(func(*block) bool { return true })
	o.inherit()
	o.weigh(func(b *block) bool { return !o.roles[b.in].layout() })
	o.body = o.findBody()
	return o
}

// weigh sums up the running text of the blocks that count, for each element.
func (o *outline) weigh(counts func(*block) bool) {
	clear(o.weights)
	clear(o.sums)
	for i := range o.blocks {
		b := o.blocks[i]
		if counts(b) {
			o.weights[b.in] += o.weight(b)
			o.sums[b.in].add(b.stats)
		}
	}
	for i := len(o.elements) - 1; i >= 0; i-- {
		o.last[i] = max(o.last[i], int32(i))
		if parent := o.elements[i].parent; parent >= 0 {
			o.weights[parent] += o.weights[i]
			o.sums[parent].add(o.sums[i])
			o.last[parent] = max(o.last[parent], o.last[i])
		}
	}
}

// weight is how much a block speaks for its surroundings being the article, in
// runes; sentences count three times, what leads away not at all.
func (o *outline) weight(b *block) int {
	own := b.runes - b.links
	if b.marks > 0 && b.kind != Heading {
		own *= 3
	}
	return own
}

// inherit hands roles down. A layout role is not believed of an element with
// much of the text of the page: wrappers have such names, too.
func (o *outline) inherit() {
	total := o.weights[0]
	for i := range o.elements {
		e := &o.elements[i]
		around := roleNone
		if e.parent >= 0 {
			around = o.roles[e.parent]
		}
		heavy := 10*o.weights[i] > 4*total
		own := e.role
		switch {
		case own == roleBody && heavy:
			o.roles[i] = own
		case around == roleHeader && (own == roleInfo || own == roleTitle):
			o.roles[i] = own // some put the head of the article there
		case around.layout():
			o.roles[i] = around
		case own.layout() && heavy, own == roleNone, own == roleContent && around != roleNone:
			o.roles[i] = around
		default:
			o.roles[i] = own
		}
	}
}

// findBody finds the element that is the article: the one with a sure name if
// it has a good part of the text; else it goes down from the root, or from an
// element with a likely name, as long as one element has nearly all of it.
func (o *outline) findBody() int32 {
	if named := o.namedBody(roleBody, 30); named > 0 {
		return named
	}
	heaviest := o.heaviestInside()
	body := o.namedBody(roleContent, 50)
	for {
		inner := heaviest[body]
		if inner == 0 || o.weights[inner] == 0 || 100*o.weights[inner] < o.shareToEnter(body, inner)*o.weights[body] {
			return body
		}
		body = inner
	}
}

// never is a share that nothing has.
const never = 101

// shareToEnter is how much of the text of an element, in percent, one inside
// it must have to be the article alone: nearly all, unless it has a likely name
// or the rest is full of links, as previews of other articles are. An element
// with a likely name and nothing strange in it is not narrowed.
func (o *outline) shareToEnter(around, inner int32) int {
	rest := o.sums[around].runes - o.sums[inner].runes
	links := o.sums[around].links - o.sums[inner].links
	switch {
	case 6*links > rest:
		return 55
	case links == 0 && o.elements[around].role == roleContent:
		return never
	case o.elements[inner].role == roleContent:
		return 70
	default:
		return 95
	}
}

// namedBody finds the element whose name has role r: the first that has at
// least half of what the heaviest has, and the innermost of those with the
// same text. It gives 0 where none has a share of the page of so many percent.
func (o *outline) namedBody(r role, share int) int32 {
	most := 0
	for i := range o.elements {
		if o.elements[i].role == r && !o.roles[i].layout() {
			most = max(most, o.weights[i])
		}
	}
	if most == 0 || 100*most < share*o.weights[0] {
		return 0
	}
	found := int32(0)
	for i := range o.elements {
		if o.elements[i].role != r || o.roles[i].layout() {
			continue
		}
		i := int32(i)
		switch {
		case found == 0 && 2*o.weights[i] >= most:
			found = i
		case found > 0 && i <= o.last[found] && 100*o.weights[i] >= 95*o.weights[found]:
			found = i
		}
	}
	return found
}

// heaviestInside finds, for each element, the heaviest of the containers
// directly inside it that hold more than one block; 0 for none.
func (o *outline) heaviestInside() []int32 {
	blocks := make([]int32, len(o.elements))
	for i := range o.blocks {
		blocks[o.blocks[i].in]++
	}
	heaviest := make([]int32, len(o.elements))
	for i := len(o.elements) - 1; i > 0; i-- {
		parent := o.elements[i].parent
		blocks[parent] += blocks[i]
		if blocks[i] < 2 || !isContainer(o.elements[i].tag) {
			continue
		}
		if h := heaviest[parent]; h == 0 || o.weights[i] >= o.weights[h] {
			heaviest[parent] = int32(i)
		}
	}
	return heaviest
}

// inBody reports whether a block stands in the article.
func (o *outline) inBody(b *block) bool { return o.body <= b.in && b.in <= o.last[o.body] }
