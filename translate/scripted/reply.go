package scripted

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"duizhao/translate"
)

// maxHang is how long the fault Hang lasts when the client does not go.
const maxHang = time.Minute

// reply answers a call and returns the HTTP status, or 0 where there was none,
// and how long it slept.
func (s *Server) reply(w http.ResponseWriter, r *http.Request, c Call) (int, time.Duration) {
	a := answer(c.Request)
	spoil(&a, c, s.Avoid)
	content := encode(a)
	took := s.latency(c, content)
	switch c.Fault {
	case RateLimit, RetryAfter:
		if c.Fault == RetryAfter {
			w.Header().Set("Retry-After", fmt.Sprint(s.RetryAfter))
		}
		writeError(w, http.StatusTooManyRequests, "Rate limit reached for requests.", "rate_limit_exceeded")
		return http.StatusTooManyRequests, 0
	case ServerError:
		writeError(w, http.StatusInternalServerError, "The server had an error while processing your request.", "server_error")
		return http.StatusInternalServerError, 0
	case BadGateway:
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusBadGateway)
		fmt.Fprint(w, "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>")
		return http.StatusBadGateway, 0
	case ContentFilter:
		writeError(w, http.StatusBadRequest, "Content Exists Risk", "invalid_request_error")
		return http.StatusBadRequest, 0
	case Hang:
		sleep(r, maxHang)
		hangUp(w, nil)
		return 0, maxHang
	case Reset:
		hangUp(w, nil)
		return 0, 0
	}
	sleep(r, took)
	if r.Context().Err() != nil {
		return 0, took // nobody is there to be answered
	}
	body, err := json.Marshal(completion(c, form(c.Fault, content)))
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return http.StatusInternalServerError, took
	}
	if c.Fault == CutBody {
		hangUp(w, body)
		return http.StatusOK, took
	}
	w.Header().Set("Content-Type", "application/json")
	if _, err := w.Write(body); err != nil {
		return 0, took
	}
	return http.StatusOK, took
}

// encode writes an answer as a model does.
func encode(a translate.Answer) string {
	data, err := json.Marshal(a)
	if err != nil {
		return "" // an Answer can always be written
	}
	return string(data)
}

// form puts the answer into the form that the fault asks for.
func form(f Fault, content string) string {
	switch f {
	case Length, NoFinish:
		return firstHalf(content)
	case InvalidJSON:
		return strings.ReplaceAll(content, `"en":`, `"en"=`)
	case Fenced:
		return "```json\n" + content + "\n```"
	case Prose:
		return "Here is the translation you asked for:\n\n" + content + "\n\nLet me know if {anything} should change."
	case Empty:
		return ""
	case Refusal:
		return "I'm sorry, but I can't help with that request."
	}
	return content
}

func firstHalf(s string) string {
	n := len(s) / 2
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// completion is the answer over HTTP.
func completion(c Call, content string) map[string]any {
	reason := any("stop")
	switch c.Fault {
	case Length:
		reason = "length"
	case NoFinish:
		reason = nil
	}
	v := map[string]any{
		"id": fmt.Sprintf("chatcmpl-%016x", c.Body), "object": "chat.completion", "created": 1, "model": "scripted",
		"choices": []any{map[string]any{
			"index": 0, "finish_reason": reason, "message": map[string]any{"role": "assistant", "content": content},
		}},
	}
	if c.Fault != NoUsage {
		in, out := tokens(c.System)+tokens(c.User), tokens(content)
		v["usage"] = map[string]any{"prompt_tokens": in, "completion_tokens": out, "total_tokens": in + out}
	}
	return v
}

// tokens counts as a simple tokeniser would: one for each Chinese character,
// one for every four other bytes.
func tokens(s string) int {
	wide, narrow := 0, 0
	for _, r := range s {
		if r >= 0x2E80 {
			wide++
		} else {
			narrow += utf8.RuneLen(r)
		}
	}
	return wide + (narrow+3)/4
}

// hangUp ends the connection: in the middle of body, or, without one, by a
// reset.
func hangUp(w http.ResponseWriter, body []byte) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return // the connection has ended already
	}
	if tcp, ok := conn.(*net.TCPConn); ok && body == nil {
		if err := tcp.SetLinger(0); err != nil {
			return
		}
	}
	if body != nil {
		fmt.Fprintf(conn, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body[:len(body)/2])
	}
	if err := conn.Close(); err != nil {
		return // it has ended, which is all that is wanted
	}
}
