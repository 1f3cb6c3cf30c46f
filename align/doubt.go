package align

// When a link is doubtful: what it scores, in nats.
const (
	// A link that fits no better than this by itself; beside a gap, where the
	// right pieces may be missing, it must fit better.
	poorScore, poorBesideGap = 3, 5
	// One that fits this well holds the link beside it in its place.
	sureScore = 10
	// The links around it, all together, for each Chinese rune. Right ones have
	// 0.45 and more, texts that have nothing to do with each other below 0.2.
	poorStretch = 0.3
	// How many links to each side are around it.
	nearby = 4
)

// doubt marks the links that may join what does not belong together.
func (c *corpus) doubt(links []Link) {
	score, length := make([]float64, len(links)+1), make([]int, len(links)+1)
	for k, l := range links {
		score[k+1], length[k+1] = score[k], length[k]
		if l.empty() {
			continue
		}
		score[k+1] += l.Score
		for i := l.Zh.Start; i < l.Zh.End; i++ {
			length[k+1] += c.zh[i].length
		}
	}
	sure := func(k int) bool { return k < 0 || k >= len(links) || !links[k].empty() && links[k].Score >= sureScore }
	for k := range links {
		l := &links[k]
		if l.empty() {
			continue
		}
		gap := k > 0 && links[k-1].empty() || k+1 < len(links) && links[k+1].empty()
		poor := l.Score < poorScore || gap && l.Score < poorBesideGap
		if poor && l.Score > 0 && l.Zh.Len() == 1 && l.En.Len() == 1 && sure(k-1) && sure(k+1) {
			poor = false // it cannot stand anywhere else
		}
		from, to := max(0, k-nearby), min(len(links), k+nearby+1)
		around := (score[to] - score[from]) / float64(max(1, length[to]-length[from]))
		l.Doubtful = poor || around < poorStretch
	}
}
